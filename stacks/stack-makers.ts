import type { App } from "cdktf";
import type { StackKind } from "../hosts/host";
import { HOSTS } from "../hosts/index";
import type { DeclaredDomain } from "../lib/declare/estate";
import { mailDomains } from "../lib/domain/plan";
import type { Finding } from "../lib/rules/finding";
import type { MailStack } from "./mail-stack";
import type { StackSettings, StackSources } from "./stack-sources";

/** The domains whose stacks a tool deploys. */
export function domainsOfKind(
  kind: StackKind,
  domains: readonly DeclaredDomain[],
): readonly DeclaredDomain[] {
  return domains.filter(({ estate }) => HOSTS[estate.zone.host].stackKind === kind);
}

/** Adds one stack of an estate to an app. */
export type MakeStack = (app: App) => MailStack;

/** How to make each stack of an estate. A provider is loaded only by those who declare something for it. */
export async function stackMakers(
  { domains, tenants, exchanges, findings = [] }: StackSources,
  settings: StackSettings,
): Promise<readonly MakeStack[]> {
  const makers: MakeStack[] = [];
  const annotated = await annotating(findings);
  if (domains.length > 0) {
    const { DomainStack } = await import("./domain-stack.js");
    const { loadZones } = await import("../hosts/zones.js");
    const addZone = await loadZones(domains.map(({ estate }) => estate.zone));
    makers.push(
      ...domains.map((domain) =>
        annotated(
          (app) => DomainStack.ofEstate(app, domain, settings, addZone),
          mailDomains(domain.declaration.plan).map((name) => `domain ${name}`),
        ),
      ),
    );
  }
  if (tenants.length > 0) {
    const { TenantStack } = await import("./tenant-stack.js");
    makers.push(
      ...tenants.map((tenant) =>
        annotated((app) => TenantStack.ofEstate(app, tenant, settings), [`tenant ${tenant.name}`]),
      ),
    );
  }
  if (exchanges.length > 0) {
    const { ExchangeStack } = await import("./exchange-stack.js");
    makers.push(
      ...exchanges.map((one) =>
        annotated((app) => ExchangeStack.ofEstate(app, one, settings), [`tenant ${one.name}`]),
      ),
    );
  }
  return makers;
}

/** Puts the findings about a stack's subjects, `domain contoso.com` or `tenant contoso`, to the stack as it is made. */
async function annotating(
  findings: readonly Finding[],
): Promise<(make: MakeStack, subjects: readonly string[]) => MakeStack> {
  if (findings.length === 0) return (make) => make;
  const { annotate } = await import("./annotate.js");
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.of} ${finding.subject}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), finding]);
  }
  return (make, subjects) => (app) => {
    const stack = make(app);
    annotate(
      stack,
      subjects.flatMap((subject) => bySubject.get(subject) ?? []),
    );
    return stack;
  };
}
