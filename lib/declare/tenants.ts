import type { Estate, Tenant } from "../estate/model";
import type { Fault } from "../fault";
import type { IdentityPlan } from "../identity/identity-plan";
import { planIdentity } from "../identity/plan";
import type { LocatedFault } from "../located-fault";

/** A tenant of the estate that declares something of its identities. */
export interface DeclaredTenant {
  /** The tenant's name in the estate. */
  readonly name: string;
  /** What its stack is called. */
  readonly stack: string;
  readonly tenant: Tenant;
  readonly plan: IdentityPlan;
}

/** The tenants' plans, or everything that is wrong with them. */
export type DeclaredTenants =
  | {
      readonly ok: true;
      readonly tenants: readonly DeclaredTenant[];
    }
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/** What a tenant's stack is called. No domain's stack is called so, since it would hold a dot. */
export function tenantStackName(tenant: string): string {
  return `tenant-${tenant}`;
}

/**
 * What each tenant of an estate declares of its identities, sorted by name; tenants without `identity` are none.
 * @param only names of the stacks to declare. @default all
 */
export function declareTenants(estate: Estate, only?: ReadonlySet<string>): DeclaredTenants {
  const problems: LocatedFault[] = [];
  const tenants: DeclaredTenant[] = [];
  for (const [name, tenant] of Object.entries(estate.tenants)) {
    const stack = tenantStackName(name);
    if (!tenant.identity || (only && !only.has(stack))) continue;
    const locate = (fault: Fault): LocatedFault => {
      const { path, ...place } = estate.locateTenant(name, ["identity", ...(fault.path ?? [])]);
      return { ...fault, ...place, path };
    };
    const plan = planIdentity(tenant.identity, tenant);
    if (!plan.ok) {
      problems.push(...plan.faults.map(locate));
      continue;
    }
    tenants.push({ name, stack, tenant, plan: plan.value });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tenants };
}
