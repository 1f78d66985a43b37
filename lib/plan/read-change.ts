import { formatFault } from "../fault";
import { isMapping } from "../mapping";
import { Attributes } from "./attributes";
import { misshapen as misshapenFault } from "./misshapen";
import type { Action, ResourceChange, UnreadResource } from "./plan";
import type { References } from "./references";
import type { StateObject } from "./state-objects";

/** What one entry says: a replacement whose old object stays in the world is two changes. */
export interface ReadEntry {
  readonly changes: readonly ResourceChange[];
  readonly unread: readonly UnreadResource[];
}

/**
 * Reads one entry of `resource_changes` or `resource_drift`. One that says what this reader does not know, or has another
 * shape than the format says, is lost alone: the rest of the plan can be read.
 * @param at where it stands, for one without an address
 */
export function readChange(stack: string, one: unknown, at: string, references: References): ReadEntry {
  const entry = isMapping(one) ? one : {};
  const { address = at, type, mode, change, previous_address: previousAddress } = entry;
  const unread = (why: string): ReadEntry => {
    const known = { address: typeof address === "string" ? address : at, why };
    return { changes: [], unread: [typeof type === "string" ? { ...known, type } : known] };
  };
  if (!isMapping(one)) return unread(misshapen("an object", one));
  if (typeof address !== "string") return unread(misshapen("a text", address, "address"));
  if (typeof type !== "string") return unread(misshapen("a text", type, "type"));
  // Data sources, and what is only opened for the run.
  if (mode === "data" || mode === "ephemeral") return { changes: [], unread: [] };
  if (!isMapping(change)) return unread(misshapen("an object", change, "change"));
  const { actions } = change;
  if (!isTexts(actions)) return unread(misshapen('actions such as ["create"]', actions, "actions"));
  const known = ACTIONS.get(actions.join(","));
  if (!known) return unread(`what Terraform does to it is not known: ${actions.join(", ") || "nothing"}`);
  const [from, to] = [valuesOf(change, "before"), valuesOf(change, "after")];
  for (const [side, values] of [
    ["before", from],
    ["after", to],
  ] as const) {
    if (values === "misshapen") return unread(misshapen("an object", change[side], side));
    if (values === undefined && NEEDS[side].has(known))
      return unread(misshapen("an object", undefined, side));
  }
  const changeOf = (action: Action, old: typeof from, now: typeof to): ResourceChange => ({
    stack,
    address,
    type,
    action,
    deposed: typeof one.deposed === "string",
    imported: isMapping(change.importing),
    ...(typeof previousAddress === "string" ? { previousAddress } : {}),
    ...(old instanceof Attributes ? { before: old } : {}),
    ...(now instanceof Attributes ? { after: now } : {}),
    ...referring(references, address),
  });
  switch (known) {
    case "forget":
      return { changes: [changeOf(known, from, to ?? from)], unread: [] };
    case "forget and create":
      return { changes: [changeOf("forget", from, from), changeOf("create", undefined, to)], unread: [] };
    default:
      return { changes: [changeOf(known, from, to)], unread: [] };
  }
}

function referring(references: References, address: string): Pick<ResourceChange, "refersTo" | "writes"> {
  return {
    refersTo: (...path) => references.targets(address, path),
    writes: (...path) => references.isWritten(address, path),
  };
}

/** What a plan does not mention stays as its state has it. */
export function unchangedResource(
  stack: string,
  { address, type, values }: StateObject,
  references: References,
): ResourceChange {
  const common = { stack, address, type, action: "none", deposed: false, imported: false } as const;
  return { ...common, before: values, after: values, ...referring(references, address) };
}

/** The values of a side; `undefined` where there is nothing, as far as Terraform knows. */
function valuesOf(
  change: Readonly<Record<string, unknown>>,
  side: "before" | "after",
): Attributes | "misshapen" | undefined {
  const { [side]: values, [`${side}_sensitive`]: sensitive, after_unknown: later } = change;
  const unknown = side === "after" ? later : false;
  if (isMapping(values)) return new Attributes(values, unknown, sensitive);
  // Something comes, and nothing of it is known.
  if (unknown === true) return new Attributes({}, true, sensitive);
  return values === null || values === undefined ? undefined : "misshapen";
}

function misshapen(...[expected, received, ...path]: Parameters<typeof misshapenFault>): string {
  return formatFault(misshapenFault(expected, received, ...path));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Replacement is written as two actions, in the order in which they are done. */
const ACTIONS: ReadonlyMap<string, Action | "forget and create"> = new Map([
  ["no-op", "none"],
  ["read", "none"],
  ["create", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["forget", "forget"],
  ["delete,create", "replace"],
  ["create,delete", "replace"],
  // The old object stays in the world, where nobody looks after it: Terraform's and OpenTofu's order.
  ["create,forget", "forget and create"],
  ["forget,create", "forget and create"],
]);

/** Actions that say nothing without the values of a side. */
const NEEDS: Readonly<Record<"before" | "after", ReadonlySet<Action | "forget and create">>> = {
  before: new Set(["update", "replace", "delete", "forget", "forget and create"]),
  after: new Set(["create", "update", "replace", "forget and create"]),
};
