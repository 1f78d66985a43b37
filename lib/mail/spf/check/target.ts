import type { MacroLetter } from "../macro";
import type { SpfAll, SpfDirective, SpfIp, SpfRedirect } from "../record";
import { expandName, lettersOf, type MacroValues } from "./expand";

/** A term that takes part in an evaluation. */
export type EffectiveTerm = SpfDirective | SpfRedirect;

/** A term that asks the DNS about a domain. */
export type AskingTerm = Exclude<EffectiveTerm, SpfAll | SpfIp>;

export function asksDns(term: EffectiveTerm): term is AskingTerm {
  return term.kind !== "all" && term.kind !== "ip4" && term.kind !== "ip6";
}

/** The domain that a term in a record of `domain` is about. */
export function expandTarget(term: AskingTerm, domain: string, values: MacroValues): string {
  return term.domain === undefined ? domain : expandName(term.domain, values);
}

/** The macro letters in a term's domain. */
export function targetLetters(term: AskingTerm): readonly MacroLetter[] {
  return term.domain === undefined ? [] : lettersOf(term.domain);
}

/** Look-ups that a term costs by itself: reading `%{p}` takes one of its own (RFC 7208 §4.6.4). */
export function lookupCost(term: AskingTerm): number {
  return targetLetters(term).includes("p") ? 2 : 1;
}
