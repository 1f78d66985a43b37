import type { AccessPolicy, Group, NamedLocation } from "../../identity/coverage";
import { isSameGroup } from "../../identity/principals";
import type { PolicyPosture, TenantPosture, Where } from "../model";
import { type Difference, type LiveThing, liveThing, lostThing } from "./difference";
import type { Meaning } from "./names";

/** The declared Conditional Access policies, their locations and groups as they are in the tenant, and policies besides. */
export function compareSignIns(
  declared: TenantPosture,
  observed: TenantPosture,
  meaning: Meaning,
): readonly LiveThing[] {
  return [...comparePolicies(declared, observed, meaning), ...compareResting(declared, observed, meaning)];
}

function comparePolicies(
  { policies = [] }: TenantPosture,
  observed: TenantPosture,
  meaning: Meaning,
): readonly LiveThing[] {
  const there = observed.policies;
  if (!there) {
    const why = observed.notRead?.find(({ part }) => part === "policies")?.why ?? "policies were not read";
    return policies.map((one) => lostThing(titleOf(one), why, one.where));
  }
  const taken = new Set<PolicyPosture>();
  const compared = policies.map((one): LiveThing => {
    const live = there.filter(({ policy }) => policy.displayName === one.policy.displayName);
    for (const other of live) taken.add(other);
    const [first, ...others] = live;
    if (!first) return { status: "missing", what: titleOf(one), differences: [], where: one.where };
    const all = policyDifferences(one.policy, first, meaning);
    // An id that nobody could look up may well be what the estate names.
    const isBlind = ({ observed: value }: Difference) => !canName(observed) && UNNAMED.test(value);
    const differences = all.filter((difference) => !isBlind(difference));
    const hidden = [...(first.unknown ?? []), ...all.filter(isBlind).map(({ attribute }) => attribute)];
    const twice: readonly Difference[] =
      others.length === 0
        ? []
        : [{ attribute: "policies of this name", declared: "1", observed: `${live.length}` }];
    return liveThing(titleOf(one), [...twice, ...differences], hidden, one.where);
  });
  const extra = there.flatMap((one): readonly LiveThing[] =>
    taken.has(one) ? [] : [{ status: "extra", what: titleOf(one), differences: [], where: one.where }],
  );
  return [...compared, ...extra];
}

/** An object id: what is left where no name is known. */
const UNNAMED = /(?:^|, )[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:,|$)/;

/** Were all objects read that policies name by id? */
function canName({ objects: { users, groups, namedLocations, strengths } = {} }: TenantPosture): boolean {
  return [users, groups, namedLocations, strengths].every((list) => list !== undefined);
}

function titleOf({ policy }: PolicyPosture): string {
  return `the Conditional Access policy ${policy.displayName}`;
}

function policyDifferences(
  declared: AccessPolicy,
  { policy, unread = [] }: PolicyPosture,
  meaning: Meaning,
): readonly Difference[] {
  const [wanted, live] = [flattened(declared, meaning), flattened(policy, meaning)];
  const paths = [...new Set([...wanted.keys(), ...live.keys()])].sort();
  return [
    ...paths.flatMap((path): readonly Difference[] => {
      const [one = "nothing", other = "nothing"] = [wanted.get(path), live.get(path)];
      return one === other ? [] : [{ attribute: path, declared: one, observed: other }];
    }),
    ...unread.map((words) => ({ attribute: "what nobody here knows", declared: "nothing", observed: words })),
  ];
}

/** What means nothing: whether a control is on, which is said by its being there, and what every client is called. */
const MEANS_NOTHING: ReadonlySet<string> = new Set([
  "isEnabled=true",
  "clientAppTypes=all",
  "frequencyInterval=timeBased",
  "authenticationType=primaryAndSecondaryAuthentication",
  "membershipKind=all",
]);

