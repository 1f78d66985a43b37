import type { DnsName } from "../dns/name";
import type { EstateDomain } from "./model";

/**
 * By domain, the other domain whose stack creates the zone it publishes in. Until that stack was applied the zone
 * cannot be looked up; domains that are not listed depend on no other stack.
 */
export function zoneCreators(
  domains: readonly Pick<EstateDomain, "name" | "zone">[],
): ReadonlyMap<DnsName, DnsName> {
  const keyOf = ({ zone }: Pick<EstateDomain, "zone">) => `${zone.host} ${zone.name}`;
  const creators = new Map(
    domains.filter(({ zone }) => zone.source.by === "creation").map((one) => [keyOf(one), one.name] as const),
  );
  return new Map(
    domains.flatMap((one) => {
      const creator = creators.get(keyOf(one));
      // A zone that is named by its id exists.
      return creator === undefined || one.zone.source.by !== "name" ? [] : [[one.name, creator] as const];
    }),
  );
}
