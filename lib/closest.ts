/**
 * The candidate that `word` was most likely meant to be, or `undefined` when none is near.
 * Near is at most one slip for every three letters (insertion, deletion, substitution or swap of neighbours,
 * case aside); of equally near candidates the first wins. Of many candidates only the first {@link MOST} are looked at: a
 * file may have a hundred thousand names, and as many slips.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  let best: string | undefined;
  let bound = Math.max(1, Math.floor(meant.length / 3)) + 1;
  let looked = 0;
  for (const candidate of candidates) {
    if (++looked > MOST) break;
    // So many letters more or fewer are as many slips; and what is compared stays short, however long the word is.
    if (Math.abs(meant.length - candidate.length) >= bound) continue;
    const slips = distance(meant, candidate.toLowerCase(), bound);
    if (slips < bound) [best, bound] = [candidate, slips];
  }
  return best;
}

const MOST = 1000;

/**
 * Damerau-Levenshtein distance in its restricted form: no letter is touched twice (optimal string alignment).
 * @param bound what is as far away as this need not be measured: any distance from it on may come back
 */
function distance(a: string, b: string, bound: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    // A swap goes back two rows, and no way from both of them is shorter than the shortest in them.
    if (Math.min(...current) >= bound && Math.min(...last) >= bound) return bound;
    before = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
