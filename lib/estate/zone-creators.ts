import type { DnsName } from "../dns/name";
import type { EstateDomain } from "./model";

/**
 * By domain, the other domain whose stack creates the zone it publishes in. Until that stack was applied the zone
 * cannot be looked up; domains that are not listed depend on no other stack.
 */
export function zoneCreators(domains: readonly EstateDomain[]): ReadonlyMap<DnsName, DnsName> {
  const creators = new Set(
    domains.filter(({ zone }) => zone.source.by === "creation").map(({ name }) => name),
  );
  return new Map(
    domains
      .filter(({ name, zone }) => zone.declaredBy !== name && creators.has(zone.declaredBy))
      .map(({ name, zone }) => [name, zone.declaredBy]),
  );
}
