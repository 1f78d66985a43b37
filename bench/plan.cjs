// What `terraform show -json` prints of a plan for one domain of the benchmark's estate, as Terraform 1.11 and provider
// cloudflare 5 fill it: every attribute of every record before and after, the prior state, and the configuration.
const { domainName, records, zoneId } = require("./domains.cjs");

const PROVIDER = "registry.terraform.io/cloudflare/cloudflare";
const TYPE = "cloudflare_dns_record";
/** What the provider computes, and so a plan of a new record does not know. */
const COMPUTED = [
  "id",
  "created_on",
  "meta",
  "modified_on",
  "proxiable",
  "comment_modified_on",
  "tags_modified_on",
];

/**
 * @param {number} index which domain
 * @param {{ isNew?: boolean, before?: (record: readonly string[]) => readonly string[] }} options whether its records are
 * created; else what of each record is there before
 */
exports.planJson = (index, { isNew = false, before = (record) => record } = {}) => {
  const wanted = records(index);
  const resources = wanted.map((record) => {
    const there = before(record);
    const isSame = there.join() === record.join();
    const old = isNew ? null : values(index, there);
    return {
      address: `${TYPE}.${record[0]}`,
      old,
      next: isNew ? withoutComputed(values(index, record)) : values(index, record),
      actions: isNew ? ["create"] : [isSame ? "no-op" : "update"],
    };
  });
  const listed = (of) =>
    resources.map(({ address, ...resource }) => ({
      address,
      mode: "managed",
      type: TYPE,
      name: address.slice(TYPE.length + 1),
      provider_name: PROVIDER,
      schema_version: 500,
      values: of(resource),
      sensitive_values: { settings: {}, tags: [] },
    }));
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: { resources: listed(({ next }) => next) } },
    resource_changes: resources.map(({ address, old, next, actions }) => ({
      address,
      mode: "managed",
      type: TYPE,
      name: address.slice(TYPE.length + 1),
      provider_name: PROVIDER,
      change: {
        actions,
        before: old,
        after: next,
        after_unknown: isNew ? Object.fromEntries(COMPUTED.map((name) => [name, true])) : {},
        before_sensitive: old ? { settings: {}, tags: [] } : false,
        after_sensitive: { settings: {}, tags: [] },
      },
    })),
    ...(isNew
      ? {}
      : {
          prior_state: {
            format_version: "1.0",
            terraform_version: "1.11.4",
            values: { root_module: { resources: listed(({ old }) => old) } },
          },
        }),
    configuration: {
      provider_config: {
        cloudflare: { name: "cloudflare", full_name: PROVIDER, version_constraint: "~> 5.8" },
      },
      root_module: {
        resources: wanted.map((record) => ({
          address: `${TYPE}.${record[0]}`,
          mode: "managed",
          type: TYPE,
          name: record[0],
          provider_config_key: "cloudflare",
          expressions: Object.fromEntries(
            Object.entries(written(index, record)).map(([key, value]) => [key, { constant_value: value }]),
          ),
          schema_version: 500,
        })),
      },
    },
    timestamp: "2026-01-01T00:00:00Z",
    applyable: true,
    complete: true,
    errored: false,
  });
};

function written(index, [, type, name, content]) {
  return {
    content,
    name,
    proxied: false,
    ttl: 3600,
    type,
    zone_id: zoneId(index),
    ...(type === "MX" ? { priority: 0 } : {}),
  };
}

function values(index, record) {
  return {
    comment: null,
    comment_modified_on: null,
    created_on: "2025-11-03T09:12:44Z",
    data: null,
    id: `${record[0]}-${domainName(index)}`.padEnd(32, "0").slice(0, 32),
    meta: "{}",
    modified_on: "2025-11-03T09:12:44Z",
    priority: null,
    proxiable: record[1] === "CNAME",
    settings: { flatten_cname: null, ipv4_only: null, ipv6_only: null },
    tags: [],
    tags_modified_on: null,
    ...written(index, record),
  };
}

function withoutComputed(all) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !COMPUTED.includes(name)));
}
