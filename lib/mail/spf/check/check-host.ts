import { askingOf } from "../../../dns/asking";
import { askingOnce, type Resolve } from "../../../dns/resolve";
import { isDirective } from "../effective";
import type { SpfDirective } from "../record";
import { visit } from "./evaluate";
import { decisive, explain } from "./explain";
import { identify, type SpfClient } from "./identity";
import { SPF_LIMITS, type SpfLimits } from "./limits";
import type { SpfProblem } from "./problem";
import type { CheckedVisit, SpfResult } from "./trace";

/** What a receiver makes of a client. */
export interface SpfCheck {
  readonly result: SpfResult;
  /** The directive that decided, and the domain whose record holds it; absent for an error, none, and the default. */
  readonly matched?: { readonly domain: string; readonly directive: SpfDirective };
  /** What the domain owner says about a fail. Text of a third party: never trust it (RFC 7208 §11.5). */
  readonly explanation?: string;
  /** Why the result is none, permerror or temperror. */
  readonly problems: readonly SpfProblem[];
  /** Look-ups spent, as §4.6.4 counts them. */
  readonly lookups: number;
  /** Of these, the ones answered by no record or no such name. */
  readonly voids: number;
  /** The records and terms evaluated, with every question, in order. */
  readonly trace: CheckedVisit;
}

/**
 * check_host() of RFC 7208 §4: may the client send mail in the name of the domain? Each question is asked once.
 * The time a check takes (§4.6.4: at least 20 seconds) is for the resolver to limit, by answering with a failure.
 *
 * @param limits what differs from {@link SPF_LIMITS}
 * @throws FaultError if the client's `ip` is no address
 */
export async function checkHost(
  client: SpfClient,
  resolve: Resolve,
  limits: Partial<SpfLimits> = {},
): Promise<SpfCheck> {
  const evaluation = {
    identity: identify(client),
    limits: { ...SPF_LIMITS, ...limits },
    spent: { lookups: 0, voids: 0 },
  };
  const once = askingOnce(resolve);
  const trace = await askingOf(visit(evaluation.identity.domain, evaluation), once);
  const explanation = trace.result === "fail" ? await askingOf(explain(trace, evaluation), once) : undefined;
  const { domain, steps } = decisive(trace);
  const last = steps.at(-1);
  const matched =
    last?.outcome === "match" && isDirective(last.term) ? { domain, directive: last.term } : undefined;
  return {
    result: trace.result,
    ...(matched === undefined ? {} : { matched }),
    ...(explanation === undefined ? {} : { explanation }),
    problems: problemsOf(trace),
    ...evaluation.spent,
    trace,
  };
}

/** The problems of what decided, innermost first: the record at fault before those that lead to it. */
function problemsOf(trace: CheckedVisit): readonly SpfProblem[] {
  const last = trace.steps.at(-1);
  if (last === undefined || last.outcome === "match" || last.outcome === "no match") return trace.problems;
  return [...(last.record === undefined ? [] : problemsOf(last.record)), ...last.problems];
}
