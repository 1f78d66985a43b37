import type { Resource } from "../plugin/index";
import type { M365 } from "../resources/m365";
import { graphResource } from "./graph/graph-object";
import { GRAPH_TABLES } from "./graph/tables/index";
import { objectResource } from "./object";
import { ruleOrder } from "./rule-order";
import { singletonResource } from "./singleton";
import { typeName } from "./table";
import { TABLES } from "./tables/index";

/** A resource for each table, and one for the order of each kind of rule. */
export const OBJECTS: { readonly [type: string]: Resource<M365> } = Object.fromEntries([
  ...GRAPH_TABLES.map((table) => [typeName(table), graphResource(table)] as const),
  ...TABLES.flatMap((table): readonly (readonly [string, Resource<M365>])[] => {
    const type = typeName(table);
    if (table.kind === "singleton") return [[type, singletonResource(table)]];
    if (table.kind === "object") return [[type, objectResource(table)]];
    return [
      [type, objectResource(table)],
      [`${type}_order`, ruleOrder(table)],
    ];
  }),
]);
