import type { Fault } from "../fault";
import { AccessModel, type LockOut, lockOutOf, type NamedLocation, type PolicySet } from "./coverage";
import { graphPolicy } from "./graph";
import type { BreakGlassPlan, NamedLocationPlan, PlannedPolicy } from "./identity-plan";
import type { Policy } from "./policy";

/** Names stand for ids: nobody knows ids before Terraform runs. */
const NAMES = { user: (upn: string) => upn, group: (name: string) => name, location: (key: string) => key };

/** What a group of emergency accounts is called where a policy is looked at alone. */
const EMERGENCY = "break-glass";

/** A policy that would shut out every user, or every administrator, whatever its state and however that is written. */
export function lockOutFaults(policy: Policy): readonly Fault[] {
  if (policy.grant !== "block") return [];
  const planned: PlannedPolicy = { key: "", state: "on", breakGlass: EMERGENCY, policy };
  const found = lockOut([planned], { group: EMERGENCY, users: [] }, []);
  if (!found) return [];
  return [
    {
      path: ["grant"],
      message: `the policy blocks every sign-in of ${found.of}`,
      expected: "a condition (clients, locations, platforms, risk, …), or fewer users or applications",
    },
  ];
}

/**
 * Policies that shut out every user, or every administrator, between them, though none does alone. Those that are on are
 * a fault; with those in report-only it is one waiting to be switched on.
 */
export function sharedLockOuts(
  policies: readonly PlannedPolicy[],
  breakGlass: Pick<BreakGlassPlan, "group" | "users">,
  locations: readonly NamedLocationPlan[],
): { readonly faults: readonly Fault[]; readonly advice: readonly Fault[] } {
  const blocking = policies.filter(({ policy, state }) => policy.grant === "block" && state !== "off");
  const [now, later] = [blocking.filter(({ state }) => state === "on"), blocking].map((some) =>
    lockOut(some, breakGlass, locations),
  );
  if (now) return { faults: [sharedFault(now, "block")], advice: [] };
  return { faults: [], advice: later ? [sharedFault(later, "would block")] : [] };
}

function sharedFault({ of, policies }: LockOut, verb: string): Fault {
  const [first = "", ...others] = policies;
  return {
    path: ["policies", first, "grant"],
    message: `${[first, ...others].join(" and ")} ${verb} every sign-in of ${of} between them`,
    expected: "a way in for somebody beside the break-glass accounts",
    fix: "exclude a group, a place or a platform from one of them",
  };
}

function lockOut(
  planned: readonly PlannedPolicy[],
  { group, users }: Pick<BreakGlassPlan, "group" | "users">,
  locations: readonly NamedLocationPlan[],
): LockOut | undefined {
  if (planned.length === 0) return undefined;
  const set: PolicySet = {
    policies: planned.map((one) => ({ key: one.key, policy: graphPolicy({ ...one, state: "on" }, NAMES) })),
    objects: { namedLocations: locations.map(locationOf) },
  };
  return lockOutOf(new AccessModel([set]), set.objects, { groups: [group], users });
}

/** A planned location under its key, which is its id here. */
export function locationOf(plan: NamedLocationPlan): NamedLocation {
  return { ...plan, id: plan.key, name: plan.key };
}
