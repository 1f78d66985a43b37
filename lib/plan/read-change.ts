import { type Fault, fail, ok, type Result } from "../fault";
import { isMapping } from "../mapping";
import { Attributes } from "./attributes";
import { misshapen } from "./misshapen";
import type { Action, ResourceChange, UnreadResource } from "./plan";
import type { References } from "./references";
import type { StateObject } from "./state-objects";

/** What one entry says: a replacement whose old object stays in the world is two changes. */
export interface ReadEntry {
  readonly changes: readonly ResourceChange[];
  readonly unread: readonly UnreadResource[];
}

/** Reads one entry of `resource_changes` or `resource_drift`. */
export function readChange(stack: string, one: unknown, references: References): Result<ReadEntry> {
  if (!isMapping(one)) return fail(misshapen("an object", one));
  const { address, type, mode, change } = one;
  const faults: Fault[] = [];
  if (typeof address !== "string") faults.push(misshapen("a text", address, "address"));
  if (typeof type !== "string") faults.push(misshapen("a text", type, "type"));
  if (!isMapping(change)) faults.push(misshapen("an object", change, "change"));
  if (typeof address !== "string" || typeof type !== "string" || !isMapping(change)) return fail(...faults);
  // Data sources, and what is only opened for the run.
  if (mode === "data" || mode === "ephemeral") return ok({ changes: [], unread: [] });
  const { actions } = change;
  if (!isTexts(actions)) return fail(misshapen('actions such as ["create"]', actions, "change", "actions"));
  const known = ACTIONS[actions.join(",")];
  if (!known) {
    const why = `what Terraform does to it is not known: ${actions.join(", ") || "nothing"}`;
    return ok({ changes: [], unread: [{ address, type, why }] });
  }
  const { before, after } = change;
  const { before_sensitive: secret, after_sensitive: secretAfter, after_unknown: unknown } = change;
  const from = attributes(before, false, secret);
  const to = attributes(after, unknown, secretAfter);
  const { previous_address: previousAddress } = one;
  const changeOf = (
    action: Action,
    old: Attributes | undefined,
    now: Attributes | undefined,
  ): ResourceChange => ({
    stack,
    address,
    type,
    action,
    deposed: typeof one.deposed === "string",
    imported: isMapping(change.importing),
    ...(typeof previousAddress === "string" ? { previousAddress } : {}),
    ...(old ? { before: old } : {}),
    ...(now ? { after: now } : {}),
    ...referring(references, address),
  });
  switch (known) {
    case "forget":
      return ok({ changes: [changeOf(known, from, to ?? from)], unread: [] });
    case "forget and create":
      return ok({ changes: [changeOf("forget", from, from), changeOf("create", undefined, to)], unread: [] });
    default:
      return ok({ changes: [changeOf(known, from, to)], unread: [] });
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

function attributes(values: unknown, unknown: unknown, sensitive: unknown): Attributes | undefined {
  return isMapping(values) ? new Attributes(values, unknown, sensitive) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Replacement is written as two actions, in the order in which they are done. */
const ACTIONS: Readonly<Partial<Record<string, Action | "forget and create">>> = {
  "no-op": "none",
  read: "none",
  create: "create",
  update: "update",
  delete: "delete",
  forget: "forget",
  "delete,create": "replace",
  "create,delete": "replace",
  // The old object stays in the world, where nobody looks after it: Terraform's and OpenTofu's order.
  "create,forget": "forget and create",
  "forget,create": "forget and create",
};
