import { inEstate, type Value } from "../../lib/exchange/objects";
import type { Mapping } from "../../lib/mapping";
import type { ReadObject } from "../../lib/tenant-reading/reading";
import { type GraphTable, lensOf } from "../objects/graph/graph-table";
import { titleOf } from "../objects/table";
import { kindOf, put } from "./decode-objects";

/**
 * One object of a table of Graph.
 * @param key which of several it is
 */
export function settingOf(table: GraphTable, entity: Mapping, key?: string): ReadObject {
  const values: Record<string, Value> = {};
  const unknown: string[] = [];
  for (const [attribute, facts] of Object.entries(table.attributes)) {
    const name = inEstate(attribute);
    if (attribute === table.key && key !== undefined) values[name] = key;
    else if (facts.of === undefined || facts.of.includes(key ?? "")) {
      const raw = lensOf(facts).get(entity);
      put(name, facts, { has: raw !== undefined || isThere(entity, facts.parameter), raw }, values, unknown);
    }
  }
  const title = key ?? titleOf(table);
  return { kind: kindOf(table), id: title, name: title, values, unknown: unknown.sort() };
}

/** Does the entity have the property that an attribute stands in? */
function isThere(entity: Mapping, path: string): boolean {
  const [first = ""] = path.split(".");
  return Object.hasOwn(entity, first);
}
