/** A YAML mapping as an object. Keys are text, and every key is an own property, `__proto__` too. */
export type Mapping = Record<string, unknown>;

/** Is it a mapping, as opposed to a scalar, nothing or a list? */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object that is nothing but its keys: no instance of a class, no list. */
export function isPlainObject(value: unknown): value is Mapping {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Sets an own property; an assignment to `__proto__` would set the prototype. */
export function setMember(mapping: Mapping, key: string, value: unknown): void {
  if (key !== "__proto__") mapping[key] = value;
  else Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
}
