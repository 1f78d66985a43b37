import { canonicalId, type Group, objectWith, reachable, type TenantObjects } from "../objects";
import { distinct, type Mentions } from "./dimension";

/**
 * Which groups stand for users that are known one by one, groups inside groups too: policies apply to nested members. A
 * group is known where every policy set that reaches it knows its members; else it stays a name on every side, so that
 * nothing is read out of knowing less.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups#include-users
 */
export interface Memberships {
  /** Ids of users that are cases of their own: those that policies name, and members of known groups. */
  readonly users: readonly string[];
  /** Ids of groups whose members are not known. */
  readonly groups: readonly string[];
  /** Groups of people that are known, with all of them. */
  readonly known: readonly Group[];
  /** Who is in a group: users that are known, and groups that are not. */
  inside(group: string, objects: TenantObjects): Inside;
}

/** Canonical ids. */
interface Inside {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

const WORDS = ["all", "none", "guestsorexternalusers"];

export function membershipsOf(sets: readonly Mentions[]): Memberships {
  const named = sets.map(({ policies }) => policies.map(({ conditions }) => conditions.users ?? {}));
  const groupsOf = (set: (typeof named)[number]) =>
    set.flatMap(({ includeGroups = [], excludeGroups = [] }) =>
      [...includeGroups, ...excludeGroups].map(canonicalId),
    );
  const allGroups = new Set(
    sets.flatMap(({ objects }) => (objects.groups ?? []).map(({ id }) => canonicalId(id))),
  );
  const membersIn = (group: string, { groups }: TenantObjects) =>
    objectWith(groups, group)?.members?.map(canonicalId);
  const reached = sets.map(({ objects }, at) =>
    reachable(groupsOf(named[at] ?? []), (group) =>
      (membersIn(group, objects) ?? []).filter((member) => allGroups.has(member)),
    ),
  );
  const isKnown = (group: string) =>
    sets.every(({ objects }, at) => !reached[at]?.has(group) || membersIn(group, objects) !== undefined);
  const inside = (group: string, objects: TenantObjects): Inside => {
    const all = [
      ...reachable([canonicalId(group)], (one) =>
        isKnown(one) ? (membersIn(one, objects) ?? []).filter((member) => allGroups.has(member)) : [],
      ),
    ];
    const users = all
      .filter(isKnown)
      .flatMap((one) => (membersIn(one, objects) ?? []).filter((member) => !allGroups.has(member)));
    return { users: distinct(users), groups: all.filter((one) => !isKnown(one)) };
  };
  const known = sets.flatMap(({ objects }, at) =>
    [...(reached[at] ?? [])].flatMap((id): readonly Group[] => {
      const group = objectWith(objects.groups, id);
      return group && isKnown(id) ? [{ ...group, members: inside(id, objects).users }] : [];
    }),
  );
  const listed = named
    .flat()
    .flatMap(({ includeUsers = [], excludeUsers = [] }) => [...includeUsers, ...excludeUsers]);
  return {
    users: distinct([...listed, ...known.flatMap(({ members = [] }) => members)].map(canonicalId)).filter(
      (user) => !WORDS.includes(user),
    ),
    // In the order in which policies name them: what stands together in a policy is decided together.
    groups: [...new Set(reached.flatMap((one) => [...one]))].filter((group) => !isKnown(group)),
    known,
    inside,
  };
}
