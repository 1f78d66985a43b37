import type { AccessPolicy } from "../../identity/coverage";
import { GUEST_WORDS } from "../../identity/coverage/dimensions/subject-words";
import type { AccessGuests } from "../../identity/coverage/policy";
import { GUEST_TYPES } from "../../identity/policy";
import { groupsOf, nameOfObject } from "../../posture/facts/policies";
import type { PolicyPosture, TenantPosture } from "../../posture/model";
import { type Change, low, medium, without } from "./change";

/** How many policies are on, report, and are off. */
export function policiesState({ policies, objects }: TenantPosture): string {
  if (objects?.securityDefaults) return "security defaults";
  if (!policies) return "not managed";
  const count = (state: AccessPolicy["state"]) =>
    policies.filter(({ policy }) => policy.state === state).length;
  return `${count("enabled")} on, ${count("enabledForReportingButNotEnforced")} report-only, ${count("disabled")} off`;
}

/**
 * What changes in a tenant's Conditional Access policies themselves: which there are, their names and states, whom they
 * name. What that means for sign-ins, and the risk, is told beside it; of a policy that is on and asks for the same in
 * other words nothing is told.
 */
export function policyChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  const from = new Map((before.policies ?? []).map((one) => [one.key, one]));
  const to = new Map((after.policies ?? []).map((one) => [one.key, one]));
  const name = (id: string) => nameOfObject(id, after, before);
  return [
    ...securityDefaultsChange(before, after),
    ...gaps(from, to),
    ...[...to].flatMap(([key, one]) => {
      const old = from.get(key);
      return old
        ? changed(old, one, name)
        : [low(`${titleOf(one)}: new, ${STATES[one.policy.state]}, ${reach(one.policy, name)}`)];
    }),
    ...[...from].flatMap(([key, one]) =>
      to.has(key) ? [] : [low(`${titleOf(one)}: removed, was ${STATES[one.policy.state]}`)],
    ),
  ];
}

/** What that means for sign-ins is told as their difference. */
function securityDefaultsChange(before: TenantPosture, after: TenantPosture): readonly Change[] {
  const [old, now] = [before, after].map(({ objects }) => objects?.securityDefaults === true);
  if (old === now) return [];
  return [low(`Security defaults: ${now ? "off → on" : "on → off"}, as the estate says: no plan does it`)];
}

const GAP =
  "until the new policy is there nobody is asked for what it asks; lifecycle { create_before_destroy = true } makes it first";

/**
 * Policies that are on before and after, and in between perhaps not there: Terraform deletes before it makes anew, and
 * keeps no order between resources of two addresses. What they ask for may be the same.
 */
function gaps(
  from: ReadonlyMap<string, PolicyPosture>,
  to: ReadonlyMap<string, PolicyPosture>,
): readonly Change[] {
  const isOn = ({ policy }: PolicyPosture) => policy.state === "enabled";
  const meaning = ({ policy: { displayName: _, ...rest } }: PolicyPosture) => canonical(rest);
  const made = [...to].flatMap(([key, one]) => (from.has(key) || !isOn(one) ? [] : [one]));
  return [
    ...[...to].flatMap(([key, one]) => {
      const old = from.get(key);
      return one.replaced && old && isOn(old) && isOn(one) ? [medium(`${titleOf(one)}: replaced`, GAP)] : [];
    }),
    ...[...from].flatMap(([key, one]) => {
      if (to.has(key) || !isOn(one)) return [];
      const twin = made.find((other) => meaning(other) === meaning(one));
      return twin ? [medium(`${titleOf(one)}: deleted, and made anew at another address`, MOVED)] : [];
    }),
  ];
}

const MOVED =
  "until the new policy is there nobody is asked for what it asks; a moved block keeps the one that is there";

function titleOf({ policy }: PolicyPosture): string {
  return `Conditional Access ${policy.displayName}`;
}

type Name = (id: string) => string;

