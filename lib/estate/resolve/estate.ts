import { standInZone } from "../../../hosts/index";
import { type DnsName, parseName } from "../../dns/name";
import type { MailDomainOptions, TenantOptions } from "../../options";
import type { EstateFault } from "../estate-fault";
import type {
  DefaultsInput,
  DomainInput,
  EstateInput,
  ProvidersInput,
  ReviewInput,
  RulesInput,
  StateInput,
  TenantInput,
} from "../input";
import type { EstateDomain, StateBackend, Tenant } from "../model";
import { domainNames, type NamedKey, reportRepeated, subdomainNames } from "./names";
import { domainOptions, type ResolveContext, subdomainOptions } from "./options";
import { type DmarcSender, reportAuthorizations } from "./reports";
import { reportSharedState, resolveState } from "./state";
import { belongsToTenant, Tenants, tenantDomainAbove } from "./tenants";
import { resolveZones } from "./zones";

/** An estate whose parts each have the right form. */
export interface CheckedEstate {
  readonly defaults?: DefaultsInput;
  readonly tenants?: Readonly<Record<string, TenantInput>>;
  readonly state?: StateInput;
  readonly providers?: ProvidersInput;
  readonly rules?: RulesInput;
  readonly review?: ReviewInput;
  readonly imports?: NonNullable<EstateInput["imports"]>;
  readonly asFound?: NonNullable<EstateInput["asFound"]>;
  /** By key; `undefined` for a domain whose entry has faults of its own, already reported. */
  readonly domains: ReadonlyMap<string, DomainInput | undefined>;
}

/** A domain and everything that was worked out for it. */
export interface ResolvedDomain extends Omit<EstateDomain, "source"> {
  /** The domain's key as it is written. */
  readonly key: string;
  /** The keys of subdomains as they are written, by their names in the options. */
  readonly subdomainKeys: ReadonlyMap<string, string>;
}

export interface Resolution {
  readonly tenants: Readonly<Record<string, Tenant>>;
  readonly state: StateBackend;
  readonly providers: ProvidersInput;
  readonly rules: RulesInput;
  readonly review: ReviewInput;
  readonly domains: readonly ResolvedDomain[];
  readonly faults: readonly EstateFault[];
}

/** One domain on its way: its entry, its subdomains' entries and their options. */
interface Draft {
  readonly entry: NamedKey;
  readonly input: DomainInput;
  readonly options: Omit<MailDomainOptions, "domain">;
  readonly subdomains: readonly Subdomain[];
}

interface Subdomain {
  readonly entry: NamedKey;
  /** The key in the options: the name relative to the domain, as A-labels in lower case. */
  readonly relative: string;
  readonly options: Omit<MailDomainOptions, "domain">;
}

/** Merges defaults, looks names up, finds zones and works out who accepts whose reports. */
export function resolve(estate: CheckedEstate): Resolution {
  const faults: EstateFault[] = [];
  const report = (fault: EstateFault) => void faults.push(fault);
  const { zone, ...defaults } = estate.defaults ?? {};
  const tenants = new Tenants(estate.tenants ?? {}, report);
  const around = { defaults, tenants, report };

  const { names, subdomains } = reportNames(estate.domains, report);
  const drafts = names.flatMap((entry) => {
    const input = estate.domains.get(entry.key);
    const draft = input && draftDomain(entry, input, subdomains.get(entry.key) ?? [], around);
    return draft ? [draft] : [];
  });

  const unread = new Set(names.filter(({ key }) => !estate.domains.get(key)).map(({ name }) => name));
  const requests = names.flatMap((entry) => {
    const input = estate.domains.get(entry.key);
    return input ? [{ ...entry, zone: input.zone }] : [];
  });
  const zones = resolveZones(requests, zone, unread, report);
  const reports = reportAuthorizations(drafts.flatMap(senders), new Set(names.map(({ name }) => name)));

  const imports = byDomain("imports", estate.imports, names, report);
  const asFound = byDomain("asFound", estate.asFound, names, report);

  const tenantDomains = new Map(
    drafts.flatMap(({ entry, options }) =>
      belongsToTenant(options) ? [[entry.name, options.tenant?.name] as const] : [],
    ),
  );
  const domains: ResolvedDomain[] = [];
  for (const { entry, input, options, subdomains } of drafts) {
    // Where the zone has faults, which have been told, the domain is read on with the zone it would have by itself.
    const choice = zones.get(entry.name) ?? standInZone(entry.name);
    const accepts = reports.get(entry.name);
    const tenant = belowAnother(entry.name, options.tenant, tenantDomains);
    const found = asFound.get(entry.name);
    domains.push({
      key: entry.key,
      name: entry.name,
      zone: choice,
      import: { ...imports.get(entry.name), ...input.import },
      keep: input.keep ?? {},
      options: {
        domain: entry.name,
        ...options,
        ...(tenant ? { tenant } : {}),
        ...(accepts ? { acceptsReportsFrom: accepts } : {}),
        ...(found ? { asFound: found } : {}),
        ...(subdomains.length > 0 ? { subdomains: byRelativeName(subdomains) } : {}),
      },
      subdomainKeys: new Map(subdomains.map(({ relative, entry: { key } }) => [relative, key])),
    });
  }
  domains.sort((a, b) => (a.name < b.name ? -1 : 1));
  const state = resolveState(estate.state);
  const tenantStacks = Object.keys(tenants.all).flatMap((name) => [`tenant-${name}`, `exchange-${name}`]);
  // Names that are there twice have been told.
  reportSharedState(state, new Set([...domains.map(({ name }) => name), ...tenantStacks]), report);
  return {
    tenants: tenants.all,
    state,
    providers: estate.providers ?? {},
    rules: estate.rules ?? {},
    review: estate.review ?? {},
    domains,
    faults,
  };
}

