import type { EstateDomain } from "./model";
import { belongsToTenant, tenantDomainAbove } from "./resolve/tenants";

/** By domain that is added to its tenant, the other one with which it is verified: that one has to be there first. */
export function verifiedWith(
  domains: readonly Pick<EstateDomain, "name" | "options">[],
): ReadonlyMap<string, string> {
  const added = domains.filter(
    ({ options }) => belongsToTenant(options) && options.tenant?.exchange?.domains !== undefined,
  );
  const all = new Map(added.map(({ name, options }) => [name as string, options.tenant?.name] as const));
  return new Map(
    added.flatMap(({ name, options: { tenant } }) => {
      if (tenant?.exchange?.domains !== "below") return [];
      const above = tenantDomainAbove(name, tenant.name, all);
      return above === undefined ? [] : [[name as string, above] as const];
    }),
  );
}
