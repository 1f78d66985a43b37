import { mapValues, typeToJson } from "../value/type";
import type { Member, Members, Nested, Options } from "./member";

/** A schema as protocol messages; only what is set is there. */
export interface WireSchema {
  readonly version: number;
  readonly block: WireBlock;
}

interface WireBlock {
  readonly attributes: readonly WireAttribute[];
  readonly block_types: readonly object[];
  readonly description?: string;
}

interface WireAttribute {
  readonly name: string;
  readonly type?: Uint8Array;
  readonly nested_type?: { readonly attributes: readonly WireAttribute[]; readonly nesting: string };
}

export function wireSchema(members: Members, version: number, description: string | undefined): WireSchema {
  return { version, block: { ...wireBlock(members), ...(description !== undefined && { description }) } };
}

function wireBlock(members: Members): WireBlock {
  const entries = Object.entries(members);
  return {
    attributes: entries.flatMap(([name, member]) =>
      member.member === "block" ? [] : [wireAttribute(name, member)],
    ),
    block_types: entries.flatMap(([name, member]) =>
      member.member === "block" ? [wireNestedBlock(name, member)] : [],
    ),
  };
}

function wireAttribute(name: string, member: Member): WireAttribute {
  const { deprecated, description, sensitive } = member.options;
  return {
    name,
    ...(member.member === "leaf"
      ? { type: new TextEncoder().encode(JSON.stringify(typeToJson(member.type))) }
      : {
          nested_type: {
            attributes: Object.entries(member.members).map(([part, inner]) => wireAttribute(part, inner)),
            nesting: member.nesting.toUpperCase(),
          },
        }),
    ...presence(member.options),
    ...(description !== undefined && { description }),
    ...(sensitive && { sensitive }),
    ...(deprecated && { deprecated }),
  };
}

function wireNestedBlock(name: string, member: Nested): object {
  const { description } = member.options;
  return {
    type_name: name,
    nesting: member.nesting.toUpperCase(),
    block: { ...wireBlock(member.members), ...(description !== undefined && { description }) },
    min_items: member.min ?? 0,
    max_items: member.max ?? 0,
  };
}

/** The flags of an attribute. One with a default is computed to Terraform: the provider gives a value not written. */
function presence(options: Options<unknown>): Record<string, true> {
  return {
    ...(options.required && { required: true }),
    ...(options.optional && { optional: true }),
    ...((options.computed || options.default !== undefined) && { computed: true }),
  };
}

/** What `terraform providers schema -json` prints of one block. */
export function blockJson(members: Members, description: string | undefined): object {
  const attributes = Object.entries(members).filter(([, member]) => member.member !== "block");
  const blocks = Object.entries(members).flatMap(([name, member]) =>
    member.member === "block" ? [[name, nestedBlockJson(member)] as const] : [],
  );
  return {
    ...(attributes.length > 0 && { attributes: mapValues(Object.fromEntries(attributes), attributeJson) }),
    ...(blocks.length > 0 && { block_types: Object.fromEntries(blocks) }),
    ...(description !== undefined && { description }),
    description_kind: "plain",
  };
}

function attributeJson(member: Member): object {
  const { deprecated, description, sensitive } = member.options;
  return {
    ...(member.member === "leaf"
      ? { type: typeToJson(member.type) }
      : {
          nested_type: { attributes: mapValues(member.members, attributeJson), nesting_mode: member.nesting },
        }),
    ...(description !== undefined && { description }),
    description_kind: "plain",
    ...presence(member.options),
    ...(sensitive && { sensitive }),
    ...(deprecated && { deprecated }),
  };
}

function nestedBlockJson(member: Nested): object {
  return {
    nesting_mode: member.nesting,
    block: blockJson(member.members, member.options.description),
    ...(member.min !== undefined && { min_items: member.min }),
    ...(member.max !== undefined && { max_items: member.max }),
  };
}
