import { type Fault, FaultError, within } from "../../lib/fault";
import type { WorldTenant } from "../../lib/world/world";
import { TenantState } from "./state";

/** All tenants there are. */
export class Tenants {
  private readonly tenants = new Map<string, TenantState>();

  /** @throws FaultError with everything that is wrong with tenants, by themselves and together */
  constructor(world: readonly WorldTenant[]) {
    const faults = world.flatMap((one, place) =>
      this.add(one).map((fault) => within(fault, "tenants", place)),
    );
    if (faults.length > 0) throw new FaultError("world", faults);
  }

  all(): readonly TenantState[] {
    return [...this.tenants.values()];
  }

  /** By its id or by a domain that it has proven to be its own. */
  find(name: string): TenantState | undefined {
    return this.tenants.get(name.toLowerCase()) ?? this.owner(name);
  }

  /** Whose a verified domain is. */
  owner(domain: string): TenantState | undefined {
    const name = domain.toLowerCase();
    return this.all().find(({ domains }) => domains.get(name)?.isVerified);
  }

  private add(world: WorldTenant): readonly Fault[] {
    let tenant: TenantState;
    try {
      tenant = new TenantState(world);
    } catch (error) {
      if (error instanceof FaultError) return error.faults;
      throw error;
    }
    const { tenantId } = tenant;
    const faults: Fault[] = [];
    if (this.tenants.has(tenantId)) {
      faults.push({ path: ["tenantId"], message: "another tenant has this id", received: tenantId });
    }
    for (const [domain, { isVerified }] of tenant.domains) {
      const owner = isVerified ? this.owner(domain) : undefined;
      if (owner === undefined) continue;
      const message = "a domain can be of one tenant only";
      faults.push({ path: ["domains"], message, received: `${domain}, which ${owner.tenantId} has` });
    }
    if (faults.length === 0) this.tenants.set(tenantId, tenant);
    return faults;
  }
}
