import type { Where } from "../posture/model";
import type { Plan, ResourceChange } from "./plan/plan";
import { readerOf } from "./resources";
import { Names } from "./resources/names";
import type { ResourceFact } from "./resources/resource-fact";

export type SideName = "before" | "after";

/** What one resource contributes to one side. */
export interface Contribution {
  readonly change: ResourceChange;
  readonly fact: ResourceFact;
}

/** Everything that plans say of one side, in their order. */
export function contributions(plans: readonly Plan[], side: SideName): readonly Contribution[] {
  return plans.flatMap((plan) => {
    const names = new Names(plan, side);
    return plan.changes.flatMap((change) => {
      const attributes = change[side];
      const read = readerOf(change.type);
      if (!attributes || !read) return [];
      const where = whereOf(change, plans.length > 1);
      const { address, type, refersTo } = change;
      return read({ address, type, attributes, where, refersTo }, names).map((fact) => ({ change, fact }));
    });
  });
}

/** A resource's address; among several plans, behind the stack's name. */
export function whereOf({ stack, address, deposed }: ResourceChange, several: boolean): Where {
  return { address: `${several ? `${stack}: ` : ""}${address}${deposed ? " (deposed)" : ""}` };
}
