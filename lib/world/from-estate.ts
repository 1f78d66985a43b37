import { createHash } from "node:crypto";
import type { CloudflareZoneChoice } from "../../hosts/index";
import type { DeclaredDomain, DeclaredEstate } from "../declare/estate";
import { fieldsOf, isFielded } from "../dns/fielded";
import type { FieldedRecord } from "../dns/fielded-records";
import { type DnsRecord, recordData } from "../dns/record";
import { quoteTxt } from "../dns/txt";
import type { DomainPlan } from "../domain/plan";
import type { Estate, Tenant } from "../estate/model";
import { APPLICATIONS, applicationId } from "../identity/applications";
import type { IdentityPlan } from "../identity/identity-plan";
import type { Principals } from "../identity/policy";
import { isSameGroup } from "../identity/principals";
import { writtenHosts } from "./hosts";
import type { World, WorldCredentials, WorldGroup, WorldRecord, WorldTenant, WorldZone } from "./world";

type Declared = Extract<DeclaredEstate, { readonly ok: true }>;

/**
 * What must exist before an estate can be applied: zones that no stack creates, the records that `import` takes over,
 * tenants with their domains, and the users and groups that are looked up by name. A sandbox starts with it.
 */
export function worldOf(estate: Estate, { domains, tenants }: Declared): World {
  const credentials = credentialsOf(estate, domains);
  return {
    zones: zonesOf(domains),
    ...(credentials.length > 0 ? { credentials } : {}),
    tenants: Object.entries(estate.tenants).map(([name, tenant]) =>
      tenantOf(tenant, domains, tenants.find((declared) => declared.name === name)?.plan),
    ),
  };
}

/** Zones at Cloudflare: a sandbox has no other host. */
function zonesOf(domains: readonly DeclaredDomain[]): readonly WorldZone[] {
  const atCloudflare = domains.flatMap((domain) => {
    const { zone } = domain.estate;
    return zone.host === "cloudflare" ? [{ domain, zone }] : [];
  });
  const names = [...new Set(atCloudflare.map(({ zone }) => zone.name))].sort();
  return names.flatMap((name) => {
    const here = atCloudflare.filter(({ zone }) => zone.name === name);
    const inside = here.map(({ domain }) => domain);
    const choices = here.map(({ zone }) => zone);
    if (choices.some(({ source }) => source.by === "creation")) return [];
    const id = choices.map(idOf).find((given) => given !== undefined);
    const accountId = choices.map(accountOf).find((given) => given !== undefined);
    const records = inside.flatMap(importedRecords);
    return [
      {
        name,
        ...(id === undefined ? {} : { id }),
        ...(accountId === undefined ? {} : { accountId }),
        ...(records.length > 0 ? { records } : {}),
      },
    ];
  });
}

/** The account that a zone is in: the one that is named, or one of its own for each prefix. */
function accountOf({ accountId, credentials }: CloudflareZoneChoice): string | undefined {
  if (accountId !== undefined || credentials === undefined) return accountId;
  return createHash("sha256").update(`account of ${credentials.prefix}`).digest("hex").slice(0, 32);
}

/** What the credentials of each prefix open; nothing where no prefix is named, and one opens everything. */
function credentialsOf(estate: Estate, domains: readonly DeclaredDomain[]): readonly WorldCredentials[] {
  const zones = domains.flatMap(({ estate: { zone } }) => (zone.host === "cloudflare" ? [zone] : []));
  const tenants = Object.values(estate.tenants);
  const named = [...zones, ...tenants].flatMap(({ credentials }) => credentials?.prefix ?? []);
  if (named.length === 0) return [];
  return [undefined, ...[...new Set(named)].sort()].map((prefix) => ({
    ...(prefix === undefined ? {} : { prefix }),
    accounts: sortedOnce(
      zones.filter((zone) => zone.credentials?.prefix === prefix).flatMap((zone) => accountOf(zone) ?? []),
    ),
    tenants: sortedOnce(tenants.filter((tenant) => tenant.credentials?.prefix === prefix).map(directoryId)),
  }));
}

const sortedOnce = (texts: readonly string[]) => [...new Set(texts)].sort();

function idOf({ source }: CloudflareZoneChoice): string | undefined {
  return source.by === "id" ? source.id : undefined;
}

function importedRecords({ estate, declaration }: DeclaredDomain): readonly WorldRecord[] {
  return declaration.records.flatMap(({ rolePath, record }) => {
    const id = Object.hasOwn(estate.import, rolePath) ? estate.import[rolePath] : undefined;
    return id === undefined ? [] : [{ id, ...before(record) }];
  });
}

/**
 * A record as the domain may have had it before this estate: an SPF and a DMARC record that refuse nothing yet, and
 * Cloudflare's automatic TTL. The import then shows what it changes.
 */
function before(record: DnsRecord): WorldRecord {
  const { type, name } = record;
  switch (record.type) {
    case "TXT":
      return { type, name, content: quoteTxt(earlierText(record.value)) };
    case "MX":
      return { type, name, content: record.exchange, priority: record.preference };
    case "CAA":
      return { type, name, data: { flags: record.flags, tag: record.tag, value: record.value } };
    case "TLSA": {
      const { usage, selector, matchingType, certificate } = record;
      return { type, name, data: { usage, selector, matching_type: matchingType, certificate } };
    }
    case "PTR":
    case "OPENPGPKEY":
      return { type, name, content: recordData(record) };
    default:
      return isFielded(record)
        ? { type, name, data: partsOf(record) }
        : { type, name, content: recordData(record) };
  }
}

