import { ROLES } from "../roles";
import { type Region, within, without } from "./conditions";
import { BLOCK } from "./demands/grant";
import type { AccessModel, BoundPolicy } from "./model";
import type { TenantObjects } from "./objects";
import { isEmpty } from "./solve";

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
  { groups = [], users = [] }: EmergencyAccess = {},
  side = 0,
): LockOut | undefined {
  const { subject, target, everyday } = model.space;
  const people: Region = {
    inside: [...subject.members, ...target.applications, ...everyday],
    outside: [subject.among(groups, users, objects)],
  };
  const administrators = within(people, subject.holders(ROLES["Global Administrator"]));
  for (const [of, region] of [
    ["every user", people],
    ["every administrator", administrators],
  ] as const) {
    const policies = blockersOf(model, region, side);
    if (policies) return { of, policies };
  }
  return undefined;
}

/** The policies that block all of a region between them; nothing if a part is open, or if there is nobody in it. */
function blockersOf(model: AccessModel, region: Region, side: number): readonly string[] | undefined {
  const { everything } = model.space;
  if (isEmpty(region, everything)) return undefined;
  const blocking = (model.sides[side] ?? []).filter(({ demands }) =>
    demands.some(({ key }) => key === BLOCK.key),
  );
  const isClosed = (policies: readonly BoundPolicy[]) =>
    isEmpty(
      without(
        region,
        policies.map(({ conditions }) => conditions),
      ),
      everything,
    );
  if (!isClosed(blocking)) return undefined;
  // Without those that the others make up for.
  const needed = blocking.reduce((left, one) => {
    const others = left.filter((other) => other !== one);
    return isClosed(others) ? others : left;
  }, blocking);
  return needed.map(({ key }) => key).sort();
}
