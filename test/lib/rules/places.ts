import type { Source, Where } from "../../../lib/posture/model";
import type { Fixture, FixtureTenant } from "./fixture";

/**
 * Where a thing of a fixture stands, as each source says it: a line of the estate, the address of a resource, or a name
 * of the DNS. Things are named as {@link Expected} names them.
 * @throws Error if the fixture has no such thing, or several
 */
export function placeOf(fixture: Fixture, thing: string, source: Source): Where {
  const place = placesIn(fixture).get(thing);
  if (!place) throw new Error(`nothing of the fixture is called "${thing}"`);
  return place[source];
}

/** The stack of all domains of a fixture. */
export const DOMAINS_STACK = "domains";

/** The stack of a tenant. */
export function tenantStack(name: string): string {
  return `tenant-${name}`;
}

/** The address of a record's resource in the plan: the first of all records of the fixture is 0. */
export function recordAddress(index: number): string {
  return `cloudflare_dns_record.all["${index}"]`;
}

/** The name of a domain's policy script: a hyphen for a dot, and two for a hyphen. */
export function policyScript(domain: string): string {
  return `mta--sts-${domain.replaceAll(".", "-")}`;
}

type Place = Readonly<Record<Source, Where>>;

function placesIn(fixture: Fixture): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let line = 1;
  const declared = (column: number, ...path: readonly (string | number)[]): Where => ({
    file: "estate.yaml",
    line: line++,
    column,
    path,
  });
  const add = (thing: string, place: Place) => {
    if (places.has(thing)) throw new Error(`two things of the fixture are called "${thing}"`);
    places.set(thing, place);
  };
  // Of several plans an address says which one.
  const { domains, tenants = [] } = fixture;
  const several = tenants.length + (domains.length > 0 ? 1 : 0) > 1;
  const planned = (stack: string, address: string): Where => ({
    address: several ? `${stack}: ${address}` : address,
  });
  let index = 0;
  for (const { domain, profile, records, policy } of domains) {
    const at = declared(3, "domains", domain);
    // A plan is read with the estate beside it, which says where the domain itself stands.
    add(domain, {
      declared: at,
      planned: profile === undefined ? { address: domain } : at,
      observed: { address: domain },
    });
    for (const [own, record] of records.entries()) {
      add(recordThing(records, own), {
        declared: declared(7, "domains", domain, "records", own),
        planned: planned(DOMAINS_STACK, recordAddress(index++)),
        observed: { address: nameAndType(record) },
      });
    }
    if (policy !== undefined) {
      add(`MTA-STS policy of ${domain}`, {
        declared: declared(5, "domains", domain, "mtaSts"),
        planned: planned(DOMAINS_STACK, `cloudflare_workers_script.${policyScript(domain)}`),
        observed: { address: `https://mta-sts.${domain}/.well-known/mta-sts.txt` },
      });
    }
  }
  for (const tenant of tenants) {
    const at = declared(3, "tenants", tenant.name);
    add(tenant.name, { declared: at, planned: at, observed: { address: tenant.name } });
    for (const { thing, address, path } of thingsOf(tenant)) {
      add(thing, {
        declared: declared(5, "tenants", tenant.name, ...path),
        planned: planned(tenantStack(tenant.name), address),
        observed: { address: `${tenant.name} ${thing}` },
      });
    }
  }
  return places;
}

/** `contoso.com TXT`, or `contoso.com TXT #2` for the second of a domain's records of that name and type. */
export function recordThing(records: readonly string[], index: number): string {
  const name = nameAndType(records[index] ?? "");
  const before = records.slice(0, index).filter((other) => nameAndType(other) === name).length;
  return before === 0 ? name : `${name} #${before + 1}`;
}

function nameAndType(record: string): string {
  return record.split(" ", 2).join(" ");
}

/** What a tenant has, with the resource that makes it. */
function thingsOf({ policies = [], exchange = {} }: FixtureTenant) {
  const {
    signing = [],
    inboundConnectors = [],
    outboundConnectors = [],
    forwarding = [],
    objects = [],
  } = exchange;
  return [
    ...policies.map(({ key }) => ({
      thing: `policy ${key}`,
      address: `azuread_conditional_access_policy.${key}`,
      path: ["identity", "mfa", "policies", key],
    })),
    ...signing.map(({ domain, enabled }) => ({
      thing: `signing of ${domain}`,
      address: enabled ? "m365_dkim_signing.signing" : "m365_dkim_signing_config.keys",
      path: ["exchange"],
    })),
    ...inboundConnectors.map(({ name }) => ({
      thing: `inbound connector ${name}`,
      address: "m365_inbound_connector.inbound",
      path: ["exchange"],
    })),
    ...outboundConnectors.map(({ name }) => ({
      thing: `outbound connector ${name}`,
      address: "m365_outbound_connector.outbound",
      path: ["exchange"],
    })),
    ...forwarding.map(({ policy }) => ({
      thing: `outbound spam policy ${policy}`,
      address: "exo_hosted_outbound_spam_filter_policy.outbound",
      path: ["exchange"],
    })),
    ...objects.map(({ kind, name }, place) => ({
      thing: `object ${name}`,
      address: `m365_${kind.replaceAll("-", "_")}.object${objects.slice(0, place).filter((one) => one.kind === kind).length || ""}`,
      path: ["exchange"],
    })),
  ];
}
