import type { Where } from "../model";

/**
 * How one thing of a tenant stands to what the estate declares. `extra`: it is there and not declared, which is told and is
 * not wrong. `unread`: nobody knows.
 */
export type LiveStatus = "ok" | "drift" | "missing" | "extra" | "unread";

/** One thing that the estate declares of a tenant, or that the tenant holds besides. */
export interface LiveThing {
  readonly status: LiveStatus;
  /** What it is called: `the anti-spam policy Default`. */
  readonly what: string;
  /** What is otherwise, by attribute. Empty unless it has drifted. */
  readonly differences: readonly Difference[];
  /** What of it is not known, in words. Left out: all of it is. */
  readonly why?: string;
  /** It was to be read and could not be. @default nothing reads it, or all of it was read */
  readonly lost?: true;
  /** What was seen, in a sentence, where that is more than whether it is as declared. */
  readonly says?: string;
  /** In the estate; of what is there besides, in the tenant. */
  readonly where: Where;
}

/** One value that is not as declared. */
export interface Difference {
  readonly attribute: string;
  readonly declared: string;
  readonly observed: string;
}

/** A thing that was to be read and could not be. */
export function lostThing(what: string, why: string, where: Where): LiveThing {
  return { status: "unread", what, differences: [], why, lost: true, where };
}

/** The thing as its values come out. */
export function liveThing(
  what: string,
  differences: readonly Difference[],
  unread: readonly string[],
  where: Where,
): LiveThing {
  return {
    status: differences.length > 0 ? "drift" : unread.length > 0 ? "unread" : "ok",
    what,
    differences,
    ...(unread.length > 0 ? { why: `not shown: ${unread.join(", ")}`, lost: true as const } : {}),
    where,
  };
}

/** What was seen of one tenant. */
export interface LiveTenant {
  /** As the estate calls it. */
  readonly name: string;
  readonly things: readonly LiveThing[];
}
