import { canonicalId, type Group, objectWith } from "../objects";
import { distinct, type Mentions } from "./dimension";

/**
 * Which groups stand for users that are known one by one. A group is known where every policy set that names it knows
 * all of its members; else it stays a name on every side, so that nothing is read out of knowing less.
 */
export interface Memberships {
  /** Ids of users that are cases of their own: those that policies name, and members of known groups. */
  readonly users: readonly string[];
  /** Ids of groups whose members are not known. */
  readonly groups: readonly string[];
  readonly known: readonly Group[];
}

const WORDS = ["all", "none", "guestsorexternalusers"];

export function membershipsOf(sets: readonly Mentions[]): Memberships {
  const named = sets.map(({ policies }) => policies.map(({ conditions }) => conditions.users ?? {}));
  const groupsOf = (set: (typeof named)[number]) =>
    set.flatMap(({ includeGroups = [], excludeGroups = [] }) =>
      [...includeGroups, ...excludeGroups].map(canonicalId),
    );
  const everywhere = distinct(named.flatMap(groupsOf));
  const isKnown = (group: string) =>
    sets.every(
      ({ objects }, at) =>
        !groupsOf(named[at] ?? []).includes(group) ||
        objectWith(objects.groups, group)?.members !== undefined,
    );
  const known = sets.flatMap(({ objects }) =>
    (objects.groups ?? []).filter(
      ({ id }) => everywhere.includes(canonicalId(id)) && isKnown(canonicalId(id)),
    ),
  );
  const listed = named
    .flat()
    .flatMap(({ includeUsers = [], excludeUsers = [] }) => [...includeUsers, ...excludeUsers]);
  return {
    users: distinct([...listed, ...known.flatMap(({ members = [] }) => members)].map(canonicalId)).filter(
      (user) => !WORDS.includes(user),
    ),
    // In the order in which policies name them: what stands together in a policy is decided together.
    groups: [...new Set(named.flatMap(groupsOf))].filter((group) => !isKnown(group)),
    known,
  };
}
