import type { Json } from "../../http/answer";
import { matches, valueAt } from "./matches";
import type { Query } from "./query";
import { fitsSearch } from "./search";
import { checkSupported, type Shape } from "./supported";

/** A page of a collection; its objects are whole. */
export interface Page {
  readonly value: readonly Json[];
  /** How many there are on all pages, if that was asked for. */
  readonly count?: number;
  /** Where the next page begins, if there is one. */
  readonly next?: number;
}

/**
 * The objects that a query asks for, one page of them.
 * @param pageSize objects on a page unless `$top` says otherwise
 * @throws ODataError for a filter that Graph has no answer to
 */
export function answerQuery(objects: readonly Json[], query: Query, shape: Shape, pageSize: number): Page {
  const { filter, search, orderBy = [], top = pageSize, skip, count, advanced } = query;
  if (filter !== undefined) checkSupported(filter, shape, advanced);
  const found = objects.filter(
    (object) =>
      (filter === undefined || matches(filter, object)) &&
      (search === undefined || fitsSearch(search, object)),
  );
  for (const { property, descending } of [...orderBy].reverse()) {
    const sign = descending ? -1 : 1;
    found.sort((a, b) => sign * compareTexts(valueAt(a, [property]), valueAt(b, [property])));
  }
  const end = skip + top;
  return {
    value: found.slice(skip, end),
    ...(count ? { count: found.length } : {}),
    ...(end < found.length ? { next: end } : {}),
  };
}

/** The selected properties, and what OData itself says about the object. */
export function pick(object: Json, select: readonly string[] | undefined): Json {
  if (select === undefined || select.includes("*")) return object;
  const wanted = new Set(select.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => name.startsWith("@odata.") || wanted.has(name.toLowerCase())),
  );
}

function compareTexts(a: unknown, b: unknown): number {
  const [left, right] = [String(a ?? "").toLowerCase(), String(b ?? "").toLowerCase()];
  return left === right ? 0 : left < right ? -1 : 1;
}
