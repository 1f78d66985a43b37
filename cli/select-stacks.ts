import picomatch from "picomatch";
import { closest } from "../lib/closest";
import { choosesName, nameSelector, unicodeName } from "../lib/dns/name";
import { Misuse } from "./misuse";

/**
 * The names that match at least one of the globs; `undefined`, which means all of them, without globs.
 * @throws Misuse if a glob matches none: a typing error must not look like an empty estate
 */
export function selectStacks(
  names: readonly string[],
  globs: readonly string[] | undefined,
  option = "--domain",
): ReadonlySet<string> | undefined {
  if (!globs) return undefined;
  const selected = new Set<string>();
  for (const glob of globs) {
    const hits = matchingNames(glob, names);
    if (hits.length === 0) {
      const near = closest(nameSelector(glob), names.map(unicodeName));
      throw new Misuse(
        `${option} ${glob} matches nothing in the estate${near ? `; did you mean ${near}?` : ""}`,
      );
    }
    for (const name of hits) selected.add(name);
  }
  return selected;
}

/** The names that a glob matches, written in A-labels or U-labels, with a trailing dot or without. */
export function matchingNames(glob: string, names: readonly string[]): readonly string[] {
  const matches = picomatch(nameSelector(glob));
  return names.filter((name) => choosesName(matches, name));
}
