import type { Box, Conditions, Literal } from "../conditions";
import type { TenantObjects } from "../objects";
import type { AccessPolicy } from "../policy";
import type { SignIn } from "../sign-in";

/** A question that policies ask about a sign-in, with a finite number of answers. */
export interface Variable {
  /** How many answers; the first is the ordinary one. */
  readonly size: number;
  /** The answer for a sign-in. */
  valueOf(signIn: SignIn): number;
}

/** The variables of one space. */
export class Variables {
  private readonly list: Variable[] = [];
  private readonly full: bigint[] = [];

  /** @returns the variable's place */
  add(variable: Variable): number {
    this.full.push((1n << BigInt(variable.size)) - 1n);
    return this.list.push(variable) - 1;
  }

  /** A question with the answers no (0) and yes (1). */
  addFlag(holds: (signIn: SignIn) => boolean): number {
    return this.add({ size: 2, valueOf: (signIn) => (holds(signIn) ? 1 : 0) });
  }

  /** All values of all variables. */
  get everything(): Box {
    return this.full;
  }

  get all(): readonly Variable[] {
    return this.list;
  }
}

/** "The variable has one of the values." */
export function literal(variable: number, values: Iterable<number>): Literal {
  let bits = 0n;
  for (const value of values) bits |= 1n << BigInt(value);
  return { variable, values: bits };
}

/** Values for which something holds. */
export function whereItem<T>(variable: number, items: readonly T[], holds: (item: T) => boolean): Literal {
  return literal(
    variable,
    items.flatMap((item, at) => (holds(item) ? [at] : [])),
  );
}

/** A condition of policies over some variables. */
export interface Dimension {
  /** When the condition of a policy holds. */
  conditions(policy: AccessPolicy, objects: TenantObjects): Conditions;
  /**
   * When a sign-in is one as people make them day by day: from a client and platform that have a name, without risk.
   * @default always
   */
  readonly everyday?: Conditions;
  /** What a box says of these variables; none if it leaves all open. */
  describe(box: Held): readonly Phrase[];
}

/** The values that a box leaves of a variable; nothing if it leaves all. */
export type Held = (variable: number) => readonly number[] | undefined;

export function heldIn(box: Box, everything: Box): Held {
  return (variable) => {
    const values = box[variable] ?? 0n;
    if (values === everything[variable]) return undefined;
    return [...values.toString(2)].reverse().flatMap((bit, value) => (bit === "1" ? [value] : []));
  };
}

/** A part of a sentence about sign-ins. */
export interface Phrase {
  /** `who`: the subject, `guests`. `except`: whom it leaves out, `sg-break-glass`. `when`: all else, `from browsers`. */
  readonly part: "who" | "except" | "when";
  readonly text: string;
  /** Of a subject: is it one? `everyone` is. */
  readonly isOne?: boolean;
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
