// Cuts `terraform providers schema -json` down to what the tests hold synthesized JSON against: the resources and
// data sources this project writes, without their prose. After a provider bump:
//   terraform providers schema -json | node scripts/trim-schema.mjs cloudflare > sandbox/providers/schemas/cloudflare-5.14.0.json
//   npx biome check --write sandbox/providers/schemas
import { readFileSync } from "node:fs";

const USED = {
  cloudflare: {
    address: "registry.terraform.io/cloudflare/cloudflare",
    resources: [
      "cloudflare_dns_record",
      "cloudflare_workers_custom_domain",
      "cloudflare_workers_script",
      "cloudflare_zone",
      "cloudflare_zone_dnssec",
    ],
    dataSources: ["cloudflare_zone"],
  },
  azuread: {
    address: "registry.terraform.io/hashicorp/azuread",
    resources: [
      "azuread_authentication_strength_policy",
      "azuread_conditional_access_policy",
      "azuread_group",
      "azuread_group_member",
      "azuread_named_location",
    ],
    dataSources: [
      "azuread_client_config",
      "azuread_directory_role_templates",
      "azuread_domains",
      "azuread_group",
      "azuread_groups",
      "azuread_named_location",
      "azuread_user",
      "azuread_users",
    ],
  },
};

const used = USED[process.argv[2]];
if (!used) {
  process.stderr.write(`usage: node scripts/trim-schema.mjs ${Object.keys(USED).join("|")} < schema.json\n`);
  process.exit(2);
}
const { format_version, provider_schemas } = JSON.parse(readFileSync(0, "utf8"));
const { provider, resource_schemas, data_source_schemas } = provider_schemas[used.address];
const trimmed = {
  format_version,
  provider_schemas: {
    [used.address]: {
      provider: withoutProse(provider),
      resource_schemas: pick(resource_schemas, used.resources),
      data_source_schemas: pick(data_source_schemas, used.dataSources),
    },
  },
};
process.stdout.write(`${JSON.stringify(trimmed, undefined, 2)}\n`);

function pick(schemas, names) {
  return Object.fromEntries(
    names.map((name) => {
      if (!schemas[name]) throw new Error(`the provider has no ${name}`);
      return [name, withoutProse(schemas[name])];
    }),
  );
}

/** A schema without `description`; an attribute that is called so, as azuread_group's, stays. */
function withoutProse(value) {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inner]) => key !== "description_kind" && !(key === "description" && typeof inner === "string"),
      )
      .map(([key, inner]) => [key, withoutProse(inner)]),
  );
}
