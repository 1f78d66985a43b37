import type { Attributes } from "../../plan/attributes";

/** The arguments that are known, by the path of the block that they stand in; of the resource itself by the empty text. */
export type KnownArguments = Readonly<Record<string, readonly string[]>>;

/** Paths of arguments that say nothing of what an object does: which it is, and how long the provider waits for it. */
export const APART = /^(?:id|object_id|timeouts(?:\..*)?)$/;

const LONGEST = 60;

/**
 * What a resource holds that this review has never heard of, such as an argument that a later provider added, with the
 * value as JSON, by path. What is switched off, empty or nought is what a resource without the argument has.
 */
export function unreadOf(
  attributes: Attributes,
  known: KnownArguments,
): Readonly<Record<string, string>> | undefined {
  const found = attributes.held().flatMap(({ path, value }): readonly (readonly [string, string])[] => {
    const at = path.lastIndexOf(".");
    const block = path.slice(0, Math.max(at, 0));
    const isKnown = Object.hasOwn(known, block) && known[block]?.includes(path.slice(at + 1));
    if (APART.test(path) || isKnown) return [];
    if (value === false || value === "" || value === 0) return [];
    return [[path, JSON.stringify(value) ?? ""]];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** `conditions.agent_id_risk_levels is "high", which this review does not know` */
export function unreadWords(unread: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(unread).map(([path, text]) => {
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return `${path} is ${shown}, which this review does not know`;
  });
}
