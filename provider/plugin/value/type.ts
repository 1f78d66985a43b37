/** Terraform's own JSON notation of a type, e.g. `["list", "string"]`; providers and state files use it. */
export type TypeJson =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", TypeJson]
  | readonly ["object", { readonly [name: string]: TypeJson }]
  | readonly ["tuple", readonly TypeJson[]];

/**
 * A type of Terraform's type system (cty). `exact` is ours: such a number is always a `Decimal` to the author; one with
 * `exact: false` is always a JavaScript number, and a value that would be rounded is refused; left out, inside dynamic
 * values, it is a JavaScript number where that holds it.
 */
export type Type =
  | { readonly kind: "string" }
  | { readonly kind: "bool" }
  | { readonly kind: "number"; readonly exact?: boolean }
  | { readonly kind: "dynamic" }
  | { readonly kind: "list" | "set" | "map"; readonly element: Type }
  | { readonly kind: "object"; readonly attributes: { readonly [name: string]: Type } }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] };

export function typeToJson(type: Type): TypeJson {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return [type.kind, typeToJson(type.element)];
    case "object":
      return ["object", mapValues(type.attributes, typeToJson)];
    case "tuple":
      return ["tuple", type.elements.map(typeToJson)];
    default:
      return type.kind;
  }
}

/** @throws Error if the value is no type */
export function typeFromJson(json: unknown): Type {
  if (json === "string" || json === "bool" || json === "number" || json === "dynamic") return { kind: json };
  if (Array.isArray(json)) {
    const [kind, inner] = json as readonly unknown[];
    if (kind === "list" || kind === "set" || kind === "map") return { kind, element: typeFromJson(inner) };
    if (kind === "tuple" && Array.isArray(inner)) return { kind, elements: inner.map(typeFromJson) };
    if (kind === "object" && typeof inner === "object" && inner !== null) {
      return { kind, attributes: mapValues(inner as Readonly<Record<string, unknown>>, typeFromJson) };
    }
  }
  throw new Error(`${JSON.stringify(json)} is no Terraform type`);
}

/** The same keys with other values; `__proto__` is a key like any other. */
export function mapValues<T, U>(
  object: { readonly [key: string]: T },
  map: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
