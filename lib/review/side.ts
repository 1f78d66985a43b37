import type { DataObject, Plan, ResourceChange } from "../plan/plan";
import type { Where } from "../posture/model";
import { readerOf } from "./resources";
import { Names } from "./resources/names";
import type { ResourceFact } from "./resources/resource-fact";

export type SideName = "before" | "after";

/** What one resource contributes to one side. */
export interface Contribution {
  readonly change: ResourceChange;
  readonly fact: ResourceFact;
  /** What its plan knows of ids. */
  readonly names: Names;
}

/** Everything that plans say of one side, in their order. */
export function contributions(plans: readonly Plan[], side: SideName): readonly Contribution[] {
  return plans.flatMap((plan) => {
    const names = new Names(plan, side);
    return [...plan.dataObjects.map((one) => unchanged(plan.stack, one)), ...plan.changes].flatMap(
      (change) => {
        const attributes = change[side];
        const read = readerOf(change.type);
        if (!attributes || !read) return [];
        const where = whereOf(change, plans.length > 1);
        const { address, type, refersTo, writes } = change;
        const facts = read({ address, type, attributes, where, refersTo, writes }, names);
        return facts.map((fact) => ({ change, fact, names }));
      },
    );
  });
}

/** What a plan looks up is the same before and after. */
function unchanged(stack: string, { address, type, values }: DataObject): ResourceChange {
  return {
    stack,
    address,
    type,
    action: "none",
    deposed: false,
    imported: false,
    before: values,
    after: values,
    refersTo: () => [],
    writes: () => false,
  };
}

/** A resource's address; among several plans, behind the stack's name. */
export function whereOf(
  { stack, address, deposed }: Pick<ResourceChange, "stack" | "address" | "deposed">,
  several: boolean,
): Where {
  return { address: `${several ? `${stack}: ` : ""}${address}${deposed ? " (deposed)" : ""}` };
}
