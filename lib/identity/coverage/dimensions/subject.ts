import { GUEST_TYPES } from "../../policy";
import { anyOf, type Clause, type Conditions, type Literal, noneOf } from "../conditions";
import { canonicalId, type TenantObjects } from "../objects";
import type { AccessGuests } from "../policy";
import type { SignIn } from "../sign-in";
import {
  type Dimension,
  distinct,
  type Held,
  literal,
  type Mentions,
  type Phrase,
  type Variables,
  whereItem,
} from "./dimension";
import { type Memberships, membershipsOf } from "./members";
import { exceptions, groupName, INTERNAL, type Kind, people, roleName, whoPhrase } from "./subject-words";
import { workloadPart } from "./workload";

export interface SubjectDimension extends Dimension {
  /** A user, of whatever kind. */
  readonly users: Conditions;
  /** A user of the tenant itself, guests left out. */
  readonly members: Conditions;
  /** A holder of a built-in role, by its template's id; anyone if no policy asks for the role. */
  holders(role: string): Conditions;
  /** Someone in one of the groups, or one of the users. */
  among(groups: readonly string[], users: readonly string[], objects: TenantObjects): Conditions;
}

/**
 * Who signs in. Users are told apart by what they are (of the tenant, or a guest of a kind and home tenant), by
 * themselves where policies or known groups name them, and by each group of unknown members and each role: any
 * combination of these is possible. An exclusion beats an inclusion. Workload identities are bound by policies for
 * them alone.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups
 */
export function subjectDimension(variables: Variables, sets: readonly Mentions[]): SubjectDimension {
  const memberships = membershipsOf(sets);
  const named = sets.flatMap(({ policies }) => policies.map(({ conditions }) => conditions.users ?? {}));
  const kinds = kindsOf(
    named.flatMap((users) => [users.includeGuestsOrExternalUsers, users.excludeGuestsOrExternalUsers]),
  );
  const kind = variables.add({ size: kinds.length, valueOf: (signIn) => kindPlace(kinds, signIn) });
  const { users } = memberships;
  const person =
    users.length > 0
      ? variables.add({
          size: users.length + 1,
          // Anyone else comes first.
          valueOf: ({ user }) => 1 + (user?.id === undefined ? -1 : users.indexOf(canonicalId(user.id))),
        })
      : undefined;
  const flags = membershipFlags(variables, memberships, sets);
  const workloads = workloadPart(variables, sets);

  const { everything } = variables;
  const whereKind = (holds: (one: Kind) => boolean) => whereItem(kind, kinds, holds);
  const wherePerson = (ids: readonly string[]): readonly Literal[] => {
    const words = new Set(ids.map(canonicalId));
    return person === undefined ? [] : [whereItem(person, ["", ...users], (user) => words.has(user))];
  };
  const inGroup = (group: string, objects: TenantObjects): readonly Literal[] => {
    const { users: people, groups } = memberships.inside(group, objects);
    const unknown = groups.flatMap((one) => flags.groups.get(one) ?? []);
    return [...unknown.map((flag) => literal(flag, [1])), ...wherePerson(people)];
  };
  const inRole = (role: string): readonly Literal[] => {
    const flag = flags.roles.get(canonicalId(role));
    return flag === undefined ? [] : [literal(flag, [1])];
  };
  const peopleOf = (
    listedUsers: readonly string[] = [],
    groups: readonly string[] = [],
    roles: readonly string[] = [],
    guests: AccessGuests | undefined,
    objects: TenantObjects,
  ): readonly Literal[] => {
    const words = listedUsers.map(canonicalId);
    const isListed = (one: Kind) =>
      words.includes(EVERYONE) ||
      (one.kind === "guest" &&
        (words.includes(ALL_GUESTS) || (guests !== undefined && isAmong(one, guests))));
    return [
      whereKind(isListed),
      ...wherePerson(listedUsers),
      ...groups.flatMap((group) => inGroup(group, objects)),
      ...roles.flatMap(inRole),
    ];
  };
  const isUser = anyOf([whereKind((one) => one.kind !== "workload")], everything);
  /** That guests are left out is news for guests; that a person, group or role is, was written down by name. */
  const exempting = (clause: Clause): Clause => {
    const variables = clause.literals.map(({ variable }) => variable);
    if (variables.includes(kind)) return clause;
    const isRole = variables.some((variable) => [...flags.roles.values()].includes(variable));
    return { ...clause, exempts: isRole ? "role" : "people" };
  };

  return {
    users: isUser,
    members: anyOf([whereKind((one) => one.kind === "member")], everything),
    holders(role) {
      const holds = inRole(role);
      return holds.length === 0 ? [] : anyOf(holds, everything);
    },
    among: (groups, ids, objects) =>
      anyOf([...groups.flatMap((group) => inGroup(group, objects)), ...wherePerson(ids)], everything),
    conditions({ conditions: { users: one = {}, clientApplications } }, objects) {
      if (clientApplications) {
        const isWorkload = anyOf([whereKind(({ kind: what }) => what === "workload")], everything);
        return [...isWorkload, ...workloads.conditions(clientApplications)];
      }
      const included = peopleOf(
        one.includeUsers,
        one.includeGroups,
        one.includeRoles,
        one.includeGuestsOrExternalUsers,
        objects,
      );
      const excluded = peopleOf(
        one.excludeUsers,
        one.excludeGroups,
        one.excludeRoles,
        one.excludeGuestsOrExternalUsers,
        objects,
      );
      return [...isUser, ...anyOf(included, everything), ...noneOf(excluded, everything).map(exempting)];
    },
    describe(box) {
      const held = box(kind);
      const inside = held ? kinds.filter((_, at) => held.includes(at)) : kinds;
      if (inside.every((one) => one.kind === "workload")) return workloads.describe(box);
      const persons = person === undefined ? undefined : box(person);
      return [
        whoPhrase(kinds, inside, people(persons, memberships, sets), flags.positive(box)),
        ...exceptions(persons, memberships, sets),
        ...flags.negative(box),
      ];
    },
  };
}

