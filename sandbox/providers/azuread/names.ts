import type { Attributes, Type, Value } from "../../../provider/plugin/index";
import type { GraphObject } from "./graph-calls";

/** Graph's name of an attribute: `included_users` is `includeUsers`, `onpremises_sync_enabled` is `onPremisesSyncEnabled`. */
export function graphName(name: string): string {
  return name
    .replace(/^(in|ex)cluded_/, "$1clude_")
    .replace(/^onpremises_/, "on_premises_")
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Attributes that Graph calls otherwise than {@link graphName} says. */
export type Renamed = Readonly<Record<string, string>>;

/**
 * Attributes from what Graph calls them. What Graph does not say is the type's zero: so does the SDK of the real
 * provider.
 */
export function attributesOf(
  types: Readonly<Record<string, Type>>,
  object: GraphObject,
  renamed: Renamed = {},
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      zeroOr(type, object[renamed[name] ?? graphName(name)]),
    ]),
  );
}

function zeroOr(type: Type, json: unknown): Value {
  switch (type.kind) {
    case "bool":
      return json === true;
    case "number":
      return Number(json ?? 0);
    case "list":
    case "set":
      return Array.isArray(json) ? json.map((one) => zeroOr(type.element, one)) : [];
    default:
      return typeof json === "string" ? json : "";
  }
}

/** The types of attributes that have no attributes of their own, but for some. */
export function leafTypes(attributes: Attributes, without: readonly string[] = []): Record<string, Type> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, part]) =>
      part.member === "leaf" && !without.includes(name) ? [[name, part.type] as const] : [],
    ),
  );
}
