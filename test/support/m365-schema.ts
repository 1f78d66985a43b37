import { version } from "../../package.json";
import { providerSchema } from "../../provider/plugin/index";
import { m365 } from "../../provider/provider";
import type { ProviderSchemas } from "./provider-schema";

/** The schema of our own provider, as its sources are now. */
export const M365: ProviderSchemas = JSON.parse(
  JSON.stringify({
    format_version: "1.0",
    provider_schemas: { "registry.terraform.io/cdktf-mail-hygiene/m365": providerSchema(m365(version)) },
  }),
);
