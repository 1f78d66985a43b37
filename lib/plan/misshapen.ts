import type { Fault } from "../fault";

/** A part of a plan that has another shape than the format says. */
export function misshapen(expected: string, received: unknown, ...path: readonly string[]): Fault {
  return { path, message: "not what a plan holds here", received: kindOf(received), expected };
}

/** What JSON calls a value; never the value: a plan holds secrets. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
