import { type Fault, fail, type Result, settle, within } from "../fault";
import { isMapping } from "../mapping";
import { Attributes } from "./attributes";
import type { Action, DataObject, Plan, ResourceChange } from "./plan";
import { References } from "./references";

/**
 * Reads what `terraform show -json <saved plan>` printed. What the format has beyond this reader's needs is ignored,
 * so that other versions of Terraform, and OpenTofu, are read too.
 * @param stack the plan's name in messages and addresses
 */
export function readPlan(stack: string, json: string): Result<Plan> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (!isMapping(root)) return fail(notAPlan(`${kindOf(root)} instead of an object`));
  if (!("resource_changes" in root) && !("planned_values" in root)) return fail(notAPlan(guessOf(root)));
  const { format_version: version } = root;
  // The major version changes when what is there changes its meaning.
  if (typeof version !== "string" || !/^[01]\./.test(version)) {
    return fail({
      path: ["format_version"],
      message: "a version of the plan's format that is not known",
      received: JSON.stringify(version) ?? "nothing",
      expected: "0.x or 1.x",
      fix: "use Terraform 1.x or OpenTofu 1.x",
    });
  }
  const faults: Fault[] = [];
  const references = new References(root.configuration);
  const listed = root.resource_changes ?? [];
  if (!Array.isArray(listed)) faults.push(misshapen("an array", listed, "resource_changes"));
  const changes = (Array.isArray(listed) ? listed : []).flatMap((one: unknown, index) => {
    const read = readChange(stack, one, references);
    if (read.ok) return read.value ? [read.value] : [];
    faults.push(...read.faults.map((fault) => within(fault, "resource_changes", index)));
    return [];
  });
  return settle(faults, () => ({
    stack,
    changes,
    dataObjects: [...dataObjectsOf(root.prior_state)],
    incomplete:
      root.errored === true || (Array.isArray(root.deferred_changes) && root.deferred_changes.length > 0),
  }));
}

function parseJson(json: string): Result<unknown> {
  // PowerShell's redirection writes a byte order mark.
  const text = json.replace(/^\ufeff/, "");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The parser's own words quote the text, which may hold secrets.
    if (text.trim() === "") return fail(notAPlan("an empty file"));
    return fail(
      notAPlan(text.startsWith("PK") ? "a saved plan in Terraform's own form" : "text that is no JSON"),
    );
  }
}

function notAPlan(received: string): Fault {
  return {
    message: "not a plan",
    received,
    expected: "what terraform show -json prints of a saved plan",
    fix: "terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
  };
}

function guessOf(root: object): string {
  if ("values" in root || "terraform_version" in root) return "a state";
  return "stacks" in root ? "the record of a run: name its folder" : "an object without resource_changes";
}

function readChange(stack: string, one: unknown, references: References): Result<ResourceChange | undefined> {
  if (!isMapping(one)) return fail(misshapen("an object", one));
  const { address, type, mode, change } = one;
  const faults: Fault[] = [];
  if (typeof address !== "string") faults.push(misshapen("a text", address, "address"));
  if (typeof type !== "string") faults.push(misshapen("a text", type, "type"));
  if (!isMapping(change)) faults.push(misshapen("an object", change, "change"));
  if (typeof address !== "string" || typeof type !== "string" || !isMapping(change)) return fail(...faults);
  if (mode === "data") return { ok: true, value: undefined };
  const actions = actionsOf(change.actions);
  if (!actions) return fail(misshapen('actions such as ["create"]', change.actions, "change", "actions"));
  const {
    before,
    after,
    before_sensitive: secret,
    after_sensitive: secretAfter,
    after_unknown: unknown,
  } = change;
  const [from, to] = [attributes(before, false, secret), attributes(after, unknown, secretAfter)];
  const stays = actions.forgets && !to ? from : to;
  const { previous_address: previousAddress } = one;
  return {
    ok: true,
    value: {
      stack,
      address,
      type,
      action: actions.action,
      deposed: typeof one.deposed === "string",
      imported: isMapping(change.importing),
      ...(typeof previousAddress === "string" ? { previousAddress } : {}),
      ...(from ? { before: from } : {}),
      ...(stays ? { after: stays } : {}),
      refersTo: (...path) => references.targets(address, path),
      writes: (...path) => references.isWritten(address, path),
    },
  };
}

function attributes(values: unknown, unknown: unknown, sensitive: unknown): Attributes | undefined {
  return isMapping(values) ? new Attributes(values, unknown, sensitive) : undefined;
}

/** Replacement is written as two actions, in the order in which they are done. */
function actionsOf(actions: unknown): { readonly action: Action; readonly forgets: boolean } | undefined {
  if (!Array.isArray(actions)) return undefined;
  const action = ACTIONS[actions.join(",")];
  return action && { action, forgets: action === "forget" };
}

const ACTIONS: Readonly<Partial<Record<string, Action>>> = {
  "no-op": "none",
  read: "none",
  create: "create",
  update: "update",
  delete: "delete",
  forget: "forget",
  "delete,create": "replace",
  "create,delete": "replace",
  // The old object stays in the world, where nobody looks after it.
  "create,forget": "replace",
};

function* dataObjectsOf(state: unknown): Generator<DataObject> {
  if (!isMapping(state) || !isMapping(state.values)) return;
  const modules: unknown[] = [state.values.root_module];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    if (!isMapping(module)) continue;
    if (Array.isArray(module.child_modules)) modules.push(...module.child_modules);
    for (const resource of Array.isArray(module.resources) ? module.resources : []) {
      if (!isMapping(resource)) continue;
      const { address, mode, type, values, sensitive_values: sensitive } = resource;
      if (mode !== "data" || typeof address !== "string" || typeof type !== "string") continue;
      yield { address, type, values: new Attributes(values, false, sensitive) };
    }
  }
}

function misshapen(expected: string, received: unknown, ...path: readonly string[]): Fault {
  return { path, message: "not what a plan holds here", received: kindOf(received), expected };
}

/** Never the value: a plan holds secrets. */
function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
