import { indeterminateKey, type SpfAuthorized } from "./authorized";
import type { IndeterminateTerm } from "./course";

/** What came or went between two answers to who may send. */
export interface SpfChange {
  /** The fewest blocks, in ascending order; a single address has no length. */
  readonly ip4: readonly string[];
  readonly ip6: readonly string[];
  /** Terms that depend on the message. */
  readonly indeterminate: readonly IndeterminateTerm[];
}

/** The difference between two answers to who may send, as sets of addresses. */
export interface SpfDifference {
  /** Who may send that could not before. */
  readonly gained: SpfChange;
  /** Who may no longer. */
  readonly lost: SpfChange;
}

/** Compares who certainly passes, and the terms that nobody can judge beforehand. */
export function difference(before: SpfAuthorized, after: SpfAuthorized): SpfDifference {
  return { gained: additions(before, after), lost: additions(after, before) };
}

function additions(from: SpfAuthorized, to: SpfAuthorized): SpfChange {
  const known = new Set(from.indeterminate.map(indeterminateKey));
  return {
    ip4: to.ip4.minus(from.ip4).cidrs(),
    ip6: to.ip6.minus(from.ip6).cidrs(),
    indeterminate: to.indeterminate.filter((term) => !known.has(indeterminateKey(term))),
  };
}
