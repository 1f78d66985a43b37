import { type Filter, parseFilter } from "./filter";
import { ODataError } from "./odata-error";
import { parseSearch, type Search } from "./search";

/** The query options of a request (OData 4.01, URL conventions §5.1). */
export interface Query {
  readonly filter?: Filter;
  readonly search?: Search;
  readonly select?: readonly string[];
  readonly orderBy?: readonly { readonly property: string; readonly descending: boolean }[];
  readonly top?: number;
  /** How many objects the pages before had. */
  readonly skip: number;
  readonly count: boolean;
  /** Was `ConsistencyLevel: eventual` sent with `$count=true`? */
  readonly advanced: boolean;
}

/** Graph's largest page. */
const MOST = 999;

const KNOWN = ["filter", "search", "select", "orderby", "top", "skiptoken", "count", "format"] as const;
type Option = (typeof KNOWN)[number];

/**
 * Reads query options, with or without their dollar sign, whatever their case.
 * @throws ODataError for one that is unknown here or malformed
 */
export function parseQuery(parameters: URLSearchParams, consistencyLevel?: string): Query {
  const given = new Map<Option, string>();
  for (const [key, value] of parameters) {
    const name = key.replace(/^\$/, "").toLowerCase();
    const option = KNOWN.find((known) => known === name);
    if (option !== undefined) given.set(option, value);
    else if (key.startsWith("$")) {
      throw new ODataError("BadRequest", `The query parameter '${key}' is not supported.`);
    }
  }
  const text = (option: Option) => given.get(option) || undefined;
  const [filter, search, select, orderBy, top] = [
    text("filter"),
    text("search"),
    text("select"),
    text("orderby"),
    text("top"),
  ];
  const count = text("count")?.toLowerCase() === "true";
  const eventual = consistencyLevel?.toLowerCase() === "eventual";
  if (search !== undefined && !eventual) {
    const message =
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'";
    throw new ODataError("Request_UnsupportedQuery", message);
  }
  return {
    ...(filter === undefined ? {} : { filter: parseFilter(filter) }),
    ...(search === undefined ? {} : { search: parseSearch(search) }),
    ...(select === undefined ? {} : { select: names(select) }),
    ...(orderBy === undefined ? {} : { orderBy: names(orderBy).map(order) }),
    ...(top === undefined ? {} : { top: pageSize(top) }),
    skip: Number(text("skiptoken") ?? 0),
    count,
    advanced: eventual && count,
  };
}

function names(list: string): readonly string[] {
  return list.split(",").map((name) => name.trim());
}

function order(clause: string): { readonly property: string; readonly descending: boolean } {
  const [property = "", direction = "asc"] = clause.split(/\s+/);
  return { property, descending: direction.toLowerCase() === "desc" };
}

function pageSize(text: string): number {
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= MOST) return top;
  const message = `Invalid page size specified: '${text}'. Must be between 1 and ${MOST} inclusive.`;
  throw new ODataError("Request_BadRequest", message);
}
