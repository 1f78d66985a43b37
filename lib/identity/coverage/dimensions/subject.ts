import { GUEST_TYPES, type GuestType } from "../../policy";
import { ROLES } from "../../roles";
import { anyOf, type Conditions, type Literal, noneOf } from "../conditions";
import { canonicalId, type NamedObject, objectWith, type TenantObjects } from "../objects";
import type { AccessGuests } from "../policy";
import type { SignIn } from "../sign-in";
import {
  type Dimension,
  distinct,
  type Held,
  listed,
  literal,
  type Mentions,
  type Phrase,
  type Variables,
  whereItem,
} from "./dimension";
import { type Memberships, membershipsOf } from "./members";
import { workloadPart } from "./workload";

/** What somebody is to the tenant. A guest without a tenant is of any that no policy names. */
type Kind =
  | { readonly kind: "member" }
  | { readonly kind: "guest"; readonly type: GuestType; readonly tenant?: string }
  | { readonly kind: "workload" };

/** Guests whose account lies in the tenant itself: the home tenant is no question. */
const INTERNAL: GuestType = "internalGuest";

export interface SubjectDimension extends Dimension {
  /** A user, of whatever kind. */
  readonly users: Conditions;
  /** A user of the tenant itself, guests left out. */
  readonly members: Conditions;
  /** A holder of a built-in role, by its template's id; nobody if no policy asks for it. */
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
    const flag = flags.groups.get(canonicalId(group));
    if (flag !== undefined) return [literal(flag, [1])];
    return wherePerson(objectWith(objects.groups, group)?.members ?? []);
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

  return {
    users: isUser,
    members: anyOf([whereKind((one) => one.kind === "member")], everything),
    holders: (role) => anyOf(inRole(role), everything),
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
      return [
        ...isUser,
        ...anyOf(included, everything),
        ...noneOf(excluded, everything).map(({ literals }) => ({ literals, exempts: true }) as const),
      ];
    },
    describe(box) {
      const held = box(kind);
      const inside = held ? kinds.filter((_, at) => held.includes(at)) : kinds;
      if (inside.every((one) => one.kind === "workload")) return workloads.describe(box);
      const people = person === undefined ? undefined : box(person);
      return [
        ...who(kinds, inside, personWords(people, memberships, sets), flags.positive(box)),
        ...exceptions(people, memberships, sets),
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

function groupName(id: string, sets: readonly Mentions[]): string {
  return (
    sets.map(({ objects }) => objectWith(objects.groups, id)?.name).find((name) => name !== undefined) ?? id
  );
}

export function roleName(id: string): string {
  return Object.entries(ROLES).find(([, value]) => value === canonicalId(id))?.[0] ?? id;
}

/** Who a box is about, if it is about some that are known one by one. */
function personWords(
  held: readonly number[] | undefined,
  memberships: Memberships,
  sets: readonly Mentions[],
): string | undefined {
  return held && !held.includes(0) ? peopleWords(held, memberships, sets) : undefined;
}

function exceptions(
  held: readonly number[] | undefined,
  memberships: Memberships,
  sets: readonly Mentions[],
): readonly Phrase[] {
  if (!held?.includes(0)) return [];
  const out = memberships.users.flatMap((_, at) => (held.includes(at + 1) ? [] : [at + 1]));
  return [{ part: "except", text: peopleWords(out, memberships, sets) }];
}

/** The people, and a group that they are members of before or after. */
function peopleWords(
  places: readonly number[],
  { users, known }: Memberships,
  sets: readonly Mentions[],
): string {
  const ids = places.map((at) => users[at - 1] ?? "");
  const all = sets.flatMap(({ objects }): readonly NamedObject[] => objects.users ?? []);
  const names = listed(ids.map((id) => objectWith(all, id)?.name ?? id));
  const group = known.find(({ members = [] }) => {
    const held = new Set(members.map(canonicalId));
    return ids.every((id) => held.has(id));
  });
  return group ? `${names} (${group.name})` : names;
}

function who(
  kinds: readonly Kind[],
  inside: readonly Kind[],
  people: string | undefined,
  { groups, roles }: { readonly groups: readonly string[]; readonly roles: readonly string[] },
): readonly Phrase[] {
  const nouns = kindNouns(kinds, inside);
  const subject =
    people ??
    (groups.length > 0
      ? `${nouns === undefined ? "" : `${nouns} among `}the members of ${listed(groups)}`
      : (nouns ?? (roles.length > 0 ? undefined : "everyone")));
  const holders = roles.length === 0 ? undefined : `holders of ${listed(roles)}`;
  const also = people === undefined || nouns === undefined ? "" : `, as ${nouns}`;
  const text =
    subject === undefined ? holders : holders === undefined ? subject : `${subject} who are ${holders}`;
  const inGroups = people !== undefined && groups.length > 0 ? ` in ${listed(groups)}` : "";
  return [{ part: "who", text: `${text ?? "everyone"}${inGroups}${also}` }];
}

/** `guests`, `B2B direct connect users of tenant …`; nothing where every kind of user is meant. */
function kindNouns(kinds: readonly Kind[], inside: readonly Kind[]): string | undefined {
  const isUser = ({ kind }: Kind) => kind !== "workload";
  const isIn = (one: Kind) => inside.includes(one);
  const all = kinds.filter(isUser);
  if (all.every(isIn)) return undefined;
  const words: string[] = [];
  if (inside.some(({ kind }) => kind === "member")) words.push("the tenant's own users");
  const guests = all.flatMap((one) => (one.kind === "guest" ? [one] : []));
  const tenantsOf = (type: GuestType, inTenants: boolean) =>
    guests.filter((one) => one.type === type && isIn(one) === inTenants);
  if (guests.every(isIn)) words.push("guests");
  else {
    const by = new Map<string, string[]>();
    for (const type of GUEST_TYPES) {
      const [held, left] = [tenantsOf(type, true), tenantsOf(type, false)];
      if (held.length === 0) continue;
      const isOpen = held.some(({ tenant }) => tenant === undefined);
      const tenants = (isOpen ? left : held).map(({ tenant }) => tenant ?? "");
      const suffix =
        tenants.length === 0 ? "" : ` of ${isOpen ? "every tenant but " : "tenant "}${listed(tenants)}`;
      by.set(suffix, [...(by.get(suffix) ?? []), GUEST_WORDS[type]]);
    }
    for (const [suffix, nouns] of by) {
      words.push(`${nouns.length === GUEST_TYPES.length ? "guests" : listed(nouns)}${suffix}`);
    }
  }
  return listed(words);
}

const GUEST_WORDS: Readonly<Record<GuestType, string>> = {
  b2bCollaborationGuest: "B2B collaboration guests",
  b2bCollaborationMember: "B2B collaboration members",
  b2bDirectConnectUser: "B2B direct connect users",
  internalGuest: "local guests",
  otherExternalUser: "other external users",
  serviceProvider: "service providers",
};
