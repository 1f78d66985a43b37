/**
 * One thing that a policy demands where it applies. All demands that apply must be met, so that a set of them asks for
 * each that one of them implies.
 */
export type Demand = GrantDemand | SessionDemand;

interface DemandFacts {
  /** Equal demands have equal keys. */
  readonly key: string;
  /** In words that follow "needs": `MFA or a compliant device`. */
  readonly words: string;
}

/**
 * Before anybody gets in: alternatives, one of which must be shown. None is left: the sign-in is blocked, which implies
 * every other demand, those on the session too. Fewer alternatives imply more.
 */
export interface GrantDemand extends DemandFacts {
  readonly of: "grant";
  /** Combinations of methods, controls, terms of use, and strengths of unknown content. */
  readonly alternatives: ReadonlySet<string>;
}

/** A bound on the session that follows. */
export interface SessionDemand extends DemandFacts {
  readonly of: "session";
  readonly frequency?: SignInFrequency;
  /** Does it let more through than none would? A browser session that always persists does. */
  readonly loosens?: true;
}

export interface SignInFrequency {
  /** 0: at every time. */
  readonly hours: number;
  /** Does it hold for the first factor too? */
  readonly both: boolean;
}

/** Does a sign-in that meets the one meet the other? */
export function implies(one: Demand, other: Demand): boolean {
  if (one.key === other.key || (one.of === "grant" && one.alternatives.size === 0)) return true;
  if (one.of === "grant") {
    return (
      other.of === "grant" &&
      [...one.alternatives].every((alternative) => other.alternatives.has(alternative))
    );
  }
  // Of two frequencies the shorter implies the longer one, and both factors the second alone.
  if (other.of === "grant" || !one.frequency || !other.frequency) return false;
  return one.frequency.hours <= other.frequency.hours && (one.frequency.both || !other.frequency.both);
}

/** Does one demand imply the other and not the other way round? */
export function isStronger(one: Demand, other: Demand): boolean {
  return one.key !== other.key && implies(one, other);
}

/** The demands that no other of them implies, sorted by key: equal for sets that ask for the same. */
export function canonicalDemands(demands: Iterable<Demand>): readonly Demand[] {
  const each = [...new Map([...demands].map((demand) => [demand.key, demand])).values()];
  return each
    .filter((demand) => !each.some((other) => isStronger(other, demand)))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
