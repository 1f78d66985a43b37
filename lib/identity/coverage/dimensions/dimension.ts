import type { Box, Diagram, Region } from "../diagram";
import type { TenantObjects } from "../objects";
import type { AccessPolicy } from "../policy";
import type { SignIn } from "../sign-in";

/** A question that policies ask about a sign-in, with a finite number of answers. */
export interface Variable {
  /** How many answers. */
  readonly size: number;
  /** The answer for a sign-in. */
  valueOf(signIn: SignIn): number;
}

/** The variables of one space, in the order in which a diagram asks them. */
export class Variables {
  private readonly list: Variable[] = [];

  /** @returns the variable's place */
  add(variable: Variable): number {
    return this.list.push(variable) - 1;
  }

  /** A question with the answers no (0) and yes (1). */
  addFlag(holds: (signIn: SignIn) => boolean): number {
    return this.add({ size: 2, valueOf: (signIn) => (holds(signIn) ? 1 : 0) });
  }

  get all(): readonly Variable[] {
    return this.list;
  }
}

/** A condition of policies over some variables. */
export interface Dimension {
  /** Where the condition of a policy holds. */
  region(diagram: Diagram, policy: AccessPolicy, objects: TenantObjects): Region;
  /**
   * Where a sign-in is one as people make them day by day: to an application, from a client and platform that have a
   * name, without risk.
   */
  everyday(diagram: Diagram): Region;
  /** What a box says of these variables; none if it leaves all open. */
  describe(box: Box): readonly Phrase[];
}

/** A part of a sentence about sign-ins. */
export interface Phrase {
  /**
   * `who`: the subject, `guests`. `except`: whom it leaves out, `sg-break-glass`. `when`: everything else, `from browsers`.
   */
  readonly part: "who" | "except" | "when";
  readonly text: string;
}

/** What a policy set contributes to the variables: its policies, and the objects that they rest on. */
export interface Mentions {
  readonly policies: readonly AccessPolicy[];
  readonly objects: TenantObjects;
}

/** Each once, sorted. */
export function distinct(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].sort();
}

const MOST_LISTED = 6;

/** `a, b and c`; of a long list the first ones and how many more. */
export function listed(items: readonly string[], last = "and"): string {
  const shown = items.length > MOST_LISTED ? items.slice(0, MOST_LISTED - 1) : items;
  const rest = items.length - shown.length;
  const words = rest > 0 ? [...shown, `${rest} more`] : shown;
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
