import { AddressSet } from "../../dns/address-set";
import {
  canonicalId,
  type Group,
  type NamedLocation,
  type NamedObject,
  nestedGroups,
  objectWith,
  peopleIn,
} from "../../identity/coverage";
import { groupsOf, nameOfObject } from "../../posture/facts/policies";
import type { TenantPosture } from "../../posture/model";
import { accountChanges, insideEmergency } from "./break-glass";
import { type Change, high, low, medium, without } from "./change";
import { settingsChanged } from "./group-settings";

/**
 * What changes in the objects that policies rest on: places, strengths, groups. What that means for sign-ins is told
 * where policies are compared; here is what was touched.
 */
export function directoryChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  return [
    ...paired(before.objects?.namedLocations, after.objects?.namedLocations).flatMap(locationChanges),
    ...paired(before.objects?.strengths, after.objects?.strengths).flatMap(strengthChanges),
    ...relevantGroups(before, after).flatMap((pair) => groupChanges(pair, before, after)),
    ...accountChanges(before, after).map(({ text }) =>
      high(`Break-glass account ${text}`, "it is a way back in when everyone else is locked out"),
    ),
  ];
}

/** An object before and after; it has an id and a name on at least one side. */
type Pair<T> = readonly [T | undefined, T | undefined];

function paired<T extends { readonly id: string; readonly name: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): readonly Pair<T>[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => canonicalId(id)))];
  return ids.map((id) => [objectWith(before, id), objectWith(after, id)]);
}

/** That an object has another name, is new or is gone; nothing else that is left out here. */
function presence(
  what: string,
  [from, to]: Pair<{ readonly name: string; readonly gone?: true }>,
): readonly Change[] {
  if (!from) return [low(`${what} ${to?.name ?? ""}: new`)];
  if (!to || to.gone) return [low(`${what} ${from.name}: removed`)];
  return from.name === to.name ? [] : [low(`${what} ${from.name}: now called ${to.name}`)];
}

/** `holds now also 203.0.113.0/24`, `no longer holds 192.0.2.0/24`. */
function membership(
  title: string,
  verb: string,
  gained: readonly string[],
  lost: readonly string[],
): readonly string[] {
  return [
    ...(gained.length > 0 ? [`${title}: now also ${verb} ${some(gained)}`] : []),
    ...(lost.length > 0 ? [`${title}: no longer ${verb} ${some(lost)}`] : []),
  ];
}

const MOST = 10;

function some(names: readonly string[]): string {
  return names.length > MOST
    ? `${names.slice(0, MOST).join(", ")} and ${names.length - MOST} more`
    : names.join(", ");
}

function locationChanges(pair: Pair<NamedLocation>): readonly Change[] {
  const [from, to] = pair;
  const changes = [...presence("Named location", pair)];
  if (!from || !to) return changes;
  const title = `Named location ${to.name}`;
  if (from.kind === "ip" && to.kind === "ip") {
    if (from.trusted !== to.trusted) {
      changes.push(low(`${title}: ${to.trusted ? "now trusted" : "no longer trusted"}`));
    }
    const [gained, lost] = [difference(to.ranges, from.ranges), difference(from.ranges, to.ranges)];
    const isShort = from.ranges.length + to.ranges.length <= MOST;
    if (gained.length + lost.length > 0 && isShort) {
      changes.push(
        low(
          `${title}: ${from.ranges.join(", ") || "no addresses"} → ${to.ranges.join(", ") || "no addresses"}`,
        ),
      );
    } else changes.push(...membership(title, "holds", gained, lost).map(low));
  } else if (from.kind === "countries" && to.kind === "countries") {
    changes.push(
      ...membership(
        title,
        "holds",
        without(countries(to), countries(from)),
        without(countries(from), countries(to)),
      ).map(low),
    );
    if (from.lookup !== to.lookup)
      changes.push(low(`${title}: the country is found by ${LOOKUP_WORDS[to.lookup]}`));
  } else
    changes.push(
      low(
        `${title}: ${to.kind === "ip" ? "addresses instead of countries" : "countries instead of addresses"}`,
      ),
    );
  return changes;
}

const LOOKUP_WORDS = { clientIpAddress: "the address", authenticatorAppGps: "the phone's position" } as const;

function countries(location: Extract<NamedLocation, { kind: "countries" }>): readonly string[] {
  return [
    ...location.countries.map((code) => code.toUpperCase()),
    ...(location.unknownCountries ? ["addresses of no known country"] : []),
  ];
}

/** Addresses of the one and not of the other, in the fewest blocks; what cannot be read is compared as text. */
function difference(ranges: readonly string[], others: readonly string[]): readonly string[] {
  return (["ip4", "ip6"] as const)
    .flatMap((version) => {
      const of = (texts: readonly string[]) =>
        AddressSet.union(
          version,
          texts.flatMap((text) => AddressSet.parse(text) ?? []).filter((set) => set.version === version),
        );
      return of(ranges).minus(of(others)).cidrs();
    })
    .concat(
      without(
        ranges.filter((text) => !AddressSet.parse(text)),
        others,
      ),
    );
}

function strengthChanges(
  pair: Pair<{ readonly name: string; readonly allowedCombinations: readonly string[] }>,
): readonly Change[] {
  const [from, to] = pair;
  const title = `Authentication strength ${to?.name ?? ""}`;
  const [old, now] = [from?.allowedCombinations ?? [], to?.allowedCombinations ?? []];
  return [
    ...presence("Authentication strength", pair),
    ...(from && to ? membership(title, "allows", without(now, old), without(old, now)).map(low) : []),
  ];
}

