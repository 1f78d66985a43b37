import { typeFromJson } from "../value/type";
import { isPlainObject, type Value } from "../value/value";
import type { Leaf, Nested, Nesting, Options } from "./member";

/** What `terraform providers schema -json` does not print of an attribute. */
type PlanFacts = Pick<Options<Value>, "default" | "requiresReplace" | "stable" | "validate">;

/** By the path of the attribute, its parts joined by dots: `settings.ipv4_only`. */
export type PlanFactsByPath = { readonly [path: string]: PlanFacts };

/** The type of a value is known at run time only. */
interface AnyValues {
  readonly state: Value;
  readonly plan: Value;
  readonly draft: Value;
}

type AnyMember = Leaf<AnyValues> | Nested<AnyValues>;

/** The members of a block whose schema was read from JSON. */
export interface SchemaFromJson {
  readonly version: number;
  readonly description?: string;
  readonly attributes: { readonly [name: string]: AnyMember };
  readonly blocks: { readonly [name: string]: Nested<AnyValues> };
}

const NESTINGS: readonly Nesting[] = ["single", "list", "set", "map", "group"];

/**
 * A resource's or data source's schema as `terraform providers schema -json` prints it, for a provider that stands in
 * for the one it was printed of.
 * @param ofComputed what holds of every computed attribute
 * @throws Error naming the first part that cannot be read, and any fact about an attribute that there is not
 */
export function schemaFromJson(
  json: unknown,
  facts: PlanFactsByPath = {},
  ofComputed: PlanFacts = {},
): SchemaFromJson {
  const { version, block } = objectAt(json, "schema");
  const reader = new Reader(facts, ofComputed);
  const members = reader.block(block, []);
  const unused = Object.keys(facts).filter((path) => !reader.used.has(path));
  if (unused.length > 0) throw new Error(`the schema has no ${unused.join(", ")}`);
  const { description } = objectAt(block, "block");
  return {
    version: typeof version === "number" ? version : 0,
    ...(typeof description === "string" && { description }),
    ...members,
  };
}

class Reader {
  /** The facts that were told of an attribute. */
  readonly used = new Set<string>();

  constructor(
    private readonly facts: PlanFactsByPath,
    private readonly ofComputed: PlanFacts,
  ) {}

  block(json: unknown, path: readonly string[]): Pick<SchemaFromJson, "attributes" | "blocks"> {
    const { attributes = {}, block_types = {} } = objectAt(json, where(path));
    return {
      attributes: mapObject(attributes, path, (one, at) => this.attribute(one, at)),
      blocks: mapObject(block_types, path, (one, at) => this.nestedBlock(one, at)),
    };
  }

  private attribute(json: unknown, path: readonly string[]): AnyMember {
    const { type, nested_type, write_only, ...settings } = objectAt(json, where(path));
    if (write_only) throw new Error(`${where(path)}: a write-only attribute is not supported`);
    const options = this.options(settings, path);
    if (nested_type === undefined) return { member: "leaf", type: typeFromJson(type), options };
    const { attributes, nesting_mode } = objectAt(nested_type, where(path));
    return {
      member: "attribute",
      nesting: nestingAt(nesting_mode, path),
      members: mapObject(attributes, path, (one, at) => this.attribute(one, at)),
      options,
    };
  }

  private nestedBlock(json: unknown, path: readonly string[]): Nested<AnyValues> {
    const { block, nesting_mode, min_items, max_items } = objectAt(json, where(path));
    const { attributes, blocks } = this.block(block, path);
    return {
      member: "block",
      nesting: nestingAt(nesting_mode, path),
      members: { ...attributes, ...blocks },
      options: this.options(objectAt(block, where(path)), path),
      ...(typeof min_items === "number" && { min: min_items }),
      ...(typeof max_items === "number" && { max: max_items }),
    };
  }

  private options(json: Readonly<Record<string, unknown>>, path: readonly string[]): Options<unknown> {
    const { description, deprecated, sensitive, required, optional, computed } = json;
    const name = path.join(".");
    const told = Object.hasOwn(this.facts, name) ? this.facts[name] : undefined;
    if (told) this.used.add(name);
    return {
      ...(typeof description === "string" && { description }),
      ...(deprecated === true && { deprecated }),
      ...(sensitive === true && { sensitive }),
      ...(required === true && { required }),
      ...(optional === true && { optional }),
      ...(computed === true && { computed, ...this.ofComputed }),
      ...told,
    };
  }
}

function mapObject<T>(
  json: unknown,
  path: readonly string[],
  read: (json: unknown, path: readonly string[]) => T,
): { readonly [name: string]: T } {
  return Object.fromEntries(
    Object.entries(objectAt(json, where(path))).map(([name, one]) => [name, read(one, [...path, name])]),
  );
}

function nestingAt(mode: unknown, path: readonly string[]): Nesting {
  const nesting = NESTINGS.find((one) => one === mode);
  if (nesting) return nesting;
  throw new Error(`${where(path)}: ${JSON.stringify(mode)} is no nesting mode`);
}

function objectAt(json: unknown, at: string): Readonly<Record<string, unknown>> {
  if (isPlainObject(json)) return json;
  throw new Error(`${at}: expected an object of a schema`);
}

function where(path: readonly string[]): string {
  return path.length === 0 ? "block" : path.join(".");
}
