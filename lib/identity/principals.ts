import { closest } from "../closest";
import { type Fault, within } from "../fault";
import type { GuestsOptions, PrincipalsOptions } from "./options";
import type { GuestType, Principals } from "./policy";
import { isRoleName, ROLE_NAMES, ROLES, type RoleName } from "./roles";
import { parseUpn } from "./upn";

/** Reads user principal names: lower case, sorted; none may be there twice. */
export function readUpns(
  texts: readonly string[],
  faults: Fault[],
  ...path: readonly (string | number)[]
): readonly string[] {
  const upns = new Set<string>();
  for (const [index, text] of texts.entries()) {
    const upn = parseUpn(text);
    if (!upn.ok) faults.push(...upn.faults.map((fault) => within(fault, ...path, index)));
    else if (upns.has(upn.value)) {
      faults.push({ path: [...path, index], message: "listed twice", received: JSON.stringify(text) });
    } else upns.add(upn.value);
  }
  return [...upns].sort();
}

/** What is wrong with a group's display name: 1 to 256 characters, no space around them. */
export function groupNameFaults(name: string, ...path: readonly (string | number)[]): Fault[] {
  if (name !== "" && name.length <= 256 && name.trim() === name) return [];
  return [
    {
      path,
      message: "not a group's display name",
      received: JSON.stringify(name),
      expected: "1 to 256 characters, without a space at either end",
    },
  ];
}

/** Graph finds groups by display name without regard to case. */
export function isSameGroup(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Reads the people whom a policy names, in canonical form; empty lists are left out. */
export function readPrincipals(
  options: PrincipalsOptions,
  faults: Fault[],
  at: "include" | "exclude",
): Principals {
  const users = readUpns(options.users ?? [], faults, at, "users");
  const groups = unique(options.groups ?? []);
  for (const [index, group] of (options.groups ?? []).entries())
    faults.push(...groupNameFaults(group, at, "groups", index));
  const roles = new Set<RoleName>();
  for (const [index, role] of (options.roles ?? []).entries()) {
    if (isRoleName(role)) roles.add(role);
    else faults.push(unknownRole(role, at, "roles", index));
  }
  const guests = options.guests && readGuests(options.guests, faults, at);
  return {
    ...(users.length > 0 ? { users } : {}),
    ...(groups.length > 0 ? { groups: [...groups].sort() } : {}),
    ...(roles.size > 0 ? { roles: [...roles].sort() } : {}),
    ...(guests === undefined ? {} : { guests }),
  };
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers */
function readGuests(
  guests: NonNullable<PrincipalsOptions["guests"]>,
  faults: Fault[],
  at: "include" | "exclude",
): NonNullable<Principals["guests"]> {
  if (guests === true) return guests;
  const [kinds, path] = isTenants(guests)
    ? [guests.kinds, [at, "guests", "kinds"]]
    : [guests, [at, "guests"]];
  if (kinds.length === 0) {
    faults.push({ path, message: "an empty list of kinds", expected: "true, or kinds of guests" });
  }
  if (!isTenants(guests)) return unique(guests);
  if (kinds.length > 0 && kinds.every((kind) => kind === "internalGuest")) {
    faults.push({
      path,
      message: "an internal guest has no home tenant",
      received: "internalGuest",
      fix: "write guests: [internalGuest]",
    });
  }
  return { kinds: unique(kinds), tenants: readGuids(guests.tenants, faults, at, "guests", "tenants") };
}

function isTenants(guests: true | readonly GuestType[] | GuestsOptions): guests is GuestsOptions {
  return guests !== true && "tenants" in guests;
}

/** Reads ids of objects: lower case, sorted; none may be there twice. */
export function readGuids(
  texts: readonly string[],
  faults: Fault[],
  ...path: readonly (string | number)[]
): readonly string[] {
  if (texts.length === 0) faults.push({ path, message: "an empty list" });
  const found = new Set<string>();
  for (const [index, given] of texts.entries()) {
    const id = given.toLowerCase();
    if (!GUID.test(id)) {
      faults.push({
        path: [...path, index],
        message: "no id",
        received: JSON.stringify(given),
        expected: "an id such as 00000000-0000-4000-8000-000000000000",
      });
    } else if (found.has(id)) {
      faults.push({ path: [...path, index], message: "listed twice", received: JSON.stringify(given) });
    } else found.add(id);
  }
  return [...found].sort();
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function unknownRole(role: string, ...path: readonly (string | number)[]): Fault {
  const id = ROLE_NAMES.find((name) => isRoleName(name) && ROLES[name] === role.toLowerCase());
  const near = id ?? closest(role, ROLE_NAMES);
  return {
    path,
    message: "no built-in directory role has this name",
    received: JSON.stringify(role),
    expected: "a role's display name such as Global Administrator",
    ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
  };
}

export function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
