import { closest } from "../closest";
import { type Fault, within } from "../fault";
import type { PrincipalsOptions } from "./options";
import type { Principals } from "./policy";
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
  const { guests } = options;
  if (Array.isArray(guests) && guests.length === 0) {
    faults.push({
      path: [at, "guests"],
      message: "an empty list of kinds",
      expected: "true, or kinds of guests",
    });
  }
  return {
    ...(users.length > 0 ? { users } : {}),
    ...(groups.length > 0 ? { groups: [...groups].sort() } : {}),
    ...(roles.size > 0 ? { roles: [...roles].sort() } : {}),
    ...(guests === undefined ? {} : { guests }),
  };
}

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
