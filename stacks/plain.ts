import { isPlainObject } from "../lib/mapping";
/**
 * A copy of a value that holds no cdktf token, without its undefined parts: what cdktf's resolver would answer,
 * at a small part of its price. `undefined` if the value may hold a token, or anything but plain data.
 */
export function plainCopy(value: object): Record<string, unknown> | undefined {
  const copy = copyPlain(value);
  return copy === UNKNOWN || !isPlainObject(copy) ? undefined : copy;
}

const UNKNOWN = Symbol("may hold a token");

/** Every string that stands for a token (a value, a list, a map) holds this mark. */
const TOKEN_MARK = "TfToken[";

function copyPlain(value: unknown): unknown {
  switch (typeof value) {
    case "string":
      return value.includes(TOKEN_MARK) ? UNKNOWN : value;
    case "number":
      // Number tokens are doubles near -1.9e289.
      return Number.isFinite(value) && value > -1e200 ? value : UNKNOWN;
    case "boolean":
    case "undefined":
      return value;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return copyArray(value);
      return isPlainObject(value) ? copyRecord(value) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function copyArray(values: readonly unknown[]): unknown {
  const copy: unknown[] = [];
  for (const value of values) {
    const item = copyPlain(value);
    if (item === UNKNOWN) return UNKNOWN;
    if (item !== undefined) copy.push(item);
  }
  return copy;
}

function copyRecord(record: Record<string, unknown>): unknown {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    if (key.includes(TOKEN_MARK)) return UNKNOWN;
    const item = copyPlain(record[key]);
    if (item === UNKNOWN) return UNKNOWN;
    if (item !== undefined) copy[key] = item;
  }
  return copy;
}
