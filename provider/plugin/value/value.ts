import type { Decimal } from "./decimal";
import type { Type } from "./type";

/** A value Terraform will only know after apply. There is one such value: {@link UNKNOWN}. */
export class Unknown {
  static readonly value = new Unknown();
  // Nominal: no other object is taken for an unknown.
  readonly #unknown = true;
  private constructor() {}

  toString(): string {
    return this.#unknown ? "(known after apply)" : "";
  }
}

/** The value of whatever is known after apply only. */
export const UNKNOWN: Unknown = Unknown.value;

/** Is the value one that is known after apply only? */
export function isUnknown(value: unknown): value is Unknown {
  return value === UNKNOWN;
}

/** A value of an attribute whose type each configuration chooses: the value and the type chosen. */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** Any value as this provider holds it. Lists, sets and tuples are arrays; maps and objects are plain objects. */
export type Value =
  | null
  | string
  | number
  | boolean
  | Decimal
  | Dynamic
  | Unknown
  | readonly Value[]
  | ObjectValue;

export interface ObjectValue {
  readonly [name: string]: Value;
}

/** Where a value stands inside a resource: names of attributes, keys of maps, places in lists. */
export type Path = readonly (string | number)[];

/** A value that does not fit its type: the provider's fault, or a number no `number()` holds. */
export class ValueError extends Error {
  override readonly name = "ValueError";

  constructor(
    message: string,
    readonly path: Path,
  ) {
    super(message);
  }
}

export function isObjectValue(value: Value | undefined): value is ObjectValue {
  return isPlainObject(value);
}

/** An object that is nothing but its keys: no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isListValue(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Own keys only: `constructor` and `toString` are fair names for a map's key. */
export function member(object: ObjectValue, name: string): Value {
  return (Object.hasOwn(object, name) ? object[name] : undefined) ?? null;
}

/** Is anything in the value, at any depth, known after apply only? */
export function holdsUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (isListValue(value)) return value.some(holdsUnknown);
  if (value instanceof Dynamic) return holdsUnknown(value.value);
  return isObjectValue(value) && Object.values(value).some(holdsUnknown);
}
