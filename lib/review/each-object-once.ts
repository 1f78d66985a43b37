import type { Attributes } from "../plan/attributes";
import { knownValue } from "../plan/attributes";
import type { Plan, ResourceChange } from "../plan/plan";
import { readerOf, recordResource } from "./resources";

/**
 * Plans in which each object of the world stands once. Where several hold the same one, as an older plan of a stack beside a
 * newer one, or two stacks that manage one record, it is one object all the same: counted twice, a record would void another
 * of its name, before and after, and hide what changes. Where they say different things of it nobody can know which of
 * them comes true: it is read once, and is among what could not be read.
 */
export function eachObjectOnce(plans: readonly Plan[]): readonly Plan[] {
  if (plans.length < 2) return plans;
  const held = new Map<string, { readonly plan: Plan; readonly change: ResourceChange }>();
  // What acts on an object says more than what leaves it alone.
  for (const acts of [true, false]) {
    for (const plan of plans) {
      for (const change of plan.changes) {
        const key = (change.action !== "none") === acts ? objectOf(change) : undefined;
        if (key !== undefined && !held.has(key)) held.set(key, { plan, change });
      }
    }
  }
  return plans.map((plan) => {
    const unread = [...plan.unread];
    const changes = plan.changes.filter((change) => {
      const key = objectOf(change);
      const first = key === undefined ? undefined : held.get(key);
      if (!first || first.plan === plan) return true;
      if (outcomeOf(first.change) !== outcomeOf(change)) {
        const { address, type } = change;
        unread.push({
          address,
          type,
          why: `the plan of ${first.plan.stack} holds it too, and says another thing of it`,
        });
      }
      return false;
    });
    return { ...plan, changes, unread };
  });
}

/** What tells an object of the world from all others; nothing for one that does not exist yet, or says nothing of mail. */
function objectOf({ type, before, deposed }: ResourceChange): string | undefined {
  if (!before || deposed || !readerOf(type)) return undefined;
  const id = knownValue(before.text("id"));
  const record = recordResource(type);
  // An id of other providers is unique within a tenant, which no plan names.
  const isUnique = id !== undefined && (record !== undefined || type.startsWith("azuread_"));
  return JSON.stringify([type, isUnique ? [record?.zoneOf(before), id] : valuesOf(before)]);
}

function outcomeOf({ action, after }: ResourceChange): string {
  return JSON.stringify([action, after && valuesOf(after)]);
}

function valuesOf(attributes: Attributes): unknown {
  return [attributes.held(), attributes.unseen()];
}