function changed(from: PolicyPosture, to: PolicyPosture, name: Name): readonly Change[] {
  const [old, now] = [from.policy, to.policy];
  const title = titleOf(to);
  const lines: string[] = [];
  if (old.displayName !== now.displayName) lines.push(`${titleOf(from)}: now called ${now.displayName}`);
  if (old.state !== now.state) {
    lines.push(`${title}: ${STATES[old.state]} → ${STATES[now.state]}, ${reach(now, name)}`);
  }
  for (const side of ["included", "excluded"] as const) {
    const [before, after] = [old, now].map((policy) => peopleOf(policy, side, name));
    const [gained, lost] = [without(after ?? [], before ?? []), without(before ?? [], after ?? [])];
    if (gained.length > 0) lines.push(`${title}: ${side} now also: ${gained.join(", ")}`);
    if (lost.length > 0) lines.push(`${title}: no longer ${side}: ${lost.join(", ")}`);
  }
  // Of a policy that is on, what its parts mean is told as a difference in sign-ins.
  if (now.state !== "enabled" && old.state !== "enabled") {
    const parts = PARTS.filter(([, read]) => canonical(read(old)) !== canonical(read(now))).map(
      ([words]) => words,
    );
    if (parts.length > 0)
      lines.push(`${title}: ${parts.join(", ")} changed; the policy is ${STATES[now.state]}`);
  }
  return lines.map(low);
}

const PARTS: readonly (readonly [string, (policy: AccessPolicy) => unknown])[] = [
  ["applications", ({ conditions: { applications } }) => applications],
  ["conditions", ({ conditions: { users: _users, applications: _applications, ...others } }) => others],
  ["grant controls", ({ grantControls }) => grantControls],
  ["session controls", ({ sessionControls }) => sessionControls],
];

/** Equal for values that say the same: order and empty lists do not count. */
function canonical(value: unknown): string {
  return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(plain).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, one]) => {
    const inner = plain(one);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const STATES = { enabled: "on", disabled: "off", enabledForReportingButNotEnforced: "report-only" } as const;

const MOST_NAMED = 6;

/** `for all users except sg-break-glass`. */
function reach(policy: AccessPolicy, name: Name): string {
  const [included, excluded] = [peopleOf(policy, "included", name), peopleOf(policy, "excluded", name)];
  const some = (names: readonly string[]) =>
    names.length > MOST_NAMED
      ? `${names.slice(0, MOST_NAMED - 1).join(", ")} and ${names.length - MOST_NAMED + 1} more`
      : names.join(", ");
  return `for ${some(included) || "nobody"}${excluded.length > 0 ? ` except ${some(excluded)}` : ", nobody excluded"}`;
}

/** Whom a policy names, by the names that people know. */
function peopleOf(
  { conditions }: AccessPolicy,
  side: "included" | "excluded",
  name: Name,
): readonly string[] {
  const { users = {}, clientApplications } = conditions;
  const isIncluded = side === "included";
  const groups = groupsOf(users, side);
  const roles = (isIncluded ? users.includeRoles : users.excludeRoles) ?? [];
  const people = (isIncluded ? users.includeUsers : users.excludeUsers) ?? [];
  const workloads = isIncluded
    ? clientApplications?.includeServicePrincipals
    : clientApplications?.excludeServicePrincipals;
  return [
    ...people.filter((one) => one !== "None").map((one) => WORDS[one] ?? name(one)),
    ...groups.map(name),
    ...roles.map((role) => `the role ${name(role)}`),
    ...guestWords(isIncluded ? users.includeGuestsOrExternalUsers : users.excludeGuestsOrExternalUsers),
    ...(workloads ?? []).map((one) => WORDS[one] ?? `the service principal ${name(one)}`),
  ];
}

const WORDS: Readonly<Partial<Record<string, string>>> = {
  All: "all users",
  GuestsOrExternalUsers: "guests",
  ServicePrincipalsInMyTenant: "all service principals",
};

function guestWords(guests: AccessGuests | undefined): readonly string[] {
  if (!guests) return [];
  const { guestOrExternalUserTypes: kinds, externalTenants } = guests;
  const of =
    externalTenants?.membershipKind === "enumerated"
      ? ` of tenant ${(externalTenants.members ?? []).join(", ")}`
      : "";
  return GUEST_TYPES.every((kind) => kinds.includes(kind))
    ? [`guests${of}`]
    : kinds.map((kind) => `${GUEST_WORDS[kind] ?? kind}${of}`);
}
