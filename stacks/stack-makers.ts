import type { App } from "cdktf";
import type { EstateDomain, StateBackend } from "../lib/estate";
import type { CloudflareZoneChoice, Route53ZoneChoice } from "../lib/estate/model";
import type { DeclaredTenant } from "../lib/identity/estate";
import type { DomainPosture } from "../lib/posture/declare";
import type { DeclaredDomain } from "../lib/posture/estate";
import type { MailStack } from "./mail-stack";

/** What a domain's Terraform stack is made from; a declared domain at Cloudflare is one. */
export interface DomainSource {
  readonly estate: Pick<EstateDomain, "name" | "import"> & { readonly zone: CloudflareZoneChoice };
  readonly posture: Pick<DomainPosture, "plan">;
}

/** What a domain's AWS CDK stack is made from; a declared domain at Route 53 is one. */
export interface HostedDomainSource extends Pick<DeclaredDomain, "kept"> {
  readonly estate: Pick<EstateDomain, "name"> & { readonly zone: Route53ZoneChoice };
  readonly posture: Pick<DomainPosture, "plan">;
}

/** What a tenant's stack is made from; a declared tenant is one. */
export type TenantSource = Pick<DeclaredTenant, "name" | "plan"> & {
  readonly tenant: Pick<DeclaredTenant["tenant"], "tenantId" | "cloud">;
};

/** What an estate declares, of which each part becomes a Terraform stack. */
export interface StackSources {
  readonly domains: readonly DomainSource[];
  readonly tenants: readonly TenantSource[];
}

/** The domains by the kind of stack that each becomes. */
export function byHost(domains: readonly DeclaredDomain[]): {
  readonly cloudflare: readonly DomainSource[];
  readonly route53: readonly HostedDomainSource[];
} {
  const cloudflare: DomainSource[] = [];
  const route53: HostedDomainSource[] = [];
  for (const { estate, posture, kept } of domains) {
    const { zone } = estate;
    if (zone.host === "route53") route53.push({ estate: { ...estate, zone }, posture, kept });
    else cloudflare.push({ estate: { ...estate, zone }, posture });
  }
  return { cloudflare, route53 };
}

/** Adds one stack of an estate to an app. */
export type MakeStack = (app: App) => MailStack;

/** How to make each stack of an estate. A provider is loaded only by those who declare something for it. */
export async function stackMakers(
  { domains, tenants }: StackSources,
  state: StateBackend,
): Promise<readonly MakeStack[]> {
  const makers: MakeStack[] = [];
  if (domains.length > 0) {
    const { addDomainStack } = await import("./add-domain-stack.js");
    makers.push(...domains.map((domain) => (app: App) => addDomainStack(app, domain, state)));
  }
  if (tenants.length > 0) {
    const { addTenantStack } = await import("./add-tenant-stack.js");
    makers.push(...tenants.map((tenant) => (app: App) => addTenantStack(app, tenant, state)));
  }
  return makers;
}
