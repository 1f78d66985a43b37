import type { SpfDirective, SpfModifier, SpfRecord, SpfRedirect, SpfTerm } from "./record";

/** What a receiver makes of a record's terms. */
export interface EffectiveTerms {
  /** Directives in order, up to and with the first `all`: it matches every client, so none behind it is reached. */
  readonly directives: readonly SpfDirective[];
  /** The modifier, where no `all` overrides it (RFC 7208 §6.1). */
  readonly redirect: SpfRedirect | undefined;
  /** `exp` and unknown modifiers; where they stand makes no difference (§6). */
  readonly modifiers: readonly Exclude<SpfModifier, SpfRedirect>[];
}

/** Does the term take part in matching, or does it only modify the record? */
export function isDirective(term: SpfTerm): term is SpfDirective {
  return "qualifier" in term;
}

/** The terms of a record that a receiver reaches. */
export function effectiveTerms(record: SpfRecord): EffectiveTerms {
  const declared = record.terms.filter(isDirective);
  const end = declared.findIndex((term) => term.kind === "all");
  const redirect = record.terms.find((term) => term.kind === "redirect");
  return {
    directives: end === -1 ? declared : declared.slice(0, end + 1),
    redirect: end === -1 ? redirect : undefined,
    modifiers: record.terms.filter((term) => term.kind === "exp" || term.kind === "unknown"),
  };
}
