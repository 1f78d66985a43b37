import { GUEST_TYPES, type GuestType } from "../../policy";
import { ROLES } from "../../roles";
import { canonicalId, type NamedObject, objectWith } from "../objects";
import { distinct, listed, type Mentions, type Phrase } from "./dimension";
import type { Memberships } from "./members";

/** What somebody is to the tenant. A guest without a tenant is of any that no policy names. */
export type Kind =
  | { readonly kind: "member" }
  | { readonly kind: "guest"; readonly type: GuestType; readonly tenant?: string }
  | { readonly kind: "workload" };

/** Guests whose account lies in the tenant itself: the home tenant is no question. */
export const INTERNAL: GuestType = "internalGuest";

/** People that are known one by one. */
export interface People {
  readonly text: string;
  readonly isOne: boolean;
}

/** Who a box is about, if it is about some that are known one by one. */
export function people(
  held: readonly number[] | undefined,
  memberships: Memberships,
  sets: readonly Mentions[],
): People | undefined {
  if (!held || held.includes(0)) return undefined;
  return { text: peopleWords(held, memberships, sets), isOne: held.length === 1 };
}

/** Whom a box leaves out among those that are known one by one: by the name of their group, if they are all of it. */
export function exceptions(
  held: readonly number[] | undefined,
  memberships: Memberships,
  sets: readonly Mentions[],
): readonly Phrase[] {
  if (!held?.includes(0)) return [];
  const out = memberships.users.flatMap((_, at) => (held.includes(at + 1) ? [] : [at + 1]));
  const ids = distinct(out.map((at) => memberships.users[at - 1] ?? "")).join();
  const whole = memberships.known.find(
    ({ members = [] }) => distinct(members.map(canonicalId)).join() === ids,
  );
  return [{ part: "except", text: whole?.name ?? peopleWords(out, memberships, sets) }];
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

/** The subject of a sentence about some users. */
export function whoPhrase(
  kinds: readonly Kind[],
  inside: readonly Kind[],
  some: People | undefined,
  { groups, roles }: { readonly groups: readonly string[]; readonly roles: readonly string[] },
): Phrase {
  const nouns = kindNouns(kinds, inside);
  const isEveryone = !some && nouns === undefined && groups.length + roles.length === 0;
  const subject = some
    ? `${some.text}${groups.length > 0 ? ` in ${listed(groups)}` : ""}`
    : groups.length > 0
      ? `${nouns === undefined ? "" : `${nouns} among `}the members of ${listed(groups)}`
      : (nouns ?? (roles.length > 0 ? "" : "everyone"));
  const holders = roles.length > 0 ? `holders of ${listed(roles)}` : "";
  const both = subject !== "" && holders !== "" ? `${subject} who are ${holders}` : `${subject}${holders}`;
  const also = some && nouns !== undefined ? `, as ${nouns}` : "";
  return { part: "who", text: `${both}${also}`, isOne: isEveryone || some?.isOne === true };
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
      by.set(suffix, [...(by.get(suffix) ?? []), GUEST_WORDS[type] ?? type]);
    }
    for (const [suffix, nouns] of by) {
      words.push(`${listed(nouns)}${suffix}`);
    }
  }
  return listed(words);
}

/** What people call the kinds of guests. */
export const GUEST_WORDS: Readonly<Record<string, string>> = {
  b2bCollaborationGuest: "B2B collaboration guests",
  b2bCollaborationMember: "B2B collaboration members",
  b2bDirectConnectUser: "B2B direct connect users",
  internalGuest: "local guests",
  otherExternalUser: "other external users",
  serviceProvider: "service providers",
};

export function groupName(id: string, sets: readonly Mentions[]): string {
  return (
    sets.map(({ objects }) => objectWith(objects.groups, id)?.name).find((name) => name !== undefined) ?? id
  );
}

export function roleName(id: string): string {
  return Object.entries(ROLES).find(([, value]) => value === canonicalId(id))?.[0] ?? id;
}
