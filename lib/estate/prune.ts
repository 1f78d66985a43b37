import type { Path } from "../fault";
import { isMapping } from "../mapping";
import type { EstateFault } from "./estate-fault";

/** Sections that a domain cannot do without: a fault in one of them leaves nothing to go on with. */
const VITAL: ReadonlySet<string | number> = new Set(["profile", "tenant", "zone", "subdomains"]);

/** What is left of a value whose faults have been told, and what was taken out of it. */
export interface Pruned {
  readonly value: unknown;
  /** Paths from the root of the estate. */
  readonly removed: readonly Path[];
}

/**
 * The same beside the domains: what the tenants declare of their identities is read on, so that their faults come all at
 * once, and the domains too where they take nothing from what is left out.
 */
export interface PrunedHead extends Pruned {
  /** Would domains seem to lack what defaults and tenants give? */
  readonly leavesDomains: boolean;
}

/** An estate without the sections beside its domains that have faults. */
export function pruneHead(root: unknown, faults: readonly EstateFault[]): PrunedHead | undefined {
  const removed: Path[] = [];
  let left = root;
  let leavesDomains = true;
  for (const fault of faults) {
    const [section, , part] = fault.path;
    if (section === undefined) return undefined;
    if (fault.instead) {
      left = put(left, fault.path, fault.instead.value);
      continue;
    }
    const isIdentity = section === "tenants" && part === "identity";
    if (!isIdentity && !OWN_SECTIONS.has(section)) leavesDomains = false;
    const gone = isIdentity
      ? identitySections(root, fault)
      : [fault.path.slice(0, section === "tenants" ? 2 : 1)];
    removed.push(...gone);
    for (const path of gone) {
      left =
        path[0] === "version"
          ? put(left, path, 1)
          : path[0] === "domains"
            ? put(left, path, {})
            : without(left, path);
    }
  }
  return { value: left, removed, leavesDomains };
}

/** What domains take nothing from. */
const OWN_SECTIONS: ReadonlySet<string | number> = new Set([
  "$schema",
  "version",
  "state",
  "providers",
  "rules",
  "review",
  "imports",
  "asFound",
]);

/** The parts of a tenant's identities that a fault is in, and those that build on them. */
function identitySections(root: unknown, { path, atKey }: EstateFault): readonly Path[] {
  const identity = path.slice(0, 3);
  const [section, member, key] = path.slice(3);
  if (section === undefined) return [identity];
  if (atKey && path.length === 4) return [path];
  if (section === "mfa") return [path.slice(0, member === "policies" && key !== undefined ? 6 : 4)];
  if (section !== "namedLocations" || member === undefined) return [[...identity, section]];
  const policies = ownMember(root, [...identity, "mfa", "policies"]);
  const using = Object.entries(isMapping(policies) ? policies : {})
    .filter(([, policy]) =>
      ["includeLocations", "excludeLocations"].some((one) => names(ownMember(policy, [one]), member)),
    )
    .map(([name]) => [...identity, "mfa", "policies", name]);
  return [[...identity, section, member], ...using];
}

function names(list: unknown, key: string | number): boolean {
  return Array.isArray(list) && list.includes(key);
}

function ownMember(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isMapping(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

/** The value with another one at a path; what does not lead there stays as it is. */
function put(value: unknown, [key, ...rest]: Path, instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? put(one, rest, instead) : one));
  return isMapping(value) ? { ...value, [key]: put(value[key], rest, instead) } : value;
}

/**
 * A domain without the sections that have faults, so that the rest of it can still be held against the other
 * domains and everything is told at once. `undefined` if too little would be left.
 * @param at the domain's path, with which the faults' paths begin
 */
export function prune(value: unknown, faults: readonly EstateFault[], at: Path): Pruned | undefined {
  const removed: Path[] = [];
  let left = value;
  for (const fault of faults) {
    if (fault.instead) {
      left = put(left, fault.path.slice(at.length), fault.instead.value);
      continue;
    }
    const section = sectionOf(fault, at.length);
    if (!section) return undefined;
    removed.push([...at, ...section]);
    left = without(left, section);
  }
  return { value: left, removed };
}

/** The key to leave out: an unknown key itself, else the section of the domain or subdomain that the fault is in. */
function sectionOf(fault: EstateFault, depth: number): Path | undefined {
  const inside = fault.path.slice(depth);
  if (inside.length === 0) return undefined;
  if (fault.atKey) return inside;
  const length = inside[0] === "subdomains" && inside.length > 2 ? 3 : 1;
  const section = inside.slice(0, length);
  return VITAL.has(section.at(-1) ?? "") ? undefined : section;
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (!isMapping(value) || key === undefined) return value;
  if (rest.length > 0) return { ...value, [key]: without(value[key], rest) };
  const { [key]: _removed, ...others } = value;
  return others;
}

/** Tells whether a path lies in one of the places that were taken out: of as many of them as there are domains. */
export function removal(removed: readonly Path[]): (path: Path) => boolean {
  const places = new Set(removed.map((path) => JSON.stringify(path)));
  const depths = [...new Set(removed.map(({ length }) => length))];
  return (path) =>
    depths.some((depth) => depth <= path.length && places.has(JSON.stringify(path.slice(0, depth))));
}
