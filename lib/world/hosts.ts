import type { DeclaredDomain } from "../declare/estate";
import type { DomainPlan } from "../domain/plan";
import type { WorldHosts } from "./world";

/**
 * The names of Microsoft's that an estate writes down as Microsoft shows them: DKIM targets, and hosts in a partition.
 * Where Exchange had others, signing would never go on.
 */
export function writtenHosts(
  domains: readonly DeclaredDomain[],
  initialDomain: string,
): Readonly<Record<string, WorldHosts>> {
  const all = domains.flatMap((domain) => plansOf(domain.declaration.plan).map((plan) => ({ domain, plan })));
  return Object.fromEntries(
    all.flatMap(({ domain, plan }) => {
      const hosts = hostsOf(domain, plan, initialDomain);
      return Object.keys(hosts).length > 0 ? [[plan.domain, hosts]] : [];
    }),
  );
}

function plansOf(plan: DomainPlan): readonly DomainPlan[] {
  return [plan, ...plan.subdomains.flatMap((below) => plansOf(below.plan))];
}

function hostsOf({ declaration }: DeclaredDomain, plan: DomainPlan, initialDomain: string): WorldHosts {
  const { inbound, dkim } = plan;
  const target = (role: string) => {
    const found = declaration.records.find(
      (each) => each.domain === plan.domain && each.role === role,
    )?.record;
    if (found?.type === "CNAME") return found.target;
    return found?.type === "MX" ? found.exchange : undefined;
  };
  const mx =
    inbound?.tenant?.initialDomain === initialDomain && isInPartition(inbound.mx) ? target("Mx") : undefined;
  const isWritten =
    dkim?.tenant?.initialDomain === initialDomain &&
    [dkim.selector1, dkim.selector2, dkim.partition].some((given) => given !== undefined);
  const [selector1, selector2] = isWritten ? [target("DkimSelector1"), target("DkimSelector2")] : [];
  return {
    ...(mx === undefined ? {} : { mx }),
    ...(selector1 === undefined ? {} : { selector1 }),
    ...(selector2 === undefined ? {} : { selector2 }),
  };
}

function isInPartition(mx: unknown): boolean {
  return typeof mx === "object" && mx !== null && "partition" in mx;
}
