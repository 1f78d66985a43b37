import type { Asking } from "../../../dns/asking";
import { recordsOf, txtText } from "../../../dns/resolve";
import { parseExplanation } from "../explanation";
import { parseSpf } from "../parse";
import { type Evaluation, macroValues } from "./evaluate";
import { expandMacros, expandName, lettersOf } from "./expand";
import { targetName } from "./name";
import { Questions } from "./query";
import type { CheckedVisit } from "./trace";

/**
 * What the domain owner says about a fail (RFC 7208 §6.2): the text that `exp` points to in the record that decided.
 * Its questions count against no limit. Whatever is wrong on the way, there is no explanation, and no error.
 */
export function* explain(visit: CheckedVisit, evaluation: Evaluation): Asking<string | undefined> {
  const { identity, limits } = evaluation;
  const { domain, text = "" } = decisive(visit);
  const record = parseSpf(text);
  const exp = record.ok ? record.value.terms.find((term) => term.kind === "exp") : undefined;
  if (exp === undefined) return undefined;
  const around = { identity, limits, domain, questions: new Questions() };
  const name = targetName(expandName(exp.domain, yield* macroValues(lettersOf(exp.domain), around)));
  if (name === undefined) return undefined;
  const [strings, ...more] = recordsOf<"TXT">(yield* around.questions.further(name, "TXT"));
  if (strings === undefined || more.length > 0) return undefined;
  const macros = parseExplanation(txtText(strings));
  if (!macros.ok) return undefined;
  const explanation = expandMacros(macros.value, yield* macroValues(lettersOf(macros.value), around));
  return /^[\x20-\x7e]*$/.test(explanation) ? explanation : undefined;
}

/** The record whose term decided: not an included one, but the one that `redirect` led to. */
export function decisive(visit: CheckedVisit): CheckedVisit {
  const last = visit.steps.at(-1);
  return last?.term.kind === "redirect" && last.record !== undefined ? decisive(last.record) : visit;
}
