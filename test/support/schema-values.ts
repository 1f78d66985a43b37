import type { Attribute, Block, CtyType, NestedAttributes, NestedBlock } from "./provider-schema";
import { isExpression } from "./template";

/** Is told what is wrong and where, e.g. `resource.cloudflare_dns_record.Spf.ttl: a string, not a number`. */
export type Complain = (path: string, problem: string) => void;

type Values = Readonly<Record<string, unknown>>;

/**
 * Holds the body of a block against its schema. Primitives must have the type itself: Terraform would turn `"60"`
 * into a number, but typed bindings that write it have a fault somewhere.
 */
export function checkBlock(block: Block, body: unknown, path: string, complain: Complain): void {
  if (!isMapping(body)) {
    complain(path, `${kindOf(body)}, not a block`);
    return;
  }
  const { attributes = {}, block_types: blocks = {} } = block;
  checkAttributes(attributes, body, path, complain, (key) => Object.hasOwn(blocks, key));
  for (const [key, nested] of Object.entries(blocks)) {
    checkNestedBlock(nested, body[key], `${path}.${key}`, complain);
  }
}

/** Every argument of `body` that is none, is missing, may not be set or has the wrong type. */
function checkAttributes(
  attributes: Readonly<Record<string, Attribute>>,
  body: Values,
  path: string,
  complain: Complain,
  isBlock: (key: string) => boolean = () => false,
): void {
  for (const [key, value] of Object.entries(body)) {
    if (key === "//" || isBlock(key)) continue;
    const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (!attribute) complain(`${path}.${key}`, "no such argument");
    else if (isSet(value)) checkAttribute(attribute, value, `${path}.${key}`, complain);
  }
  for (const [key, { required }] of Object.entries(attributes)) {
    if (required && !isSet(body[key])) complain(`${path}.${key}`, "a required argument is missing");
  }
}

function checkAttribute(attribute: Attribute, value: unknown, path: string, complain: Complain): void {
  const { computed, optional, required, type, nested_type: nested } = attribute;
  if (computed && !optional && !required) {
    complain(path, "only the provider sets this");
    return;
  }
  if (nested) checkNested(nested, value, path, complain);
  else if (type) checkType(type, value, path, complain);
}

function checkNested(nested: NestedAttributes, value: unknown, path: string, complain: Complain): void {
  if (isExpression(value)) return;
  const one = (item: unknown, at: string) => {
    if (isExpression(item)) return;
    if (isMapping(item)) checkAttributes(nested.attributes, item, at, complain);
    else complain(at, `${kindOf(item)}, not an object`);
  };
  checkItems(nested.nesting_mode, value, path, complain, one);
}

function checkNestedBlock(nested: NestedBlock, value: unknown, path: string, complain: Complain): void {
  const { nesting_mode: mode, min_items: least = 0, max_items: most = 0, block } = nested;
  // JSON syntax: one block may stand without the brackets of a list.
  const items = !isSet(value) ? [] : Array.isArray(value) ? value : mode === "map" ? bodies(value) : [value];
  if (items.length < least) complain(path, `${items.length} blocks, at least ${least} wanted`);
  const limit = mode === "single" || mode === "group" ? 1 : most;
  if (limit > 0 && items.length > limit) complain(path, `${items.length} blocks, at most ${limit} wanted`);
  for (const [index, item] of items.entries()) {
    checkBlock(block, item, items.length === 1 ? path : `${path}[${index}]`, complain);
  }
}

function bodies(value: unknown): readonly unknown[] {
  return isMapping(value) ? Object.values(value) : [value];
}

function checkType(type: CtyType, value: unknown, path: string, complain: Complain): void {
  if (type === "dynamic" || isExpression(value)) return;
  if (typeof type === "string") {
    const wanted = type === "bool" ? "boolean" : type;
    // Text around an interpolation is still text.
    if (typeof value !== wanted) complain(path, `${kindOf(value)}, not a ${type}`);
    return;
  }
  if (type[0] === "object") {
    checkObject(type, value, path, complain);
    return;
  }
  if (type[0] === "tuple") {
    const items = Array.isArray(value) ? value : undefined;
    if (items?.length !== type[1].length) {
      complain(path, `${kindOf(value)}, not a tuple`);
      return;
    }
    for (const [index, inner] of type[1].entries())
      checkType(inner, items[index], `${path}[${index}]`, complain);
    return;
  }
  const [mode, inner] = type;
  checkItems(mode, value, path, complain, (item, at) => checkType(inner, item, at, complain));
}

/** In configuration all attributes of an object type must be there, optional ones apart. */
function checkObject(
  [, attributes, optional = []]: Extract<CtyType, readonly ["object", ...unknown[]]>,
  value: unknown,
  path: string,
  complain: Complain,
): void {
  if (!isMapping(value)) {
    complain(path, `${kindOf(value)}, not an object`);
    return;
  }
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(attributes, key)) complain(`${path}.${key}`, "no such argument");
  }
  for (const [key, inner] of Object.entries(attributes)) {
    const item = value[key];
    if (item !== undefined && item !== null) checkType(inner, item, `${path}.${key}`, complain);
    else if (item === undefined && !optional.includes(key))
      complain(`${path}.${key}`, "a required argument is missing");
  }
}

function checkItems(
  mode: "single" | "list" | "set" | "map",
  value: unknown,
  path: string,
  complain: Complain,
  one: (item: unknown, path: string) => void,
): void {
  if (mode === "single") {
    one(value, path);
    return;
  }
  if (mode === "map") {
    if (!isMapping(value)) {
      complain(path, `${kindOf(value)}, not a map`);
      return;
    }
    for (const [key, item] of Object.entries(value)) one(item, `${path}[${JSON.stringify(key)}]`);
    return;
  }
  if (!Array.isArray(value)) {
    complain(path, `${kindOf(value)}, not a ${mode}`);
    return;
  }
  for (const [index, item] of value.entries()) one(item, `${path}[${index}]`);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
