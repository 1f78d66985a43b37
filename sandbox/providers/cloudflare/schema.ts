import {
  define,
  type PlanFactsByPath,
  type SchemaFromJson,
  schemaFromJson,
} from "../../../provider/plugin/index";
import schemas from "../schemas/cloudflare-5.14.0.json";
import type { CloudflareClient } from "./client";

const { provider, resource_schemas, data_source_schemas } =
  schemas.provider_schemas["registry.terraform.io/cloudflare/cloudflare"];

export const { resource, dataSource } = define<CloudflareClient>();

export function resourceSchema(type: keyof typeof resource_schemas, facts: PlanFactsByPath): SchemaFromJson {
  return schemaFromJson(resource_schemas[type], facts);
}

export function dataSourceSchema(type: keyof typeof data_source_schemas): SchemaFromJson {
  return schemaFromJson(data_source_schemas[type]);
}

export function providerAttributes(): SchemaFromJson["attributes"] {
  return schemaFromJson(provider).attributes;
}
