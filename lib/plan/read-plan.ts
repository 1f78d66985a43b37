import { type Fault, fail, type Result, settle } from "../fault";
import { readJson } from "../json";
import { isMapping } from "../mapping";
import { kindOf, misshapen } from "./misshapen";
import type { Plan, ResourceChange, UnreadResource } from "./plan";
import { readChange, unchangedResource } from "./read-change";
import { readChecks } from "./read-checks";
import { References } from "./references";
import { objectsOf } from "./state-objects";

/**
 * Reads what `terraform show -json <saved plan>` printed. What the format has beyond this reader's needs is ignored,
 * so that other versions of Terraform, and OpenTofu, are read too.
 * @param stack the plan's name in messages and addresses
 */
export function readPlan(stack: string, json: string): Result<Plan> {
  const parsed = readJson(json);
  if (!parsed.ok) return fail(notAPlan(kindOfText(json)));
  const root = parsed.value;
  if (!isMapping(root)) return fail(notAPlan(`${kindOf(root)} instead of an object`));
  if ("encrypted_data" in root) {
    return fail(
      notAPlan(
        "a plan that OpenTofu has encrypted",
        "tofu show -json plan.bin > plan.json, where the key of the configuration's encryption is at hand",
      ),
    );
  }
  if (!PARTS_OF_A_PLAN.some((part) => part in root)) return fail(notAPlan(guessOf(root)));
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
  const unread: UnreadResource[] = [];
  const listed = (key: "resource_changes" | "resource_drift"): readonly ResourceChange[] => {
    const list = root[key] ?? [];
    if (!Array.isArray(list)) {
      faults.push(misshapen("an array", list, key));
      return [];
    }
    const seen = new Set<string>();
    return list.flatMap((one: unknown, index) => {
      const read = readChange(stack, one, `${key}[${index}]`, references);
      unread.push(...read.unread);
      const object = isMapping(one) ? JSON.stringify([one.address, one.deposed]) : "";
      if (read.changes.length > 0 && seen.has(object)) {
        unread.push(...read.changes.map(({ address, type }) => ({ address, type, why: TWICE })));
        return [];
      }
      seen.add(object);
      return read.changes;
    });
  };
  const planned = listed("resource_changes");
  // What nobody could read of the changes is not what the state says, either.
  const named = new Set([...planned, ...unread].map(({ address }) => address));
  const drift = listed("resource_drift").filter(({ action }) => action !== "none");
  const held = objectsOf(root.prior_state);
  unread.push(...actionsOf(root.action_invocations));
  // A plan of a part, or one that only refreshes, lists no others. The state is that after the refresh.
  const untouched = held.flatMap((one) =>
    one.mode === "managed" && !named.has(one.address) ? [unchangedResource(stack, one, references)] : [],
  );
  return settle(faults, () => ({
    stack,
    changes: [...planned, ...untouched],
    drift,
    unread,
    dataObjects: held.filter(({ mode }) => mode === "data"),
    incomplete: !isWhole(root),
    checks: readChecks(root.checks),
  }));
}

/** Of marks that this reader does not know nobody can tell that the plan is whole. */
function isWhole(root: Readonly<Record<string, unknown>>): boolean {
  const { errored, complete, deferred_changes: deferred } = root;
  const none = (deferred ?? undefined) === undefined || (Array.isArray(deferred) && deferred.length === 0);
  return (errored ?? false) === false && (complete ?? true) === true && none;
}

const TWICE = "the plan lists it more than once";

/** Actions that run with the change, since Terraform 1.14: what they do stands in no plan. */
function actionsOf(invocations: unknown): readonly UnreadResource[] {
  return (Array.isArray(invocations) ? invocations : []).flatMap((one: unknown) => {
    if (!isMapping(one)) return [];
    const { address, type } = one;
    if (typeof address !== "string" || typeof type !== "string") return [];
    return [{ address, type, why: "an action that runs with the change; no plan says what it does" }];
  });
}

const PARTS_OF_A_PLAN = ["resource_changes", "resource_drift", "planned_values"];

function kindOfText(text: string): string {
  if (text.trim() === "") return "an empty file";
  return text.startsWith("PK") ? "a saved plan in Terraform's own form" : "text that is no JSON";
}

function notAPlan(
  received: string,
  fix = "terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
): Fault {
  return {
    message: "not a plan",
    received,
    expected: "what terraform show -json prints of a saved plan",
    fix,
  };
}

function guessOf(root: object): string {
  if ("values" in root || "terraform_version" in root) return "a state";
  return "stacks" in root ? "the record of a run: name its folder" : "an object without resource_changes";
}
