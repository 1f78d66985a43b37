import type { MailDomainOptions } from "../options";
import type { EstateDomain } from "./model";

/** Is there something of the domain that its tenant has to have it for? */
export function belongsToTenant({ profile, tenant }: Pick<MailDomainOptions, "profile" | "tenant">): boolean {
  return tenant !== undefined && profile !== "parked" && profile !== "on-premises";
}

/**
 * The nearest domain above a name that is of the same tenant.
 * @param all domains by their tenants' names
 */
export function tenantDomainAbove(
  name: string,
  tenant: string | undefined,
  all: ReadonlyMap<string, string | undefined>,
): string | undefined {
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    const above = name.slice(dot + 1);
    if (all.has(above) && all.get(above) === tenant) return above;
  }
  return undefined;
}

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
