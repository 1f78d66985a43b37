import { unwrap } from "../lib/fault";
import type { Action } from "../lib/plan/plan";
import { readPlan } from "../lib/plan/read-plan";

/** How many resources a plan would treat in which way. */
export interface Changes {
  readonly add: number;
  readonly change: number;
  /** Destroyed and made anew. */
  readonly replace: number;
  readonly destroy: number;
  /** Taken into state as they are; those that are changed as well count under `change` too. */
  readonly import: number;
  /** Let go of: they stay, out of Terraform's hands. */
  readonly forget: number;
}

export const NO_CHANGES: Changes = { add: 0, change: 0, replace: 0, destroy: 0, import: 0, forget: 0 };

export interface PlanContent {
  readonly changes: Changes;
  /** The types of the resources that would be created for the first time. */
  readonly creates: ReadonlySet<string>;
  /** How many resources the state holds, before anything that is gone was noticed, and how many after the apply. */
  readonly resources: { readonly held: number; readonly planned: number };
}

/**
 * Counts what a plan would do.
 * @param stack its stack, for messages
 * @param json what `terraform show -json` printed for it
 * @throws FaultError if that is no plan
 */
export function planContent(stack: string, json: string): PlanContent {
  const plan = unwrap(`the plan of ${stack}`, readPlan(stack, json));
  const changes = { ...NO_CHANGES };
  const creates = new Set<string>();
  for (const { type, action, imported } of plan.changes) {
    const kind = KINDS[action];
    if (kind) changes[kind]++;
    if (action === "create") creates.add(type);
    if (imported) changes.import++;
  }
  const gone = plan.drift.filter(({ action }) => action === "delete").length;
  const held = plan.changes.filter(({ action, imported }) => action !== "create" && !imported).length;
  const planned = plan.changes.filter(({ action }) => action !== "delete" && action !== "forget").length;
  const unread = plan.unread.length;
  return { changes, creates, resources: { held: held + gone + unread, planned: planned + unread } };
}

const KINDS: Readonly<Record<Action, keyof Changes | undefined>> = {
  none: undefined,
  create: "add",
  update: "change",
  replace: "replace",
  delete: "destroy",
  forget: "forget",
};

export function totalOf(all: readonly Changes[]): Changes {
  return all.reduce(
    (total, one) => ({
      add: total.add + one.add,
      change: total.change + one.change,
      replace: total.replace + one.replace,
      destroy: total.destroy + one.destroy,
      import: total.import + one.import,
      forget: total.forget + one.forget,
    }),
    NO_CHANGES,
  );
}
