import { isBaselineKey } from "./baselines";
import { SCUBA_PRIVILEGED_ROLES } from "./baselines/admins";
import { type Pack, packed } from "./baselines/packs";
import type { ControlExclusions, PlannedPolicy, RoleHoldersPlan } from "./identity-plan";
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

/** Who has a privileged role for good, as the estate means it: ScubaGear counts only those who are not listed (`RoleExclusions`). */
export function roleExclusions(holders: readonly RoleHoldersPlan[]): readonly ControlExclusions[] {
  const users = holders
    .filter(({ role }) => SCUBA_PRIVILEGED_ROLES.includes(role))
    .flatMap(({ active }) => active);
  if (users.length === 0) return [];
  return [{ control: "MS.AAD.7.4v1", users: [...new Set(users)].sort(), groups: [], roles: true }];
}
