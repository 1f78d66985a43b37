import type { BaselinePolicy } from "./baseline";
import { BLOCK_POLICIES } from "./blocks";
import { DEVICE_POLICIES } from "./devices";
import { MFA_POLICIES } from "./mfa";
import { RISK_POLICIES } from "./risk";
import { SESSION_POLICIES } from "./sessions";

const POLICIES = {
  ...MFA_POLICIES,
  ...BLOCK_POLICIES,
  ...RISK_POLICIES,
  ...DEVICE_POLICIES,
  ...SESSION_POLICIES,
};

/** The name of a policy that a baseline may take, such as `mfa-all-users`. */
export type BaselineKey = keyof typeof POLICIES;

/** Every policy that a baseline may take, by key. */
export const BASELINE_POLICIES: Readonly<Record<BaselineKey, BaselinePolicy>> = POLICIES;

/** Every name of such a policy, sorted. */
export const BASELINE_KEYS = Object.keys(POLICIES).sort().filter(isBaselineKey);

/** Is this the name of a policy that a baseline may take? */
export function isBaselineKey(key: string): key is BaselineKey {
  return Object.hasOwn(POLICIES, key);
}
