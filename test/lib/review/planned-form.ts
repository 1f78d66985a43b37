import { policyWorker } from "../../../hosts/cloudflare/constructs/policy-worker";
import { quoteTxt } from "../../../lib/dns/txt";
import { type ExchangeKind, inEstate, objectFacts, type Values } from "../../../lib/exchange/objects";
import { unwrap } from "../../../lib/fault";
import { readPlan } from "../../../lib/plan/read-plan";
import type { Posture } from "../../../lib/posture/model";
import { plannedPostures } from "../../../lib/review/before-after";
import { type EstateDomainFacts, NO_CONTEXT } from "../../../lib/review/context";
import {
  type Fixture,
  type FixtureDomain,
  type FixtureTenant,
  intentOf,
  nameOf,
  recordOf,
} from "../rules/fixture";
import { DOMAINS_STACK, placeOf, policyScript, recordAddress, tenantStack } from "../rules/places";
import { accessBlocks } from "./access-blocks";
import { cloudflare, planJson, type ResourceJson } from "./plan-json";

/** A fixture as a plan that makes all of it: the same resources that this project's stacks, and others, are made of. */
export function plannedForm(fixture: Fixture): Posture {
  const declared = fixture.domains.filter(({ profile }) => profile !== undefined);
  const domains = new Map(
    declared.map((domain): readonly [ReturnType<typeof nameOf>, EstateDomainFacts] => [
      nameOf(domain.domain),
      {
        intent: intentOf(domain),
        ...(domain.demands ? { demands: domain.demands } : {}),
        where: placeOf(fixture, domain.domain, "planned"),
      },
    ]),
  );
  const groups = new Map((fixture.tenants ?? []).map(({ name, breakGlass }) => [name, breakGlass]));
  const defaults = new Set(
    (fixture.tenants ?? []).flatMap(({ name, objects }) => (objects?.securityDefaults ? [name] : [])),
  );
  const plans = [
    ...(fixture.domains.length > 0 ? [[DOMAINS_STACK, domainResources(fixture)] as const] : []),
    ...(fixture.tenants ?? []).map((tenant) => [tenantStack(tenant.name), tenantResources(tenant)] as const),
  ].map(([stack, resources]) => unwrap(stack, readPlan(stack, planJson(resources))));
  return plannedPostures(plans, {
    ...NO_CONTEXT,
    domains,
    breakGlass: (tenant) => groups.get(tenant),
    securityDefaults: (tenant) => defaults.has(tenant),
    whereOf: (tenant) => placeOf(fixture, tenant, "planned"),
  }).after;
}

function domainResources({ domains, unknown = [] }: Fixture): readonly ResourceJson[] {
  const lines = [
    ...domains.flatMap(({ records }) => records),
    // A plan in which a domain has nothing says nothing of it.
    ...domains.map(({ domain }) => `planned.${domain} A 192.0.2.1`),
  ];
  return [
    ...lines.map((line, index) => ({
      address: recordAddress(index),
      type: "cloudflare_dns_record",
      after: attributesOf(line),
      unknown: { id: true, created_on: true },
    })),
    ...unknown.map((line, index) => {
      const [name = "", type = ""] = line.split(" ");
      const { content: _content, ...after } = cloudflare(type, name, "");
      return {
        address: `cloudflare_dns_record.later[${index}]`,
        type: "cloudflare_dns_record",
        after,
        unknown: { id: true, content: true },
      };
    }),
    ...domains.flatMap(policyResources),
  ];
}

function attributesOf(line: string): Readonly<Record<string, unknown>> {
  const record = recordOf(line);
  const { name, type } = record;
  switch (record.type) {
    case "MX":
      return cloudflare(type, name, record.exchange, { priority: record.preference });
    case "TXT":
      return cloudflare(type, name, quoteTxt(record.value));
    case "CAA":
      return cloudflare(type, name, { flags: record.flags, tag: record.tag, value: record.value });
    case "TLSA":
      return cloudflare(type, name, {
        usage: record.usage,
        selector: record.selector,
        matching_type: record.matchingType,
        certificate: record.certificate,
      });
    case "CNAME":
      return cloudflare(type, name, record.target);
    case "NS":
      return cloudflare(type, name, record.host);
    case "A":
    case "AAAA":
      return cloudflare(type, name, record.address);
    default:
      throw new Error(`no form for ${type}`);
  }
}

function policyResources({ domain, policy }: FixtureDomain): readonly ResourceJson[] {
  if (policy === undefined) return [];
  const script = policyScript(domain);
  const content = policyWorker({ path: "/.well-known/mta-sts.txt", body: policy });
  return [
    {
      address: `cloudflare_workers_script.${script}`,
      type: "cloudflare_workers_script",
      after: { script_name: script, main_module: "policy.js", content },
    },
    {
      address: `cloudflare_workers_custom_domain.${script}`,
      type: "cloudflare_workers_custom_domain",
      after: { hostname: `mta-sts.${domain}`, service: script, zone_id: "", environment: "production" },
    },
  ];
}

/** The values under the names that they have in Terraform. */
function inTerraform(kind: ExchangeKind, values: Values): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(objectFacts(kind).attributes).flatMap((name) => {
      const value = values[inEstate(name)];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function tenantResources(tenant: FixtureTenant): readonly ResourceJson[] {
  const { policies, exchange } = tenant;
  const resource = (type: string, name: string, after: Readonly<Record<string, unknown>>): ResourceJson => ({
    address: `${type}.${name}`,
    type,
    after,
  });
  return [
    ...(policies ?? []).map(({ key, policy }) =>
      resource("azuread_conditional_access_policy", key, accessBlocks(policy)),
    ),
    // That a tenant has no policy is known where the plan takes away the last one.
    ...(policies?.length === 0
      ? [
          {
            address: "azuread_conditional_access_policy.last",
            type: "azuread_conditional_access_policy",
            before: { display_name: "The last one", state: "disabled", conditions: [{}] },
          },
        ]
      : []),
    ...(exchange?.signing ?? []).flatMap(({ domain, enabled, keySizes }) => [
      resource("m365_dkim_signing_config", "keys", { domain, key_size: keySizes[0] ?? null }),
      ...(enabled ? [resource("m365_dkim_signing", "signing", { domain, timeout: 3600 })] : []),
    ]),
    ...(exchange?.inboundConnectors ?? []).map((one) =>
      resource("m365_inbound_connector", "inbound", {
        name: one.name,
        enabled: one.enabled,
        connector_type: one.type,
        require_tls: one.requireTls,
        tls_sender_certificate_name: one.certificateName ?? null,
        sender_ip_addresses: one.senderAddresses,
      }),
    ),
    ...(exchange?.outboundConnectors ?? []).map((one) =>
      resource("m365_outbound_connector", "outbound", {
        name: one.name,
        enabled: one.enabled,
        connector_type: one.type,
        tls_settings: one.tls ?? null,
        smart_hosts: one.smartHosts,
      }),
    ),
    ...(exchange?.forwarding ?? []).map(({ policy, mode }) =>
      resource("exo_hosted_outbound_spam_filter_policy", "outbound", {
        name: policy,
        auto_forwarding_mode: mode,
      }),
    ),
    ...(exchange?.objects ?? []).map(({ kind, values }, place, all) => {
      const before = all.slice(0, place).filter((one) => one.kind === kind).length;
      return resource(
        `m365_${kind.replaceAll("-", "_")}`,
        `object${before || ""}`,
        inTerraform(kind, values),
      );
    }),
  ];
}
