import type { Filter } from "./filter";
import { ODataError } from "./odata-error";

/** What Graph can look for in a set of objects. */
export interface Shape {
  /** `user`, in `microsoft.graph.user`. */
  readonly type: string;
  /** Every property that is known, with its value where nobody set one. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Properties that `$filter` may name. @default every known one */
  readonly filterable?: readonly string[];
  /**
   * Is it the directory that is searched? Then `ne`, `not`, `endsWith` and `$search` need `ConsistencyLevel: eventual`
   * and `$count=true`, and `contains` is not there at all
   * (https://learn.microsoft.com/graph/aad-advanced-queries). @default false
   */
  readonly directory?: boolean;
}

const LEARN =
  "is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information";

/** @throws ODataError for a filter that Graph has no answer to */
export function checkSupported(filter: Filter, shape: Shape, advanced: boolean): void {
  switch (filter.kind) {
    case "and":
    case "or":
      checkSupported(filter.left, shape, advanced);
      checkSupported(filter.right, shape, advanced);
      return;
    case "not":
      needAdvanced("Not", shape, advanced);
      checkSupported(filter.operand, shape, advanced);
      return;
    case "compare":
      checkProperty(filter.path[0], shape);
      if (filter.operator === "ne") needAdvanced("NotEqualsMatch", shape, advanced);
      return;
    case "text":
      checkProperty(filter.path[0], shape);
      if (filter.test === "endswith") needAdvanced("EndsWith", shape, advanced);
      if (filter.test === "contains" && shape.directory) throw unsupported(filter.path.join("/"), shape);
      return;
    case "in":
    case "any":
      checkProperty(filter.path[0], shape);
  }
}

function checkProperty(name: string | undefined, { type, defaults, filterable }: Shape): void {
  if (name === undefined || !Object.hasOwn(defaults, name)) {
    const message = `Invalid filter clause: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`;
    throw new ODataError("BadRequest", message);
  }
  if (filterable !== undefined && !filterable.includes(name)) throw unsupported(name, { type });
}

function unsupported(property: string, { type }: { readonly type: string }): ODataError {
  const resource = type.charAt(0).toUpperCase() + type.slice(1);
  const message = `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`;
  return new ODataError("Request_UnsupportedQuery", message);
}

function needAdvanced(operator: string, { directory }: Shape, advanced: boolean): void {
  if (directory && !advanced)
    throw new ODataError("Request_UnsupportedQuery", `Operator: '${operator}' ${LEARN}`);
}