/** The fields by Cloudflare's names. */
function partsOf(record: FieldedRecord): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    fieldsOf(record).map(([field, , value]) => {
      const key = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [/^(?:fingerprint|certificate)_type$/.test(key) ? "type" : key, value];
    }),
  );
}

function earlierText(value: string): string {
  if (value.startsWith("v=DMARC1;")) return "v=DMARC1; p=none";
  return value.startsWith("v=spf1 ") ? value.replace(/ [-~]all$/, " ?all") : value;
}

function tenantOf(
  tenant: Tenant,
  domains: readonly DeclaredDomain[],
  plan: IdentityPlan | undefined,
): WorldTenant {
  const { initialDomain, cloud } = tenant;
  const tenantId = directoryId(tenant);
  const custom = domains.flatMap(({ declaration }) => mailDomains(declaration.plan, initialDomain));
  const people = plan ? presupposed(plan) : { users: [], groups: [] };
  const applications = plan ? namedApplications(plan) : [];
  const hosts = writtenHosts(domains, initialDomain);
  const signed = tenant.exchange
    ? []
    : domains.flatMap(({ declaration }) => signedDomains(declaration.plan, initialDomain));
  return {
    tenantId,
    initialDomain,
    cloud,
    domains: [...new Set(custom)].sort(),
    ...(Object.keys(hosts).length > 0 ? { hosts } : {}),
    ...(signed.length > 0 ? { signed: [...new Set(signed)].sort() } : {}),
    ...(people.users.length > 0
      ? { users: people.users.map((userPrincipalName) => ({ userPrincipalName })) }
      : {}),
    ...(people.groups.length > 0 ? { groups: people.groups } : {}),
    ...(applications.length > 0 ? { applications } : {}),
    ...(plan?.sync?.maxAge === undefined ? {} : { synchronized: true }),
  };
}

/** The mail domains at and below a domain that send or receive through a tenant, which must have verified them. */
function mailDomains(plan: DomainPlan, initialDomain: string): readonly string[] {
  const tenant = plan.inbound?.tenant ?? plan.dkim?.tenant;
  const below = plan.subdomains.flatMap((inner) => mailDomains(inner.plan, initialDomain));
  // What a stack adds to the tenant is not there before.
  const isThere = tenant?.initialDomain === initialDomain && tenant.exchange?.domains === undefined;
  return isThere ? [plan.domain, ...below] : below;
}

/** The mail domains that publish Microsoft's two selectors: where no stack makes the keys, an administrator has. */
function signedDomains({ domain, dkim, subdomains }: DomainPlan, initialDomain: string): readonly string[] {
  const below = subdomains.flatMap(({ plan }) => signedDomains(plan, initialDomain));
  const isSigned = dkim?.microsoft === true && dkim.tenant?.initialDomain === initialDomain;
  return isSigned ? [domain, ...below] : below;
}

/** Users, and groups that the tenant's stack does not create. */
function presupposed({ breakGlass, sspr, policies, endpoints }: IdentityPlan): {
  readonly users: readonly string[];
  readonly groups: readonly WorldGroup[];
} {
  const principals = policies.flatMap(({ policy: { include, exclude } }): readonly Principals[] => [
    ...(include === "all" ? [] : [include]),
    ...(exclude ? [exclude] : []),
  ]);
  const users = [
    ...(breakGlass?.users ?? []),
    ...(sspr?.membership.kind === "users" ? sspr.membership.users : []),
    ...(sspr?.owners ?? []),
    ...principals.flatMap(({ users: theirs }) => theirs ?? []),
  ];
  const groups: WorldGroup[] = [];
  if (breakGlass?.existing) groups.push({ displayName: breakGlass.group, members: breakGlass.users });
  if (sspr?.membership.kind === "existing") groups.push({ displayName: sspr.group });
  const created = [...(breakGlass ? [breakGlass.group] : []), ...(sspr ? [sspr.group] : [])];
  const named = [
    ...principals.flatMap(({ groups: theirs }) => theirs ?? []),
    ...(endpoints?.credssp?.groups ?? []),
  ];
  for (const displayName of named) {
    const known = [...created, ...groups.map((group) => group.displayName)];
    if (!known.some((name) => isSameGroup(name, displayName))) groups.push({ displayName });
  }
  return { users: [...new Set(users)].sort(), groups };
}

/** Applications that policies name by client id, as those that not every tenant has go by. */
function namedApplications({ policies }: IdentityPlan): readonly string[] {
  const named = policies.flatMap(({ policy: { applications = [], excludeApplications = [] } }) => [
    ...(applications === "all" ? [] : applications),
    ...excludeApplications,
  ]);
  const everywhere = new Set(Object.values(APPLICATIONS));
  const ids = named.flatMap((name) => applicationId(name) ?? []).filter((id) => !everywhere.has(id));
  return [...new Set(ids)].sort();
}

function directoryId({ tenantId, initialDomain }: Tenant): string {
  return tenantId ?? madeUpGuid(initialDomain);
}

/** A version 8 GUID (RFC 9562 §5.8) that is the same for the same tenant, where the estate gives none. */
function madeUpGuid(initialDomain: string): string {
  const hex = createHash("sha256").update(initialDomain).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
