import { join } from "node:path";
import { HOSTS } from "../../hosts/index";
import type { EstateDomain } from "../../lib/estate";
import { verifiedWith } from "../../lib/estate/tenant-domains";
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
  const verified = verifiedWith(domains);
  const chosen = new Set(names);
  return names.map((name) => {
    const creator = creators.get(name);
    const creates = resources.get(name);
    const above = verified.get(name);
    return {
      name,
      folder: join(out, "stacks", name),
      after: [
        ...(creator !== undefined && creates !== undefined ? [{ stack: creator, creates }] : []),
        ...(above === undefined ? [] : [{ stack: above, creates: "m365_verified_domain" }]),
      ].filter(({ stack }) => chosen.has(stack)),
    };
  });
}
