import { unwrap } from "../../lib/fault";
import { readPlan } from "../../lib/plan/read-plan";
import { writtenBy } from "../../lib/review/existing/written";
import type { ExistingRecords } from "../../observe/existing/existing";
import type { TakeOver } from "../../rollout/recovering-runner";

/**
 * Finds what an apply that was cut off has created without being able to note it: what the plan would create, and what
 * the zone holds to the letter, with the id that its host tells.
 */
export function lostRecords(existing: Pick<ExistingRecords, "inTheWayOf">) {
  return async (stack: string, json: string): Promise<readonly TakeOver[]> => {
    const plan = unwrap(`the plan of ${stack}`, readPlan(stack, json));
    const [found] = await existing.inTheWayOf([writtenBy(plan)]);
    return (found?.collisions ?? []).flatMap(({ written, live, identical, takeOver }) => {
      const { resource, attributes, address } = written;
      if (!identical || !takeOver || live.id === undefined) return [];
      const id = resource?.importId?.(attributes, live.id);
      return id === undefined ? [] : [{ to: address, id }];
    });
  };
}
