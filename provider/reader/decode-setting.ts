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
      const lens = lensOf(facts);
      const raw = lens.get(entity);
      put(
        name,
        facts,
        { has: raw !== undefined || isThere(entity, lens.into ?? facts.parameter.split(".", 1)), raw },
        values,
        unknown,
      );
    }
  }
  const title = key ?? titleOf(table);
  return { kind: kindOf(table), id: title, name: title, values, unknown: unknown.sort() };
}

/** Does the entity have the properties that an attribute stands in? Then what is not in them is not set. */
function isThere(entity: Mapping, properties: readonly string[]): boolean {
  return properties.every((name) => Object.hasOwn(entity, name));
}
