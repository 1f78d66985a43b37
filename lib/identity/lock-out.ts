import type { Advice } from "../advice";
import { type Fault, within } from "../fault";
import {
  AccessModel,
  type AuthenticationStrength,
  type LockOut,
  lockOutOf,
  type NamedLocation,
  type PolicySet,
  TooManyCases,
} from "./coverage";
import { graphPolicy } from "./graph";
import type { BreakGlassPlan, NamedLocationPlan, PlannedPolicy, StrengthPlan } from "./identity-plan";
import type { Policy } from "./policy";

/** Names stand for ids: nobody knows ids before Terraform runs. */
const NAMES = {
  user: (upn: string) => upn,
  group: (name: string) => name,
  location: (key: string) => key,
  strength: (key: string) => key,
};

/** What a group of emergency accounts is called where a policy is looked at alone. */
const EMERGENCY = "break-glass";

/** A policy that would shut out every user, or every administrator, whatever its state and however that is written. */
export function lockOutFaults(policy: Policy): readonly Fault[] {
  const planned: PlannedPolicy = { key: "", state: "on", breakGlass: EMERGENCY, policy };
  return aloneFaults(planned, { group: EMERGENCY, users: [] }, []);
}

function aloneFaults(
  planned: PlannedPolicy,
  breakGlass: Emergency,
  locations: readonly NamedLocationPlan[],
): readonly Fault[] {
  const found = lockOut([planned], breakGlass, locations);
  if (!found) return [];
  return [
    {
      path: ["grant"],
      message: `the policy blocks every sign-in of ${found.of}`,
      expected: "a condition (clients, locations, platforms, risk, …), or fewer users or applications",
    },
  ];
}

type Emergency = Pick<BreakGlassPlan, "group" | "users">;

/**
 * Policies that shut out every user, or every administrator: one alone, now that the break-glass accounts and the
 * addresses of locations are known, or several between them. Those that are on are a fault; with those in report-only it
 * is one waiting to be switched on.
 */
export function tenantLockOuts(
  policies: readonly PlannedPolicy[],
  breakGlass: Emergency,
  locations: readonly NamedLocationPlan[],
): { readonly faults: readonly Fault[]; readonly advice: readonly Advice[] } {
  const alone = policies.flatMap((one) =>
    aloneFaults(one, breakGlass, locations).map((fault) => within(fault, "policies", one.key)),
  );
  if (alone.length > 0) return { faults: alone, advice: [] };
  const waiting = policies.filter(({ state }) => state !== "off");
  try {
    const [now, later] = [waiting.filter(({ state }) => state === "on"), waiting].map((some) =>
      lockOut(some, breakGlass, locations),
    );
    if (now) return { faults: [sharedFault(now, "block")], advice: [] };
    return {
      faults: [],
      advice: later ? [{ rule: "ca-lock-out", ...sharedFault(later, "would block") }] : [],
    };
  } catch (error) {
    if (!(error instanceof TooManyCases)) throw error;
    const message = "whether the policies lock everyone out between them cannot be told";
    return {
      faults: [],
      advice: [{ rule: "ca-lock-out", path: ["policies"], message, received: error.message }],
    };
  }
}

function sharedFault({ of, policies }: LockOut, verb: string): Fault {
  return {
    path: ["policies", policies[0] ?? "", "grant"],
    message: `${policies.join(" and ")} ${verb} every sign-in of ${of} between them`,
    expected: "a way in for somebody beside the break-glass accounts",
    fix: "exclude a group, a place or a platform from one of them",
  };
}

function lockOut(
  planned: readonly PlannedPolicy[],
  { group, users }: Emergency,
  locations: readonly NamedLocationPlan[],
): LockOut | undefined {
  const blocking = planned.filter(({ policy }) => policy.grant === "block");
  if (blocking.length === 0) return undefined;
  const set: PolicySet = {
    policies: blocking.map((one) => ({ key: one.key, policy: graphPolicy({ ...one, state: "on" }, NAMES) })),
    objects: { namedLocations: locations.map(locationOf) },
  };
  return lockOutOf(new AccessModel([set]), set.objects, { groups: [group], users });
}

/** A planned location under its key, which is its id here. */
export function locationOf(plan: NamedLocationPlan): NamedLocation {
  return { ...plan, id: plan.key, name: plan.key };
}

/** A planned authentication strength under its key, which is its id here. */
export function strengthOf({ key, displayName, combinations }: StrengthPlan): AuthenticationStrength {
  return { id: key, name: displayName, allowedCombinations: combinations };
}
