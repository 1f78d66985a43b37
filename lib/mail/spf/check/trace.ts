import type { SpfDirective, SpfRedirect } from "../record";
import type { SpfProblem } from "./problem";
import type { SpfQuery } from "./query";

/** The results of RFC 7208 §2.6. */
export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";

/** One term of a record, with what it asked. */
export interface SpfStep {
  readonly term: SpfDirective | SpfRedirect;
  /** Its place among the record's terms, from 0. */
  readonly index: number;
  /** The domain it comes to, macros expanded; absent where it has none, and where the message decides. */
  readonly target?: string;
  /** Look-ups it costs by itself (RFC 7208 §4.6.4): 0 or 1, and 1 more for `%{p}`. */
  readonly cost: number;
  /** Its questions, but for the one for the record it includes. */
  readonly queries: readonly SpfQuery[];
  readonly problems: readonly SpfProblem[];
}

/** A domain whose record was asked for, and the terms of that record that were looked at. */
export interface SpfVisit<Step extends SpfStep> {
  readonly domain: string;
  /** The record; absent if there is none, or more than one. */
  readonly text?: string;
  /** The question for the record. */
  readonly queries: readonly SpfQuery[];
  readonly steps: readonly Step[];
  /** Why there is no record to evaluate. */
  readonly problems: readonly SpfProblem[];
}

/** A term that was evaluated for a client. */
export interface CheckedStep extends SpfStep {
  readonly outcome: "match" | "no match" | "temperror" | "permerror";
  /** The record that `include` or `redirect` leads to. */
  readonly record?: CheckedVisit;
}

/** A record that was evaluated for a client, up to the term that decided. */
export interface CheckedVisit extends SpfVisit<CheckedStep> {
  readonly result: SpfResult;
}
