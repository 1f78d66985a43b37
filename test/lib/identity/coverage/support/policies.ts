import { differenceOf, directionOf } from "../../../../../lib/identity/coverage/difference";
import { AccessModel, type PolicySet } from "../../../../../lib/identity/coverage/model";
import type { TenantObjects } from "../../../../../lib/identity/coverage/objects";
import type {
  AccessConditions,
  AccessGrantControls,
  AccessPolicy,
  AccessSessionControls,
} from "../../../../../lib/identity/coverage/policy";
import { changeWords, formatSignIn } from "../../../../../lib/identity/coverage/words";

export const MFA: AccessGrantControls = { operator: "OR", builtInControls: ["mfa"] };
export const BLOCK: AccessGrantControls = { operator: "OR", builtInControls: ["block"] };

/** Everyone but break-glass, every application, MFA: with what is different. */
export function policy(
  conditions: AccessConditions = {},
  grantControls: AccessGrantControls | "none" = MFA,
  sessionControls?: AccessSessionControls,
): AccessPolicy {
  return {
    displayName: "a policy",
    state: "enabled",
    conditions: {
      users: { includeUsers: ["All"], excludeGroups: ["sg-break-glass"] },
      applications: { includeApplications: ["All"] },
      ...conditions,
    },
    ...(grantControls === "none" ? {} : { grantControls }),
    ...(sessionControls ? { sessionControls } : {}),
  };
}

/** Blocks clients that know a password alone, as most tenants do. */
export const NO_LEGACY = policy({ clientAppTypes: ["exchangeActiveSync", "other"] }, BLOCK);

export function setOf(policies: readonly AccessPolicy[], objects: TenantObjects = {}): PolicySet {
  return { policies: policies.map((one, at) => ({ key: `policy ${at}`, policy: one })), objects };
}

/** The difference as lines: `weaker: MFA → nothing: guests, from browsers`. */
export function changes(
  before: readonly AccessPolicy[],
  after: readonly AccessPolicy[],
  objects: TenantObjects | readonly [TenantObjects, TenantObjects] = {},
): readonly string[] {
  const [from, to] = "length" in objects ? objects : [objects, objects];
  const model = new AccessModel([setOf(before, from), setOf(after, to)]);
  return differenceOf(model).map((change) => {
    const words = (demands: typeof change.lost) =>
      demands.map((demand) => demand.words).join(" and ") || "nothing";
    const { lost, gained, left, had } = change;
    const { signIns, more } = changeWords(model, change);
    const where = [...signIns.map(formatSignIn), ...(more ? ["…"] : [])].join(" | ");
    return `${directionOf(change)}: ${words([...lost, ...had])} → ${words([...gained, ...left])}: ${where}`;
  });
}
