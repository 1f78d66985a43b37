import { define } from "../../../provider/plugin/index";
import { realSchemas } from "../schemas";
import printed from "../schemas/cloudflare-5.14.0.json";
import type { CloudflareClient } from "./client";

export const { resource, dataSource } = define<CloudflareClient>();

export const { providerAttributes, resourceSchema, dataSourceSchema } = realSchemas(
  printed.provider_schemas["registry.terraform.io/cloudflare/cloudflare"],
);
