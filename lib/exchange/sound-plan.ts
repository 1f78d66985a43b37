import { type Fault, shown } from "../fault";
import type { ExchangePlan, PlannedObject } from "./exchange-plan";
import { attributesOf } from "./objects";

/**
 * What a plan cannot be declared for: two objects with one id, an order or an object that names one that is not there,
 * objects that wait for each other, an attribute that the kind has not. What `planExchange` answers has none of it.
 * @param path where the objects stand
 */
export function planFaults(
  { objects, orders }: Pick<ExchangePlan, "objects" | "orders">,
  path: readonly string[] = ["plan", "objects"],
): readonly Fault[] {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const ids = objects.map(({ id }) => id);
  const named = [
    ...orders.flatMap(({ rules }) => rules),
    ...objects.flatMap(({ names, after = [] }) => [...Object.values(names), ...after]),
  ];
  const told = (ids: readonly string[], message: string, at: readonly string[]): readonly Fault[] =>
    ids.map((id) => ({ path: at, message, received: shown(id) }));
  const waiting = objects.filter((object) => isAwaitedBy(object, object, byId, new Set()));
  const strange = objects.flatMap(({ id, kind, values, names }) => {
    const known = attributesOf(kind);
    return [...Object.keys(values), ...Object.keys(names)]
      .filter((attribute) => !known.has(attribute))
      .map((attribute) => `${id}.${attribute}`);
  });
  return [
    ...told(
      ids.filter((id, place) => ids.indexOf(id) !== place),
      "two objects have one id",
      path,
    ),
    ...told(
      named.filter((id) => !byId.has(id)),
      "there is no object with this id",
      ["plan"],
    ),
    ...told(
      waiting.map(({ id }) => id),
      "the object waits for itself",
      path,
    ),
    ...told(strange, "the kind has no such attribute", path),
  ];
}

/** Does an object name the other one, or one that does? */
function isAwaitedBy(
  object: PlannedObject,
  other: PlannedObject,
  byId: ReadonlyMap<string, PlannedObject>,
  seen: Set<string>,
): boolean {
  return [...Object.values(object.names), ...(object.after ?? [])].some((id) => {
    if (id === other.id) return true;
    const next = byId.get(id);
    if (next === undefined || seen.has(id)) return false;
    seen.add(id);
    return isAwaitedBy(next, other, byId, seen);
  });
}