/** A policy as a text for each path; ids are names, lists have no order, and what is left out is not there. */
function flattened(policy: AccessPolicy, meaning: Meaning): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (value === undefined || value === null || value === false) return;
    if (Array.isArray(value)) {
      if (value.length > 0)
        put(path, [...new Set(value.map((one) => meaning(String(one))))].sort().join(", "));
    } else if (typeof value === "object") {
      for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
    } else put(path, path.at(-1) === "id" ? meaning(String(value)) : String(value));
  };
  const put = (path: readonly string[], text: string): void => {
    if (text !== "" && !MEANS_NOTHING.has(`${path.at(-1)}=${text}`)) found.set(path.join("."), text);
  };
  const { displayName: _, ...rest } = policy;
  walk(rest, []);
  // Of a single control it does not matter whether all or any of them are asked for.
  if (isSole(policy.grantControls)) found.delete("grantControls.operator");
  return found;
}

function isSole(grant: AccessPolicy["grantControls"]): boolean {
  const {
    builtInControls = [],
    termsOfUse = [],
    customAuthenticationFactors = [],
    authenticationStrength,
  } = grant ?? {};
  const lists = [builtInControls, termsOfUse, customAuthenticationFactors];
  return lists.reduce((sum, list) => sum + list.length, 0) + (authenticationStrength ? 1 : 0) <= 1;
}

function compareResting(
  { objects: wanted = {}, where }: TenantPosture,
  { objects: live = {} }: TenantPosture,
  meaning: Meaning,
): readonly LiveThing[] {
  const { namedLocations = [], groups = [] } = wanted;
  return [
    ...namedLocations.map((one) =>
      found(
        `the named location ${one.name}`,
        live.namedLocations,
        ({ name }) => name === one.name,
        where,
        (other) =>
          different([
            ["kind", one.kind, other.kind],
            ...locationPairs(one, other, (list) => listed(list, meaning)),
          ]),
      ),
    ),
    ...groups.map((one) => compareGroup(one, live.groups, where, meaning)),
  ];
}

function locationPairs(
  one: NamedLocation,
  other: NamedLocation,
  list: (members: readonly string[]) => string,
): readonly Pair[] {
  if (one.kind === "ip" && other.kind === "ip") {
    return [
      ["ranges", list(one.ranges), list(other.ranges)],
      ["trusted", String(one.trusted), String(other.trusted)],
    ];
  }
  if (one.kind === "countries" && other.kind === "countries") {
    return [
      ["countries", list(one.countries), list(other.countries)],
      ["unknownCountries", String(one.unknownCountries), String(other.unknownCountries)],
      ["lookup", one.lookup, other.lookup],
    ];
  }
  return [];
}

function compareGroup(
  one: Group,
  groups: readonly Group[] | undefined,
  where: Where,
  meaning: Meaning,
): LiveThing {
  const what = `the group ${one.name}`;
  const thing = found(
    what,
    groups,
    ({ name }) => isSameGroup(name, one.name),
    where,
    ({ members }) =>
      one.members && members
        ? different([["members", listed(one.members, meaning), listed(members, meaning)]])
        : [],
  );
  const live = groups?.find(({ name }) => isSameGroup(name, one.name));
  // Of groups those are read that policies name: another may well be there.
  if (groups && !live) return lostThing(what, "no policy names it, and it was not read", where);
  if (!live || !one.members) return thing;
  const isShown = live.members && !UNNAMED.test(listed(live.members, meaning));
  return isShown ? thing : lostThing(what, "not shown: members", where);
}

function found<T>(
  what: string,
  there: readonly T[] | undefined,
  is: (one: T) => boolean,
  where: Where,
  differences: (one: T) => readonly Difference[],
): LiveThing {
  if (!there) return lostThing(what, "it was not read", where);
  const live = there.find(is);
  if (!live) return { status: "missing", what, differences: [], where };
  return liveThing(what, differences(live), [], where);
}

type Pair = readonly [attribute: string, declared: string, observed: string];

function different(pairs: readonly Pair[]): readonly Difference[] {
  return pairs.flatMap(([attribute, declared, observed]) =>
    declared === observed ? [] : [{ attribute, declared, observed }],
  );
}

function listed(members: readonly string[], meaning: Meaning): string {
  return members.length === 0 ? "nobody" : [...new Set(members.map(meaning))].sort().join(", ");
}
