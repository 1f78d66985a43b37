import type { WorldTenant } from "../../lib/estate/world";
import { TenantState } from "./state";

/** All tenants there are. */
export class Tenants {
  readonly #tenants = new Map<string, TenantState>();

  /** @throws Error for a tenant or a domain that is there twice, FaultError for a tenant that cannot be */
  constructor(world: readonly WorldTenant[]) {
    for (const one of world) this.#add(new TenantState(one));
  }

  all(): readonly TenantState[] {
    return [...this.#tenants.values()];
  }

  /** By its id or by a domain that it has proven to be its own. */
  find(name: string): TenantState | undefined {
    return this.#tenants.get(name.toLowerCase()) ?? this.owner(name);
  }

  /** Whose a verified domain is. */
  owner(domain: string): TenantState | undefined {
    const name = domain.toLowerCase();
    return this.all().find(({ domains }) => domains.get(name)?.isVerified);
  }

  #add(tenant: TenantState): void {
    if (this.#tenants.has(tenant.tenantId)) throw new Error(`the tenant ${tenant.tenantId} is there twice`);
    for (const [domain, { isVerified }] of tenant.domains) {
      const owner = isVerified ? this.owner(domain) : undefined;
      if (owner !== undefined) {
        throw new Error(`${domain} is of two tenants: ${owner.tenantId} and ${tenant.tenantId}`);
      }
    }
    this.#tenants.set(tenant.tenantId, tenant);
  }
}
