import {
  define,
  type PlanFactsByPath,
  type SchemaFromJson,
  schemaFromJson,
} from "../../../provider/plugin/index";
import schemas from "../schemas/azuread-3.7.0.json";
import type { AzureAd } from "./azuread";

const { provider, resource_schemas, data_source_schemas } =
  schemas.provider_schemas["registry.terraform.io/hashicorp/azuread"];

export const { resource, dataSource } = define<AzureAd>();

/** The real provider is on Terraform's older SDK: what it computes, an update leaves as it is. */
export function resourceSchema(
  type: keyof typeof resource_schemas,
  facts: PlanFactsByPath = {},
): SchemaFromJson {
  return schemaFromJson(resource_schemas[type], facts, { stable: true });
}

export function dataSourceSchema(type: keyof typeof data_source_schemas): SchemaFromJson {
  return schemaFromJson(data_source_schemas[type]);
}

export function providerAttributes(): SchemaFromJson["attributes"] {
  return schemaFromJson(provider).attributes;
}
