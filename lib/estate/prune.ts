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
 * A domain without the sections that have faults, so that the rest of it can still be held against the other
 * domains and everything is told at once. `undefined` if too little would be left.
 * @param at the domain's path, with which the faults' paths begin
 */
export function prune(value: unknown, faults: readonly EstateFault[], at: Path): Pruned | undefined {
  const removed: Path[] = [];
  let left = value;
  for (const fault of faults) {
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

/** Does a path lie in one of the places that were taken out? */
export function isRemoved(removed: readonly Path[], path: Path): boolean {
  return removed.some(
    (prefix) => prefix.length <= path.length && prefix.every((key, index) => key === path[index]),
  );
}
