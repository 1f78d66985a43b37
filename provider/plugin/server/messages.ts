import { visible, visibleLine } from "../../../lib/visible";
import type { Diagnostic } from "../diagnostics";
import type { Member, Members, Nested } from "../schema/member";
import { decodeValue, encodeValue, fromWire } from "../value/codec";
import { parseState } from "../value/json";
import type { Type } from "../value/type";
import { isObjectValue, type ObjectValue, type Path, type Value, ValueError } from "../value/value";

/** A value on the wire, in one of two encodings; both empty is null. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

type Step =
  | { readonly attribute_name: string }
  | { readonly element_key_string: string }
  | { readonly element_key_int: number };

export interface AttributePath {
  readonly steps: readonly Step[];
}

export interface WireDiagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: AttributePath;
}

/**
 * A value that may be null as a whole: no resource before create, none after delete.
 * @throws ValueError
 */
export function readValue(wire: DynamicValue | null | undefined, type: Type): Value {
  if (wire?.msgpack?.length) return decodeValue(wire.msgpack, type);
  if (wire?.json?.length) return fromWire(parseState(new TextDecoder().decode(wire.json)), type, []);
  return null;
}

/** @throws ValueError */
export function readObject(wire: DynamicValue | null | undefined, type: Type): ObjectValue | undefined {
  const value = readValue(wire, type);
  if (value === null) return undefined;
  if (!isObjectValue(value)) throw new ValueError("expected an object", []);
  return value;
}

export function writeValue(value: Value, type: Type): DynamicValue {
  return { msgpack: encodeValue(value, type) };
}

export function wireDiagnostics(
  diagnostics: readonly Diagnostic[],
  members: Members | undefined,
): readonly WireDiagnostic[] {
  return diagnostics.map(({ severity, summary, detail, path }) => {
    const attribute = path && members && wirePath(path, members);
    return {
      severity: severity === "warning" ? "WARNING" : "ERROR",
      // Terraform prints them as they are, and much of it is what a server said.
      summary: visibleLine(summary),
      detail: visible(detail ?? ""),
      ...(attribute && attribute.steps.length > 0 && { attribute }),
    };
  });
}

/** Whether a name is an attribute's or a map's key is for the schema to say. Elements of sets have no path. */
export function wirePath(path: Path, members: Members): AttributePath {
  const steps: Step[] = [];
  let at: Place | undefined = { members };
  for (const key of path) {
    const next: Followed | undefined = at && follow(at, key);
    if (!next) break;
    steps.push(next.step);
    at = next.place;
  }
  return { steps };
}

/** Where a path has got to: among the members of an object, at a member, or inside a plain type. */
type Place = { readonly members: Members } | { readonly elements: Nested } | { readonly type: Type };

interface Followed {
  readonly step: Step;
  readonly place: Place;
}

function follow(place: Place, key: string | number): Followed | undefined {
  if ("members" in place) {
    const part =
      typeof key === "string" && Object.hasOwn(place.members, key) ? place.members[key] : undefined;
    return part && { step: { attribute_name: String(key) }, place: inside(part) };
  }
  if ("elements" in place) {
    const { members, nesting } = place.elements;
    if (nesting === "set") return undefined;
    return { step: elementStep(key), place: { members } };
  }
  const { type } = place;
  if (type.kind === "object" && typeof key === "string") {
    const part = type.attributes[key];
    return part && { step: { attribute_name: key }, place: { type: part } };
  }
  if (type.kind === "list" || type.kind === "map") {
    return { step: elementStep(key), place: { type: type.element } };
  }
  return undefined;
}

function inside(part: Member): Place {
  if (part.member === "leaf") return { type: part.type };
  return part.nesting === "single" || part.nesting === "group"
    ? { members: part.members }
    : { elements: part };
}

function elementStep(key: string | number): Step {
  return typeof key === "number" ? { element_key_int: key } : { element_key_string: key };
}