const EVERYONE = "all";
const ALL_GUESTS = "guestsorexternalusers";

function kindsOf(conditions: readonly (AccessGuests | undefined)[]): readonly Kind[] {
  const tenants = distinct(
    conditions.flatMap((condition) =>
      condition?.externalTenants?.membershipKind === "enumerated"
        ? (condition.externalTenants.members ?? []).map(canonicalId)
        : [],
    ),
  );
  return [
    { kind: "member" },
    ...GUEST_TYPES.flatMap((type): readonly Kind[] => [
      { kind: "guest", type },
      ...(type === INTERNAL ? [] : tenants.map((tenant): Kind => ({ kind: "guest", type, tenant }))),
    ]),
    { kind: "workload" },
  ];
}

function kindPlace(kinds: readonly Kind[], { user, workload }: SignIn): number {
  const place = (tenant: string | undefined) =>
    kinds.findIndex((one) =>
      workload
        ? one.kind === "workload"
        : user?.guest
          ? one.kind === "guest" && one.type === user.guest.type && one.tenant === tenant
          : one.kind === "member",
    );
  const tenant = user?.guest?.tenant;
  const exact = place(tenant === undefined ? undefined : canonicalId(tenant));
  return exact >= 0 ? exact : place(undefined);
}

/**
 * Tenants bound the external ones among the kinds: a guest whose account lies in the tenant itself has no other.
 * https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers
 */
function isAmong(
  { type, tenant }: Extract<Kind, { kind: "guest" }>,
  { guestOrExternalUserTypes, externalTenants }: AccessGuests,
): boolean {
  if (!guestOrExternalUserTypes.includes(type)) return false;
  if (type === INTERNAL || externalTenants?.membershipKind !== "enumerated") return true;
  return (
    tenant !== undefined && (externalTenants.members ?? []).some((member) => canonicalId(member) === tenant)
  );
}

/** A question for each group of unknown members and each role. */
function membershipFlags(variables: Variables, { groups }: Memberships, sets: readonly Mentions[]) {
  const roles = [
    ...new Set(
      sets.flatMap(({ policies }) =>
        policies.flatMap(({ conditions: { users = {} } }) =>
          [...(users.includeRoles ?? []), ...(users.excludeRoles ?? [])].map(canonicalId),
        ),
      ),
    ),
  ];
  const groupFlags = new Map(
    groups.map((group) => [
      group,
      variables.addFlag(({ user }) => (user?.groups ?? []).some((one) => canonicalId(one) === group)),
    ]),
  );
  const roleFlags = new Map(
    roles.map((role) => [
      role,
      variables.addFlag(({ user }) => (user?.roles ?? []).some((one) => canonicalId(one) === role)),
    ]),
  );
  const names = (
    box: Held,
    flags: ReadonlyMap<string, number>,
    value: number,
    name: (id: string) => string,
  ) => [...flags].flatMap(([id, at]) => (box(at)?.includes(value) ? [name(id)] : []));
  const groupWord = (id: string) => groupName(id, sets);
  return {
    groups: groupFlags,
    roles: roleFlags,
    /** Groups and roles that everyone in the box has. */
    positive: (box: Held) => ({
      groups: names(box, groupFlags, 1, groupWord),
      roles: names(box, roleFlags, 1, roleName),
    }),
    negative: (box: Held): readonly Phrase[] =>
      [
        ...names(box, groupFlags, 0, groupWord),
        ...names(box, roleFlags, 0, (id) => `the role ${roleName(id)}`),
      ].map((text) => ({ part: "except", text })),
  };
}
