import type { DnsAnswer } from "../../../dns/resolve";
import type { Fault } from "../../../fault";
import type { SpfInclude, SpfRedirect } from "../record";
import { excerpt } from "../span";

/**
 * Why a check ended in none, permerror or temperror. Its path, where it has one, is `["terms", index]` in the record
 * of `domain`; `at` is a place in that record's text.
 */
export interface SpfProblem extends Fault {
  /** The domain at whose record, or at the lack of it, the fault lies. */
  readonly domain: string;
  /** Another time there may be none: a name did not answer. */
  readonly temporary?: true;
}

/** The problem of a question that got no answer (RFC 7208 §2.6.6): the result is temperror. */
export function noAnswer(domain: string, name: string, type: string, answer: DnsAnswer): SpfProblem {
  const reason = answer.kind === "failure" ? answer.reason : answer.kind;
  return {
    domain,
    temporary: true,
    message: "DNS does not answer",
    received: `${reason} for ${name} ${type}`,
    fix: "try again later, or fix the name servers of that name",
  };
}

/** The problem of an `include` or `redirect` to a domain without a record (§5.2, §6.1): the result is permerror. */
export function leadsNowhere(term: SpfInclude | SpfRedirect, target: string, domain: string): SpfProblem {
  return {
    domain,
    message: `${term.kind} leads to a domain without an SPF record`,
    received: excerpt(target),
    expected: "a domain that publishes one",
    fix: "remove the term, or correct its domain",
  };
}
