import * as v from "valibot";

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

/** What is needed of a plan in Terraform's JSON: https://developer.hashicorp.com/terraform/internals/json-format */
const Plan = v.object({
  resource_changes: v.optional(
    v.array(
      v.object({
        type: v.string(),
        change: v.object({ actions: v.array(v.string()), importing: v.optional(v.unknown()) }),
      }),
    ),
    [],
  ),
});

export interface PlanContent {
  readonly changes: Changes;
  /** The types of the resources that would be created for the first time. */
  readonly creates: ReadonlySet<string>;
}

/**
 * Counts what a plan would do.
 * @param json what `terraform show -json` printed for it
 * @throws Error if that is no plan
 */
export function planContent(json: string): PlanContent {
  const { resource_changes } = v.parse(Plan, JSON.parse(json));
  const changes = { ...NO_CHANGES };
  const creates = new Set<string>();
  for (const { type, change } of resource_changes) {
    const kind = KINDS[change.actions.join()];
    if (kind) changes[kind]++;
    if (kind === "add") creates.add(type);
    if (change.importing) changes.import++;
  }
  return { changes, creates };
}

const KINDS: Readonly<Record<string, keyof Changes>> = {
  create: "add",
  update: "change",
  "delete,create": "replace",
  "create,delete": "replace",
  delete: "destroy",
  forget: "forget",
  // OpenTofu and Terraform 1.12: made anew while the old one stays.
  "create,forget": "replace",
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
