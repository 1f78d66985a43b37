import { join } from "node:path";
import { HOSTS } from "../../hosts/index";
import type { EstateDomain } from "../../lib/estate";
import { zoneCreators } from "../../lib/estate/zone-creators";
import type { RolloutStack } from "../../rollout/stack";

/** The named stacks of an output folder, with the order that the estate's zones ask for. */
export function rolloutStacks(
  names: readonly string[],
  domains: readonly EstateDomain[],
  out: string,
): readonly RolloutStack[] {
  const creators = new Map<string, string>(zoneCreators(domains));
  const resources = new Map<string, string | undefined>(
    domains.map((domain) => [domain.name, HOSTS[domain.zone.host].zoneResource]),
  );
  const chosen = new Set(names);
  return names.map((name) => {
    const creator = creators.get(name);
    const creates = resources.get(name);
    return {
      name,
      folder: join(out, "stacks", name),
      after:
        creator !== undefined && creates !== undefined && chosen.has(creator)
          ? [{ stack: creator, creates }]
          : [],
    };
  });
}
