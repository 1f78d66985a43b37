import type { App } from "cdktf";
import type { EstateDomain, StateBackend } from "../lib/estate";
import type { DeclaredTenant } from "../lib/identity/estate";
import type { DomainPosture } from "../lib/posture/declare";
import type { MailStack } from "./mail-stack";

/** What a domain's stack is made from; a declared domain is one. */
export interface DomainSource {
  readonly estate: Pick<EstateDomain, "name" | "zone" | "import">;
  readonly posture: Pick<DomainPosture, "plan">;
}

/** What a tenant's stack is made from; a declared tenant is one. */
export type TenantSource = Pick<DeclaredTenant, "name" | "plan"> & {
  readonly tenant: Pick<DeclaredTenant["tenant"], "tenantId" | "cloud">;
};

/** What an estate declares, of which each part becomes a stack. */
export interface StackSources {
  readonly domains: readonly DomainSource[];
  readonly tenants: readonly TenantSource[];
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
