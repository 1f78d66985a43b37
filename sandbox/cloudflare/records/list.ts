import type { StoredRecord } from "../zone-store";

type Test = (record: StoredRecord) => boolean;

/** How a filter's word compares: `name.contains=mail`. Plain `name=` is exact. */
const COMPARES: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  "": (value, wanted) => value === wanted,
  ".exact": (value, wanted) => value === wanted,
  ".contains": (value, wanted) => value.includes(wanted),
  ".startswith": (value, wanted) => value.startsWith(wanted),
  ".endswith": (value, wanted) => value.endsWith(wanted),
};

const FILTERED: Readonly<Record<string, (record: StoredRecord) => string>> = {
  name: ({ name }) => name,
  content: ({ content }) => content,
  comment: ({ comment }) => comment ?? "",
};

const ORDERS: Readonly<Record<string, (one: StoredRecord, other: StoredRecord) => number>> = {
  type: (one, other) => compare(one.type, other.type),
  name: (one, other) => compare(one.name, other.name),
  content: (one, other) => compare(one.content, other.content),
  ttl: (one, other) => one.ttl - other.ttl,
  proxied: (one, other) => Number(one.proxied) - Number(other.proxied),
};

/** The records that a list call asks for, in the order that it asks for. */
export function listed(records: readonly StoredRecord[], query: URLSearchParams): readonly StoredRecord[] {
  const tests = testsOf(query);
  const any = query.get("match") === "any";
  const fits: Test = (record) =>
    any && tests.length > 0 ? tests.some((test) => test(record)) : tests.every((test) => test(record));
  const search = query.get("search")?.toLowerCase();
  const found = records.filter((record) => fits(record) && (search === undefined || isFound(record, search)));
  const order = ORDERS[query.get("order") ?? "type"] ?? ORDERS.type;
  const turn = query.get("direction") === "desc" ? -1 : 1;
  return order === undefined
    ? found
    : found.toSorted((one, other) => turn * (order(one, other) || compare(one.name, other.name)));
}

function testsOf(query: URLSearchParams): readonly Test[] {
  const tests: Test[] = [];
  for (const [field, read] of Object.entries(FILTERED)) {
    for (const [suffix, holds] of Object.entries(COMPARES)) {
      const wanted = query.get(field + suffix)?.toLowerCase();
      if (wanted !== undefined) tests.push((record) => holds(read(record).toLowerCase(), wanted));
    }
  }
  if (query.has("comment.present")) tests.push(({ comment }) => comment !== null);
  if (query.has("comment.absent")) tests.push(({ comment }) => comment === null);
  const type = query.get("type")?.toUpperCase();
  if (type !== undefined) tests.push((record) => record.type === type);
  const proxied = query.get("proxied");
  if (proxied !== null) tests.push((record) => String(record.proxied) === proxied);
  for (const tag of query.getAll("tag")) tests.push(({ tags }) => tags.includes(tag));
  return tests;
}

function isFound({ name, content, comment }: StoredRecord, search: string): boolean {
  return [name, content, comment ?? ""].some((text) => text.toLowerCase().includes(search));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
