import { define } from "../../../provider/plugin/index";
import { realSchemas } from "../schemas";
import printed from "../schemas/azuread-3.7.0.json";
import type { AzureAd } from "./azuread";

export const { resource, dataSource } = define<AzureAd>();

/** The real provider is on Terraform's older SDK: what it computes, an update leaves as it is. */
export const { providerAttributes, resourceSchema, dataSourceSchema } = realSchemas(
  printed.provider_schemas["registry.terraform.io/hashicorp/azuread"],
  { stable: true },
);
