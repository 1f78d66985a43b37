import type { IpVersion } from "../../../dns/address";
import type { SpfLimits } from "../check/limits";
import type { SpfProblem } from "../check/problem";
import type { SpfStep, SpfVisit } from "../check/trace";
import type { MacroLetter } from "../macro";

/** A term of a record, with everything that does not differ by message asked. */
export interface TreeStep extends SpfStep {
  /**
   * What the message decides: macro letters of its domain, and `p` for `ptr`, which asks for the client's names.
   * A term with any is not asked about.
   */
  readonly depends: readonly MacroLetter[];
  /**
   * Not asked about, in a tree so large that hardly a receiver would come here; or nobody could be asked. Of an `a`, `queries`
   * then hold what is known of the addresses of one version.
   */
  readonly unexplored?: true;
  /** What lies behind `include` or `redirect`. */
  readonly record?: SpfBranch;
}

/** The record of one domain, with all that it leads to. */
export interface SpfBranch extends SpfVisit<TreeStep> {
  /**
   * Why there are no steps: no record, no answer, a broken record, or one that leads back to itself.
   */
  readonly end?: "none" | "temperror" | "permerror" | "loop";
  /** Look-ups of the steps and of all that lies behind them. */
  readonly lookups: number;
  /** Void look-ups of the steps and of all that lies behind them, by the client's kind of address. */
  readonly voids: Readonly<Record<IpVersion, number>>;
}

/** Everything that a domain's record leads to, whoever sends. */
export interface SpfTree extends SpfBranch {
  readonly limits: SpfLimits;
  /** Limits that the worst case exceeds, then all problems in the order of evaluation, the innermost first. */
  readonly findings: readonly SpfProblem[];
}
