import { AddressSet } from "../../../dns/address-set";
import type { Asking } from "../../../dns/asking";
import { effectiveTerms } from "../effective";
import type { MacroLetter } from "../macro";
import type { SpfAll, SpfInclude, SpfIp, SpfQualifier, SpfRedirect } from "../record";
import type { MacroValues } from "./expand";
import type { Identity } from "./identity";
import { beyondLimit, type SpfLimits } from "./limits";
import {
  checkA,
  checkExists,
  checkMx,
  checkPtr,
  type MechanismContext,
  type MechanismResult,
} from "./mechanism";
import { leadsNowhere, type SpfProblem } from "./problem";
import { Questions } from "./query";
import { selectRecord } from "./select";
import { type AskingTerm, asksDns, expandTarget, lookupCost, targetLetters } from "./target";
import type { CheckedStep, CheckedVisit, SpfResult } from "./trace";
import { preferredName, validatedNames } from "./validated-names";

/** What all records of one check share. */
export interface Evaluation {
  readonly identity: Identity;
  readonly limits: SpfLimits;
  /** What the check has cost so far. */
  readonly spent: { lookups: number; voids: number };
}

/** The verdict of a directive that matches (RFC 7208 §4.6.2). */
export const VERDICTS: Readonly<Record<SpfQualifier, SpfResult>> = {
  "+": "pass",
  "-": "fail",
  "~": "softfail",
  "?": "neutral",
};

/** Evaluates the record of `domain` for the client, term by term until one decides (§4.6, §4.7). */
export function* visit(domain: string, evaluation: Evaluation): Asking<CheckedVisit> {
  const questions = new Questions();
  const selected = yield* selectRecord(domain, questions);
  const queries = questions.asked;
  if (selected.kind !== "record") {
    const { kind: result, ...rest } = selected;
    return { domain, queries, steps: [], result, ...rest };
  }
  const { text, record } = selected;
  const { directives, redirect } = effectiveTerms(record);
  const steps: CheckedStep[] = [];
  for (const term of redirect === undefined ? directives : [...directives, redirect]) {
    const index = record.terms.indexOf(term);
    const step = asksDns(term)
      ? yield* takeAsking(term, index, domain, evaluation)
      : takeLocal(term, index, evaluation.identity);
    steps.push(step);
    const result = resultOf(step);
    if (result !== undefined) return { domain, text, queries, steps, problems: [], result };
  }
  return { domain, text, queries, steps, problems: [], result: "neutral" };
}

/** The result that a term settles; `undefined` where it does not match. */
function resultOf({ outcome, term, record }: CheckedStep): SpfResult | undefined {
  if (outcome === "no match") return undefined;
  if (outcome !== "match") return outcome;
  return term.kind === "redirect" ? record?.result : VERDICTS[term.qualifier];
}

/** `all`, `ip4` and `ip6`: nothing to ask. */
function takeLocal(term: SpfAll | SpfIp, index: number, { version, ip }: Identity): CheckedStep {
  const matches =
    term.kind === "all" ||
    (term.kind === version && AddressSet.block(version, term.address, term.cidr).has(ip));
  return { term, index, cost: 0, queries: [], problems: [], outcome: matches ? "match" : "no match" };
}

/** A term that asks: against the limits first, then for its answer. */
function* takeAsking(
  term: AskingTerm,
  index: number,
  domain: string,
  evaluation: Evaluation,
): Asking<CheckedStep> {
  const { identity, limits, spent } = evaluation;
  const cost = lookupCost(term);
  const questions = new Questions();
  const located = (problem: SpfProblem): SpfProblem =>
    problem.domain === domain ? { path: ["terms", index], ...problem } : problem;
  const step = { term, index, cost, queries: questions.asked };
  spent.lookups += cost;
  if (spent.lookups > limits.lookups) {
    const problem = beyondLimit("lookups", limits.lookups, domain);
    return { ...step, outcome: "permerror", problems: [located(problem)] };
  }
  const around: MechanismContext = { identity, limits, questions, domain };
  const target = expandTarget(term, domain, yield* macroValues(targetLetters(term), around));
  const { outcome, problems = [], record } = yield* settle(term, target, around, evaluation);
  spent.voids += questions.voids;
  if (questions.voids > 0 && spent.voids > limits.voids) {
    const problem = beyondLimit("voids", limits.voids, domain);
    return { ...step, target, outcome: "permerror", problems: [located(problem)] };
  }
  const led = record === undefined ? {} : { record };
  return { ...step, target, outcome, problems: problems.map(located), ...led };
}

function* settle(
  term: AskingTerm,
  target: string,
  around: MechanismContext,
  evaluation: Evaluation,
): Asking<MechanismResult> {
  const letters = targetLetters(term);
  // RFC 8616 §4: no name in the DNS holds such a local part, so a term about one matches nothing.
  if (!around.identity.localPartIsAscii && (letters.includes("l") || letters.includes("s"))) {
    if (term.kind !== "redirect") return { outcome: "no match" };
    const message = "redirect to a name made of a local part outside ASCII";
    return { outcome: "permerror", problems: [{ domain: around.domain, message }] };
  }
  switch (term.kind) {
    case "a":
      return yield* checkA(term, target, around);
    case "mx":
      return yield* checkMx(term, target, around);
    case "exists":
      return yield* checkExists(target, around);
    case "ptr":
      return yield* checkPtr(target, around);
    case "include":
    case "redirect":
      return yield* follow(term, target, around.domain, evaluation);
  }
}

/** `include` and `redirect` (RFC 7208 §5.2, §6.1): both take a domain without a record for a permanent error. */
function* follow(
  term: SpfInclude | SpfRedirect,
  target: string,
  domain: string,
  evaluation: Evaluation,
): Asking<MechanismResult> {
  const record = yield* visit(target, evaluation);
  evaluation.spent.voids += record.queries.filter((query) => query.void).length;
  switch (record.result) {
    case "none":
      return { record, outcome: "permerror", problems: [leadsNowhere(term, target, domain)] };
    case "temperror":
    case "permerror":
      return { record, outcome: record.result };
    case "pass":
      return { record, outcome: "match" };
    default:
      return { record, outcome: term.kind === "redirect" ? "match" : "no match" };
  }
}

/** What the letters mean inside a record of `domain`; `%{p}` is looked up only where it stands. */
export function* macroValues(
  letters: readonly MacroLetter[],
  { identity, limits, questions, domain }: MechanismContext,
): Asking<MacroValues> {
  const values = { ...identity.values, d: domain };
  if (!letters.includes("p")) return values;
  return { ...values, p: preferredName(yield* validatedNames(identity, limits.names, questions), domain) };
}
