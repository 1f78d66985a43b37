import { ROLES } from "../roles";
import { BLOCK } from "./demands/grant";
import type { Region } from "./diagram";
import type { AccessModel } from "./model";
import type { TenantObjects } from "./objects";

/** The accounts that are meant to be left when everyone else is locked out. */
export interface EmergencyAccess {
  /** Ids of groups. */
  readonly groups?: readonly string[];
  /** Ids of users. */
  readonly users?: readonly string[];
}

/** A block that leaves people no way in: not from any client, platform, place or device that has a name. */
export interface LockOut {
  readonly of: "every user" | "every administrator";
  /** Policies that block them, by key, sorted: together they leave nothing open. */
  readonly policies: readonly string[];
}

/**
 * Is every user of the tenant blocked from every application, emergency access aside? Else, is every holder of Global
 * Administrator, who alone could undo a mistake? Asked is the union of all policies. An opening counts only if people
 * have it day by day: a platform without a name, a legacy client, or a sign-in that must be risky is none.
 * Workload identities are no users.
 */
export function lockOutOf(
  model: AccessModel,
  objects: TenantObjects,
  emergency: EmergencyAccess = {},
  side = 0,
): LockOut | undefined {
  const { diagram, subject } = model.space;
  const spared = diagram.unionOf([
    ...(emergency.groups ?? []).map((group) => subject.inGroup(diagram, group, objects)),
    ...(emergency.users ?? []).map((user) => subject.named(diagram, user)),
  ]);
  const people = diagram.minus(diagram.intersect(subject.members(diagram), model.space.everyday()), spared);
  const administrators = diagram.intersect(people, subject.holders(diagram, ROLES["Global Administrator"]));
  for (const [of, region] of [
    ["every user", people],
    ["every administrator", administrators],
  ] as const) {
    const policies = blockedBy(model, region, side);
    if (policies) return { of, policies };
  }
  return undefined;
}

/** The policies that block all of a region between them; nothing if a part is open, or there is none. */
function blockedBy(model: AccessModel, region: Region, side: number): readonly string[] | undefined {
  const { diagram } = model.space;
  if (region === diagram.none) return undefined;
  const keys: string[] = [];
  let open = region;
  for (const { key, region: bound, demands } of model.sides[side] ?? []) {
    if (!demands.some((demand) => demand.key === BLOCK.key)) continue;
    const left = diagram.minus(open, bound);
    if (left !== open) keys.push(key);
    open = left;
    if (open === diagram.none) return keys.sort();
  }
  return undefined;
}
