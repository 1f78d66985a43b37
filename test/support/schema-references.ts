import type { ProviderSchema, Schema } from "./provider-schema";
import { type Complain, isMapping } from "./schema-values";
import { expressionsIn } from "./template";

/** What a configuration declares and what of it can be asked for. */
export interface Declared {
  /** By address: `cloudflare_zone.Zone`, `data.cloudflare_zone.Zone`. */
  readonly schemaOf: ReadonlyMap<string, Schema>;
}

/** `cloudflare_zone.Zone.id`, `data.cloudflare_zone.Zone.account` within an expression. */
const REFERENCE =
  /(?<![\w.-])((?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*)(?:\[[^\]]*\])?(?:\.([a-z_][a-z0-9_]*))?/g;

/** The resources and data sources of a configuration by address, as far as their schema is known. */
export function declaredBy(
  configuration: Readonly<Record<string, unknown>>,
  schemaOf: (
    kind: keyof Pick<ProviderSchema, "resource_schemas" | "data_source_schemas">,
    type: string,
  ) => Schema | undefined,
): Declared {
  const found = new Map<string, Schema>();
  for (const [section, prefix, kind] of [
    ["resource", "", "resource_schemas"],
    ["data", "data.", "data_source_schemas"],
  ] as const) {
    const types = configuration[section];
    if (!isMapping(types)) continue;
    for (const [type, bodies] of Object.entries(types)) {
      const schema = schemaOf(kind, type);
      if (!schema || !isMapping(bodies)) continue;
      for (const name of Object.keys(bodies)) found.set(`${prefix}${type}.${name}`, schema);
    }
  }
  return { schemaOf: found };
}

/** Every expression below `value` that asks for something that is not there. */
export function checkReferences(declared: Declared, value: unknown, path: string, complain: Complain): void {
  if (typeof value === "string") {
    for (const expression of expressionsIn(value)) {
      for (const [, address = "", attribute] of expression.matchAll(REFERENCE)) {
        checkReference(declared, address, attribute, path, complain);
      }
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      checkReferences(declared, item, `${path}[${index}]`, complain);
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (key !== "//") checkReferences(declared, item, `${path}.${key}`, complain);
    }
  }
}

/** An address, with the attribute that is asked of it. */
export function checkReference(
  { schemaOf }: Declared,
  address: string,
  attribute: string | undefined,
  path: string,
  complain: Complain,
): void {
  const schema = schemaOf.get(address);
  if (!schema) {
    complain(path, `${address} is not declared`);
    return;
  }
  if (attribute === undefined) return;
  const { attributes = {}, block_types: blocks = {} } = schema.block;
  if (Object.hasOwn(attributes, attribute) || Object.hasOwn(blocks, attribute)) return;
  complain(path, `${address} has no attribute ${attribute}`);
}
