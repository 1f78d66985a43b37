import type { Fault, Path } from "../../fault";
import { isMapping } from "../../mapping";

/** What the rest is judged by: without it nothing is known of the others. */
const VITAL: ReadonlySet<string> = new Set(["managed", "protection.baseline", "protection.licence"]);

/** Sections whose members stand by themselves: a rule, the policies of one kind. */
const OF_MEMBERS: ReadonlySet<string> = new Set(["rules", "protection", "encryption", "roleGroups"]);

/**
 * Options without the members that have faults: a mail flow rule, or all that is said of one kind of policy.
 * @param faults with paths from the options down
 * @returns undefined if nothing can be said of the rest
 */
export function soundParts(options: unknown, faults: readonly Fault[]): unknown {
  const gone = faults.map(({ path = [] }) => memberOf(path));
  if (gone.some((path) => path.length === 0 || VITAL.has(path.join(".")))) return undefined;
  const rest = gone.reduce<unknown>(without, options);
  // An order may name what was left out.
  return gone.some(([section]) => section === "rules") ? without(rest, ["ruleOrder"]) : rest;
}

function memberOf(path: Path): Path {
  return path.slice(0, OF_MEMBERS.has(String(path[0])) ? 2 : 1);
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (!isMapping(value) || typeof key !== "string" || !Object.hasOwn(value, key)) return value;
  const { [key]: member, ...others } = value;
  return rest.length === 0 ? others : { ...others, [key]: without(member, rest) };
}
