import type { Estate, EstateDomain } from "./model";

/** Estates and their domains that were resolved here, and so need no second look. */
const resolved = new WeakSet<object>();

/** Remembers an estate that was resolved here. */
export function markResolved(estate: Estate): Estate {
  for (const domain of estate.domains) resolved.add(domain);
  resolved.add(estate);
  return estate;
}

/** Was it resolved here, rather than put together by a program? */
export function isResolved(value: unknown): value is Estate | EstateDomain {
  return typeof value === "object" && value !== null && resolved.has(value);
}
