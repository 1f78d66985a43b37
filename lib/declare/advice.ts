import type { Estate, EstateDomain, EstatePlace } from "../estate/model";
import type { Fault } from "../fault";
import type { LocatedFault } from "../located-fault";

/**
 * What an estate's author should look at though nothing is wrong in itself, and what no rule over postures can see:
 * one zone id under two zone names.
 * @param asked names of the domains that are looked at
 */
export function adviseEstate(
  { domains }: Pick<Estate, "domains">,
  asked: ReadonlySet<string>,
): readonly LocatedFault[] {
  const firstOf = new Map<string, EstateDomain>();
  return domains.flatMap((domain) => {
    const { source, name } = domain.zone;
    if (source.by !== "id") return [];
    const first = firstOf.get(source.id);
    if (!first) firstOf.set(source.id, domain);
    if (!first || first.zone.name === name || !(asked.has(domain.name) || asked.has(first.name))) return [];
    return located(
      {
        message: `one zone id stands for two zones, ${first.zone.name} and ${name}`,
        received: source.id,
        fix: "Cloudflare would put the names of one below the other, Route 53 refuses them; where the zone is a parent of the domain, give its zoneName",
      },
      domain.source([]),
    );
  });
}

function located(fault: Fault, { path, ...place }: EstatePlace): LocatedFault {
  return { ...fault, ...place, path };
}
