/**
 * A listing of pages that were asked for one after the other is of one moment only if nothing came or went in between.
 * @throws Error if it is not whole
 */
export function requireWhole(
  found: readonly { readonly id: string }[],
  counts: ReadonlySet<number>,
  what: string,
): void {
  const ids = new Set(found.map(({ id }) => id)).size;
  const [count = ids, ...others] = counts;
  if (others.length === 0 && count === ids && ids === found.length) return;
  throw new Error(
    `the listing is not whole: ${ids} ${what} of ${[count, ...others].join(", then ")}; ask again when nothing changes there`,
  );
}