/** Groups that policies name, that hold the emergency accounts, or that may reset their passwords. */
function relevantGroups(before: TenantPosture, after: TenantPosture): readonly Pair<Group>[] {
  const named = new Set(
    [before, after].flatMap(({ policies = [], breakGlass, sspr, namedGroups = [], objects = {} }) =>
      [
        ...policies.flatMap(({ policy: { conditions } }) =>
          (["included", "excluded"] as const).flatMap((side) => groupsOf(conditions.users ?? {}, side)),
        ),
        ...(breakGlass === undefined ? [] : [breakGlass]),
        ...(sspr === undefined ? [] : [sspr]),
        ...namedGroups,
      ].flatMap((id) => nestedGroups(objects.groups, id)),
    ),
  );
  return paired(before.objects?.groups, after.objects?.groups).filter(([from, to]) =>
    named.has(canonicalId((from ?? to)?.id ?? "")),
  );
}

function groupChanges(pair: Pair<Group>, before: TenantPosture, after: TenantPosture): readonly Change[] {
  const [from, to] = pair;
  const id = (from ?? to)?.id ?? "";
  const isEmergency = insideEmergency(before, after).has(canonicalId(id));
  const isSspr = [before, after].some(
    ({ sspr }) => sspr !== undefined && canonicalId(sspr) === canonicalId(id),
  );
  const title = `${isEmergency ? "Break-glass group" : isSspr ? "Self-service password reset, group" : "Group"} ${to?.name ?? from?.name}`;
  const name = (member: string) => nameOfObject(member, after, before);
  const [old, now] = [from?.members ?? [], to?.members ?? []].map((members) => members.map(canonicalId));
  const moves =
    from?.members && to?.members
      ? membership(
          title,
          "holds",
          without(now ?? [], old ?? []).map(name),
          without(old ?? [], now ?? []).map(name),
        )
      : [];
  const rule =
    from && to && from.rule !== to.rule
      ? [
          medium(
            `${title}: ${from.rule ?? "no rule"} → ${to.rule ?? "no rule"}`,
            "whom the rule takes in is not judged",
          ),
        ]
      : [];
  const others = from && to && !to.gone ? settingsChanged(from, to) : [];
  if (!from) {
    const members = to?.members?.map(name) ?? [];
    return [low(`${title}: new${members.length > 0 ? `, holds ${some(members)}` : ""}`)];
  }
  return [
    ...presence(isEmergency ? "Break-glass group" : "Group", pair),
    ...moves.map((text) =>
      isEmergency
        ? high(text, "its accounts are the way back in when everyone else is locked out")
        : low(text),
    ),
    ...rule,
    ...(others.length > 0
      ? [
          medium(
            `${title}: ${others.join(", ")} changed`,
            "who can change a group can change who is in it; this is not judged",
          ),
        ]
      : []),
  ];
}

/** Changes of groups that something rests on whose meaning nobody here can tell: a rule, who may change the group. */
export function unjudgedGroups(before: TenantPosture, after: TenantPosture): readonly string[] {
  return relevantGroups(before, after).flatMap(([from, to]) => {
    if (!from || !to || to.gone) return [];
    // Who may change the emergency accounts' group asks for itself.
    const others = insideEmergency(before, after).has(canonicalId(to.id)) ? [] : settingsChanged(from, to);
    return [
      ...(from.rule === to.rule ? [] : [`the group "${to.name}": another rule says who is in it`]),
      ...(others.length > 0 ? [`the group "${to.name}": ${others.join(", ")} changed`] : []),
    ];
  });
}

/**
 * Places, strengths and members of groups that change while no plan shows the policies of the tenant: those may rest on
 * them. Of groups it is those that the estate's policies name, since most groups of a tenant have no say in sign-ins.
 */
export function withoutPolicies(before: TenantPosture, after: TenantPosture): readonly string[] {
  if (before.policies || after.policies) return [];
  const locations = paired(before.objects?.namedLocations, after.objects?.namedLocations);
  const strengths = paired(before.objects?.strengths, after.objects?.strengths);
  // Nothing can rest on what is new, but that a trusted place is among the trusted ones.
  const isWeighty = ([from, to]: Pair<NamedLocation>) =>
    from
      ? JSON.stringify(unnamed(from)) !== JSON.stringify(to && unnamed(to))
      : to?.kind === "ip" && to.trusted;
  return [
    ...locations.filter(isWeighty).map(([from, to]) => `the named location "${(to ?? from)?.name}"`),
    ...strengths
      .filter(([from, to]) => from && JSON.stringify(unnamed(from)) !== JSON.stringify(to && unnamed(to)))
      .map(([from, to]) => `the authentication strength "${(to ?? from)?.name}"`),
    ...groupsMoved(before, after).map((name) => `who is in the group "${name}"`),
  ].map((what) => `${what}: no plan shows the policies that rest on it`);
}

function unnamed({ name: _, ...rest }: NamedObject): object {
  return rest;
}

/** Names of the groups, emergency accounts aside, whose people change. */
function groupsMoved(before: TenantPosture, after: TenantPosture): readonly string[] {
  const ids = new Set([before, after].flatMap(({ namedGroups = [] }) => namedGroups.map(canonicalId)));
  const emergency = insideEmergency(before, after);
  return [...ids].flatMap((id) => {
    if (emergency.has(id)) return [];
    const [old, now] = [before, after].map(({ objects }) => peopleIn(objects?.groups, id));
    const moved = old && now ? [...without(old, now), ...without(now, old)] : [];
    return moved.length > 0 ? [nameOfObject(id, after, before)] : [];
  });
}
