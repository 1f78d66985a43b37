import { decode, ExtData, encode } from "@msgpack/msgpack";
import { Decimal } from "./decimal";
import { mapValues, type Type, typeFromJson, typeToJson } from "./type";
import { Dynamic, isPlainObject, isUnknown, type Path, UNKNOWN, type Value, ValueError } from "./value";

/** Terraform writes an unknown value as extension 0 with any payload; refined ones, whose refinement may be dropped, as 12. */
const UNKNOWN_WIRE = new ExtData(0, Uint8Array.of(0));

/**
 * A value as Terraform's MessagePack.
 * @throws ValueError at the part that does not fit the type
 */
export function encodeValue(value: Value, type: Type): Uint8Array {
  return encode(toWire(value, type, []));
}

/**
 * Terraform's MessagePack as a value. A member of an object that is missing becomes null.
 * @throws ValueError at the part that does not fit the type
 */
export function decodeValue(bytes: Uint8Array, type: Type): Value {
  return fromWire(decode(bytes, { useBigInt64: true }), type, []);
}

/** A value as MessagePack takes it: unknowns as extensions, numbers as Go reads them back unchanged. */
export function toWire(value: unknown, type: Type, path: Path): unknown {
  if (isUnknown(value)) return UNKNOWN_WIRE;
  if (value === null) return null;
  switch (type.kind) {
    case "string":
      if (typeof value === "string") return value;
      break;
    case "bool":
      if (typeof value === "boolean") return value;
      break;
    case "number":
      if (typeof value === "number" && Number.isFinite(value)) return numberToWire(value);
      if (value instanceof Decimal) return value.text;
      break;
    case "dynamic":
      if (value instanceof Dynamic) {
        const notation = new TextEncoder().encode(JSON.stringify(typeToJson(value.type)));
        return [notation, toWire(value.value, value.type, path)];
      }
      break;
    case "list":
    case "set":
      if (Array.isArray(value)) {
        return value.map((item: unknown, index) => toWire(item, type.element, [...path, index]));
      }
      break;
    case "tuple":
      if (Array.isArray(value) && value.length === type.elements.length) {
        return type.elements.map((element, index) => toWire(value[index], element, [...path, index]));
      }
      break;
    case "map":
      if (isPlainObject(value))
        return mapValues(value, (item, key) => toWire(item, type.element, [...path, key]));
      break;
    case "object":
      if (isPlainObject(value)) {
        return mapValues(type.attributes, (part, name) =>
          toWire(Object.hasOwn(value, name) ? value[name] : undefined, part, [...path, name]),
        );
      }
  }
  throw new ValueError(`expected ${describe(type)}, got ${kindOf(value)}`, path);
}

/** Digits, where Go would otherwise read the double's binary value: 0.1 is not 0.1000000000000000055511151231257827. */
function numberToWire(value: number): number | string {
  return Number.isSafeInteger(value) ? (Object.is(value, -0) ? 0 : value) : Decimal.of(value).text;
}

/** A value read from MessagePack or JSON, held against its type. */
export function fromWire(wire: unknown, type: Type, path: Path): Value {
  if (wire instanceof ExtData) return UNKNOWN;
  if (wire === null || wire === undefined) return null;
  switch (type.kind) {
    case "string":
      if (typeof wire === "string") return wire;
      break;
    case "bool":
      if (typeof wire === "boolean") return wire;
      break;
    case "number":
      if (typeof wire === "number" || typeof wire === "bigint" || typeof wire === "string") {
        return numberFromWire(wire, type.exact, path);
      }
      break;
    case "dynamic":
      return dynamicFromWire(wire, path);
    case "list":
    case "set":
      if (Array.isArray(wire))
        return wire.map((item, index) => fromWire(item, type.element, [...path, index]));
      break;
    case "tuple":
      if (Array.isArray(wire)) {
        return type.elements.map((element, index) => fromWire(wire[index], element, [...path, index]));
      }
      break;
    case "map":
      if (isPlainObject(wire))
        return mapValues(wire, (item, key) => fromWire(item, type.element, [...path, key]));
      break;
    case "object":
      if (isPlainObject(wire)) {
        return mapValues(type.attributes, (part, name) =>
          fromWire(Object.hasOwn(wire, name) ? wire[name] : undefined, part, [...path, name]),
        );
      }
  }
  throw new ValueError(`expected ${describe(type)}, got ${kindOf(wire)}`, path);
}

/** `exact` undefined is a number inside a dynamic value: exact only where it must be. */
function numberFromWire(wire: number | bigint | string, exact: boolean | undefined, path: Path): Value {
  let digits: Decimal;
  try {
    digits = Decimal.of(wire);
  } catch {
    throw new ValueError(`expected a finite number, got ${wire}`, path);
  }
  if (exact) return digits;
  const near = digits.toNumber();
  if (near !== undefined) return near;
  if (exact === undefined) return digits;
  throw new ValueError(`${digits.text} has more digits than this attribute holds (about 15)`, path);
}

/** `[type, value]` in MessagePack, `{ "type", "value" }` in state files. */
function dynamicFromWire(wire: unknown, path: Path): Value {
  if (Array.isArray(wire) && wire[0] instanceof Uint8Array) {
    const type = typeFromJson(JSON.parse(new TextDecoder().decode(wire[0])));
    return new Dynamic(type, fromWire(wire[1], type, path));
  }
  if (isPlainObject(wire) && Object.hasOwn(wire, "type")) {
    const type = typeFromJson(wire.type);
    return new Dynamic(type, fromWire(wire.value, type, path));
  }
  throw new ValueError(`expected a value with its type, got ${kindOf(wire)}`, path);
}

function describe(type: Type): string {
  return type.kind === "dynamic" ? "a Dynamic" : `${type.kind === "object" ? "an" : "a"} ${type.kind}`;
}

/** Never the value itself: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return `an ${value.constructor?.name ?? "object"}`;
  return `a ${typeof value}`;
}