/**
 * The tenant of a domain that is added to it: below another of its domains it is verified with that one.
 * @param all domains of tenants, with the tenant's name
 */
function belowAnother(
  name: DnsName,
  tenant: TenantOptions | undefined,
  all: ReadonlyMap<string, string | undefined>,
): TenantOptions | undefined {
  if (tenant?.exchange?.domains === undefined) return tenant;
  const isBelow = tenantDomainAbove(name, tenant.name, all) !== undefined;
  return isBelow ? { ...tenant, exchange: { ...tenant.exchange, domains: "below" } } : tenant;
}

/** What a section beside the domains says of each, by the domains' names; one of no domain is reported. */
function byDomain<T>(
  section: string,
  entries: Readonly<Record<string, T>> | undefined,
  names: readonly NamedKey[],
  report: (fault: EstateFault) => void,
): ReadonlyMap<DnsName, T> {
  const found = new Map<DnsName, T>();
  const known = new Set(names.map(({ name }) => name));
  for (const [key, value] of Object.entries(entries ?? {})) {
    const parsed = parseName(key);
    if (parsed.ok && known.has(parsed.value) && !found.has(parsed.value)) found.set(parsed.value, value);
    else {
      const isTwice = parsed.ok && found.has(parsed.value);
      report({
        path: [section, key],
        atKey: true,
        message: isTwice ? "a domain is named twice" : "no domain of the estate has this name",
        received: JSON.stringify(key),
        fix: isTwice ? "write all of it under one key" : "take it out, or write the domain under domains",
      });
    }
  }
  return found;
}

/** The names of all domains and, by their domain's key, subdomains; unfit and repeated ones are reported. */
export function reportNames(
  domains: CheckedEstate["domains"],
  report: (fault: EstateFault) => void,
): { readonly names: readonly NamedKey[]; readonly subdomains: ReadonlyMap<string, readonly NamedKey[]> } {
  const names = domainNames([...domains.keys()].sort(), report);
  const subdomains = new Map(
    names.map((entry) => {
      const keys = Object.keys(domains.get(entry.key)?.subdomains ?? {});
      return [entry.key, subdomainNames(keys, entry, report)];
    }),
  );
  reportRepeated([...names, ...[...subdomains.values()].flat()], report);
  return { names, subdomains };
}

function draftDomain(
  entry: NamedKey,
  input: DomainInput,
  entries: readonly NamedKey[],
  around: ResolveContext,
): Draft | undefined {
  const options = domainOptions(input, entry, around);
  const inherited = {
    tenant: input.tenant ?? around.defaults.tenant,
    ttl: input.ttl ?? around.defaults.ttl,
  };
  const subdomains: Subdomain[] = [];
  for (const below of entries) {
    const own = input.subdomains?.[below.key];
    const merged = own && subdomainOptions(own, below, inherited, around);
    if (merged) subdomains.push({ entry: below, relative: relativeTo(below, entry), options: merged });
  }
  return options && { entry, input, options, subdomains };
}

function relativeTo(subdomain: NamedKey, domain: NamedKey): string {
  return subdomain.name.slice(0, -(domain.name.length + 1));
}

function byRelativeName(subdomains: readonly Subdomain[]): NonNullable<MailDomainOptions["subdomains"]> {
  const sorted = [...subdomains].sort((a, b) => (a.relative < b.relative ? -1 : 1));
  return Object.fromEntries(sorted.map(({ relative, options }) => [relative, options]));
}

/** A domain always publishes DMARC, a subdomain only when it has options for it. */
function senders({ entry, options, subdomains }: Draft): DmarcSender[] {
  const own: { readonly name: DnsName; readonly dmarc: MailDomainOptions["dmarc"] }[] = [
    { name: entry.name, dmarc: options.dmarc },
  ];
  return own.concat(subdomains.map((below) => ({ name: below.entry.name, dmarc: below.options.dmarc })));
}
