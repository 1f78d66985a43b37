import picomatch from "picomatch";
import { closest } from "../lib/closest";
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
    const matches = picomatch(glob.toLowerCase());
    const hits = names.filter((name) => matches(name));
    if (hits.length === 0) {
      const near = closest(glob, names);
      throw new Misuse(
        `${option} ${glob} matches nothing in the estate${near ? `; did you mean ${near}?` : ""}`,
      );
    }
    for (const name of hits) selected.add(name);
  }
  return selected;
}
