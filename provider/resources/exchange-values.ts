import type { ExchangeObject, Parameters } from "../exchange/types";

/**
 * Exchange has no null for most of its properties: what is not set is an empty text or an empty list. State says what
 * the configuration said (`before`), as long as both mean the same.
 */
export function text(object: ExchangeObject, property: string, before: string | null = null): string | null {
  const value = object[property];
  if (typeof value !== "string" || value === "") return before === "" ? "" : null;
  // Names of hosts and certificates: case says nothing.
  return before?.toLowerCase() === value.toLowerCase() ? before : value;
}

/** A switch; one that Exchange leaves out is off. */
export function flag(object: ExchangeObject, property: string): boolean {
  return object[property] === true;
}

/** A list without order, in the configuration's spelling where both mean the same. */
export function names(
  object: ExchangeObject,
  property: string,
  before: readonly string[] | null = null,
): readonly string[] | null {
  const value = object[property];
  const members = (Array.isArray(value) ? value : []).filter((member) => typeof member === "string");
  if (members.length === 0) return before?.length === 0 ? [] : null;
  const spelling = new Map((before ?? []).map((member) => [canonical(member), member]));
  return members.map((member) => spelling.get(canonical(member)) ?? bare(member));
}

/** Exchange gives domains as address spaces, with a type and a cost: `smtp:*.contoso.com;1`. */
const bare = (member: string) => member.replace(/^smtp:(.*);\d+$/i, "$1");

const canonical = (member: string) =>
  bare(member)
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\/32$/, "");

/** The parameters of a `New-` cmdlet: what is not set is left out. */
export function given(parameters: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).filter(
      ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The parameters of a `Set-` cmdlet: what differs from before, so that nobody else's change is undone unseen. */
export function changed(after: Parameters, before: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}
