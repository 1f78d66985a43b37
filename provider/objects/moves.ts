/** A rule, and the priority that it is given. */
export interface Move {
  readonly id: string;
  /** 0 is the highest. */
  readonly to: number;
}

/**
 * The order in which the named ones stand as `wanted` says and all others where they are: the named share the places
 * that they have now.
 */
export function ordered(current: readonly string[], wanted: readonly string[]): readonly string[] {
  const named = new Set(wanted);
  const next = wanted.filter((id) => current.includes(id)).values();
  return current.map((id) => (named.has(id) ? (next.next().value ?? id) : id));
}

/**
 * The fewest moves from one order to another of the same ids. A move takes a rule out and puts it in at its new place,
 * as `Set-… -Priority` does: those between shift by one.
 */
export function moves(current: readonly string[], target: readonly string[]): readonly Move[] {
  const staying = new Set(longestInOrder(target.map((id) => current.indexOf(id))).map((at) => current[at]));
  const order = [...current];
  return target.flatMap((id, place) => {
    if (staying.has(id)) return [];
    order.splice(order.indexOf(id), 1);
    const before = target[place - 1];
    const to = before === undefined ? 0 : order.indexOf(before) + 1;
    order.splice(to, 0, id);
    return [{ id, to }];
  });
}

/** The longest rising part of a sequence: what need not move. */
function longestInOrder(sequence: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const value of sequence) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < value);
    const longest = before.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, value]);
  }
  return best.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
}
