/** The parts of `terraform providers schema -json` (format 1.0) that a configuration can be held against. */
export interface ProviderSchemas {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}

export interface ProviderSchema {
  readonly provider: Schema;
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

export interface Schema {
  readonly version: number;
  readonly block: Block;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

export interface NestedBlock {
  readonly nesting_mode: NestingMode | "group";
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: Block;
}

/** An attribute has a cty type, or (plugin protocol 6) attributes of its own. */
export interface Attribute {
  readonly type?: CtyType;
  readonly nested_type?: NestedAttributes;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

export interface NestedAttributes {
  readonly nesting_mode: NestingMode;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

type NestingMode = "single" | "list" | "set" | "map";

export type CtyType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", CtyType]
  | readonly ["object", Readonly<Record<string, CtyType>>, (readonly string[])?]
  | readonly ["tuple", readonly CtyType[]];
