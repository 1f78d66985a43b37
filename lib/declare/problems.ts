import type { Loaded } from "../estate/load";
import type { Estate } from "../estate/model";
import { removal } from "../estate/prune";
import { comparePlaces, type LocatedFault } from "../located-fault";

/** What a declaration of an estate comes to, as far as its problems go. */
type Declared = { readonly ok: true } | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/**
 * Everything that is wrong with an estate that could not be loaded: the problems of its files, and what is wrong
 * with and between those parts that could be read all the same. In the order of the files.
 * @param declare what is asked of the parts that could be read
 */
export function problemsWith(
  { problems, rest }: Extract<Loaded, { readonly ok: false }>,
  declare: (estate: Estate) => Declared,
): readonly LocatedFault[] {
  const declared = rest && declare(rest.estate);
  const further = declared && !declared.ok ? declared.problems : [];
  const isRemoved = removal(rest?.removed ?? []);
  return inOrder([...problems, ...further.filter(({ path }) => !isRemoved(path ?? []))]);
}

/**
 * Problems by file, line and column; those without a place come last. Each stands once: a default's is found in
 * every domain that takes it.
 */
export function inOrder(problems: readonly LocatedFault[]): readonly LocatedFault[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(comparePlaces);
}
