import { isBaselineKey } from "./baselines";
import { type Pack, packed } from "./baselines/packs";
import type { ControlExclusions, PlannedPolicy } from "./identity-plan";
import { isSameGroup } from "./principals";

/**
 * For each control of the pack, whom its policy excludes. CISA's ScubaGear counts a policy with an exclusion only if its
 * configuration lists that user or group under the same control (`CapExclusions`).
 */
export function controlExclusions(
  pack: Pack,
  policies: readonly PlannedPolicy[],
): readonly ControlExclusions[] {
  return policies
    .flatMap(({ key, policy: { exclude = {} }, breakGlass }) => {
      if (!isBaselineKey(key)) return [];
      const { users = [], groups = [] } = exclude;
      const others = groups.filter((group) => !isSameGroup(group, breakGlass));
      return packed(pack, key)
        .controls.filter((control) => control.startsWith("MS.AAD."))
        .map((control) => ({ control, users, groups: [breakGlass, ...others] }));
    })
    .sort((a, b) => (a.control < b.control ? -1 : 1));
}
