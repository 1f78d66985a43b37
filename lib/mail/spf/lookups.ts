import type { Fault } from "../../fault";
import { effectiveTerms } from "./effective";
import type { DomainSpec } from "./macro";
import type { SpfRecord, SpfTerm } from "./record";
import { distinct, domainKey } from "./term-key";

/** Terms that ask the DNS which one check may evaluate, over the record and all it includes (RFC 7208 §4.6.4). */
export const SPF_LOOKUP_LIMIT = 10;

/** What a record itself costs. */
export interface SpfLookups {
  /** The terms that count, in order; a repeated one counts each time. */
  readonly terms: readonly SpfTerm[];
  readonly count: number;
}

/**
 * The terms of this record alone that count against {@link SPF_LOOKUP_LIMIT}: `include`, `a`, `mx`, `ptr`, `exists`
 * and `redirect`. What is never evaluated does not count: directives behind `all`, and `redirect` beside it.
 * What included records cost comes on top.
 */
export function staticLookups(record: SpfRecord): SpfLookups {
  const { directives, redirect } = effectiveTerms(record);
  const asking = directives.filter(({ kind }) => kind !== "all" && kind !== "ip4" && kind !== "ip6");
  const terms = redirect === undefined ? asking : [...asking, redirect];
  return { terms, count: terms.length };
}

/** The fault of a record that is a permerror by its own terms (RFC 7208 §4.6.4). */
export function tooManyLookups(count: number): Fault {
  return {
    message: "record needs more DNS look-ups than receivers make",
    received: `${count} terms that need a look-up`,
    expected: `at most ${SPF_LOOKUP_LIMIT} (RFC 7208 §4.6.4)`,
    fix: "list addresses instead, or move a sender to a subdomain of its own",
  };
}

/** The domains whose records this one includes, whatever the qualifier: in order, each once, without those behind `all`. */
export function includeTargets(record: SpfRecord): readonly DomainSpec[] {
  const targets = effectiveTerms(record).directives.flatMap((term) =>
    term.kind === "include" ? [term.domain] : [],
  );
  return distinct(targets, domainKey);
}
