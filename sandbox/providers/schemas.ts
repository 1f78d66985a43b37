import { type PlanFactsByPath, type SchemaFromJson, schemaFromJson } from "../../provider/plugin/index";

/** A provider in `terraform providers schema -json`. */
interface Printed<R, D> {
  readonly provider: unknown;
  readonly resource_schemas: R;
  readonly data_source_schemas: D;
}

/** Schemas of a real provider, by the names of its resources and data sources. */
export interface RealSchemas<R, D> {
  readonly providerAttributes: () => SchemaFromJson["attributes"];
  readonly resourceSchema: (type: keyof R, facts?: PlanFactsByPath) => SchemaFromJson;
  readonly dataSourceSchema: (type: keyof D) => SchemaFromJson;
}

/** @param ofComputed what holds of every attribute that the provider's resources compute */
export function realSchemas<R extends object, D extends object>(
  { provider, resource_schemas, data_source_schemas }: Printed<R, D>,
  ofComputed: { readonly stable?: true } = {},
): RealSchemas<R, D> {
  return {
    providerAttributes: () => schemaFromJson(provider).attributes,
    resourceSchema: (type, facts) => schemaFromJson(resource_schemas[type], facts, ofComputed),
    dataSourceSchema: (type) => schemaFromJson(data_source_schemas[type]),
  };
}
