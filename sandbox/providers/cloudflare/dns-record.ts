import { isUnknown, type ObjectValue, planResource, type Value } from "../../../provider/plugin/index";
import { entity } from "./entity";
import { resourceSchema } from "./schema";

/** https://developers.cloudflare.com/api/resources/dns/subresources/records */
const TYPES = [
  ...["A", "AAAA", "CNAME", "MX", "NS", "OPENPGPKEY", "PTR", "TXT", "CAA", "CERT", "DNSKEY", "DS", "HTTPS"],
  ...["LOC", "NAPTR", "SMIMEA", "SRV", "SSHFP", "SVCB", "TLSA", "URI"],
];

const schema = resourceSchema("cloudflare_dns_record", {
  id: { stable: true },
  zone_id: { requiresReplace: true },
  type: {
    validate: (value) =>
      TYPES.some((type) => type === String(value).toUpperCase())
        ? undefined
        : `Attribute type value must be one of: ${TYPES.join(" ")}, got: "${value}"`,
  },
  priority: {
    validate: (value) =>
      Number(value) >= 0 && Number(value) <= 65535
        ? undefined
        : `Attribute priority value must be between 0 and 65535, got: ${value}`,
  },
  proxied: { default: false },
  created_on: { stable: true },
  meta: { stable: true },
  proxiable: { stable: true },
  settings: { stable: true },
  "settings.flatten_cname": { stable: true },
  "settings.ipv4_only": { stable: true },
  "settings.ipv6_only": { stable: true },
  tags: { stable: true },
});

export const dnsRecord = entity({
  schema,
  inPath: ["zone_id"],
  create: { method: "POST", path: ({ zone_id }) => `zones/${zone_id}/dns_records` },
  path: ({ zone_id, id }) => `zones/${zone_id}/dns_records/${id}`,
  update: { method: "PUT", body: "whole" },
  importId: ["zone_id", "id"],
  async modifyPlan(plan, { config, prior }) {
    const planned = prior ? planResource(schema.attributes, asAnswered(config, prior), prior) : plan;
    return {
      values: {
        ...planned,
        // Cloudflare writes the content of a record that is made from `data`.
        ...(prior && isUnknown(planned.content) && sameData(planned, prior) && { content: prior.content }),
        ...(isEmpty(planned.comment) && { comment_modified_on: null }),
        ...(isEmpty(planned.tags) && { tags_modified_on: null }),
      },
    };
  },
});

/** The configuration as Cloudflare answers it, so far as the real provider 5.14.0 sees through spellings. */
function asAnswered(config: ObjectValue, prior: ObjectValue): ObjectValue {
  const { name, type, content } = config;
  return {
    ...config,
    ...(sameName(name, prior.name) && { name: prior.name ?? null }),
    ...(type === "CNAME" && sameText(content, prior.content) && { content: prior.content ?? null }),
  };
}

/**
 * `@` for the zone's own name and names without the zone, as a user may write them. So any name that the one in state
 * begins with: 5.14.0 does not see a name that is cut short (fixed in 5.20.0).
 */
function sameName(name: Value | undefined, stored: Value | undefined): boolean {
  if (typeof name !== "string" || typeof stored !== "string") return false;
  return name === "@" || stored.startsWith(`${name.replace(/\.$/, "")}.`);
}

function sameData(one: ObjectValue, other: ObjectValue): boolean {
  return JSON.stringify([one.type, one.data]) === JSON.stringify([other.type, other.data]);
}

function sameText(one: Value | undefined, other: Value | undefined): boolean {
  return typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}

function isEmpty(value: Value | undefined): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
