import type { DomainInput, EstateInput, SubdomainInput, TenantInput } from "../estate/input";
import type { DmarcOptions, TenantOptions } from "../options";
import { PROFILES } from "../profile";
import type { AdoptedOptions } from "./adopted-options";
import type { FoundZone } from "./found";

/** A domain of the estate to be, with where it is. */
export interface AdoptedDomain {
  readonly zone: FoundZone;
  readonly options: AdoptedOptions;
  /** Records of others in sets that the domain writes. @default none */
  readonly keep?: NonNullable<DomainInput["keep"]>;
}

/**
 * What so large a share of the domains has becomes a default. A domain that differs has to say so in words of its own: where
 * one in five does, a default still takes away four times the lines that it costs. docs/guide/adopt.md names the share.
 */
const SHARE = 0.8;

/** The estate that declares the domains, with what most of them share under `defaults`. */
export function assemble(domains: readonly AdoptedDomain[]): EstateInput {
  const sorted = [...domains].sort((a, b) => (a.zone.name < b.zone.name ? -1 : 1));
  const tenants = tenantsOf(sorted);
  const inputs = new Map<string, Mutable<DomainInput>>(
    sorted.map(({ zone, options, keep }) => [zone.name, domainInput(zone, options, keep)]),
  );
  const defaults = hoist(inputs);
  if (defaults.ttl === undefined) {
    for (const input of inputs.values()) if (input.ttl === 3600) delete input.ttl;
  }
  return {
    version: 1,
    ...(Object.keys(defaults).length > 0 ? { defaults } : {}),
    ...(Object.keys(tenants).length > 0 ? { tenants } : {}),
    domains: Object.fromEntries(inputs),
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function domainInput(
  zone: FoundZone,
  { tenant, subdomains, ...mail }: AdoptedOptions,
  keep: AdoptedDomain["keep"] = {},
): Mutable<DomainInput> {
  const { acceptsReportsFrom: _, profile, ...rest } = mail;
  const below = Object.entries(subdomains ?? {}).map(([label, { tenant: _tenant, ...options }]) => {
    const {
      acceptsReportsFrom: _reports,
      reportAuthorization: _authorization,
      subdomains: _below,
      ...own
    } = options;
    return [label, own] as const;
  });
  const owner = tenant ?? Object.values(subdomains ?? {}).find((one) => one.tenant)?.tenant;
  return {
    profile,
    ...(owner ? { tenant: tenantName(owner) } : {}),
    zone: zoneInput(zone),
    ...rest,
    ...(Object.keys(keep).length > 0 ? { keep } : {}),
    ...(below.length > 0 ? { subdomains: Object.fromEntries(below) } : {}),
  };
}

function zoneInput({ host }: FoundZone): NonNullable<DomainInput["zone"]> {
  switch (host.kind) {
    case "cloudflare":
      return {
        cloudflare: {
          ...(host.zoneId === undefined ? {} : { zoneId: host.zoneId }),
          ...(host.hasComments ? { keepComments: true } : {}),
        },
      };
    case "route53":
      return { route53: {} };
    case "azure":
      return { azure: { resourceGroup: host.resourceGroup } };
  }
}

/** The tenant's name in the estate: the first label of its initial domain. */
export function tenantName({ initialDomain }: Pick<TenantOptions, "initialDomain">): string {
  const [prefix = ""] = initialDomain.split(".");
  const name = prefix.replaceAll(/-+/g, "-").replaceAll(/^-|-$/g, "");
  const cloud = initialDomain.endsWith(".us") ? "-us" : initialDomain.endsWith(".cn") ? "-cn" : "";
  return `${name || "tenant"}${cloud}`;
}

function tenantsOf(domains: readonly AdoptedDomain[]): Record<string, TenantInput> {
  const tenants = new Map<string, TenantInput>();
  const all = domains.flatMap(({ options }) => [options, ...Object.values(options.subdomains ?? {})]);
  for (const { tenant } of all) {
    if (!tenant) continue;
    const { initialDomain, cloud = "worldwide", domainsAddedBefore } = tenant;
    // It says that EOP's hosts can be derived, and so is said only where one is.
    const isDerived = all.some(
      (one) =>
        one.tenant?.initialDomain === initialDomain && PROFILES[one.profile].receives && one.mx === undefined,
    );
    tenants.set(tenantName(tenant), {
      initialDomain,
      ...(cloud === "worldwide" ? {} : { cloud }),
      ...(isDerived && domainsAddedBefore !== undefined ? { domainsAddedBefore } : {}),
    });
  }
  return Object.fromEntries([...tenants].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Takes out of the domains what most of them say, and gives it as their defaults. */
function hoist(
  domains: ReadonlyMap<string, Mutable<DomainInput>>,
): Mutable<NonNullable<EstateInput["defaults"]>> {
  const all = [...domains.values()];
  const defaults: Mutable<NonNullable<EstateInput["defaults"]>> = {};
  if (all.length < 2) return defaults;
  const tenant = shared(
    all.flatMap(({ tenant: own }) => own ?? []),
    all.length,
  );
  if (tenant !== undefined) {
    defaults.tenant = tenant;
    for (const domain of all) if (domain.tenant === tenant) delete domain.tenant;
  }
  const ttl = shared(
    all.flatMap(({ ttl: own }) => own ?? []),
    all.length,
  );
  if (ttl !== undefined && ttl !== 3600) {
    defaults.ttl = ttl;
    for (const domain of all) if (domain.ttl === ttl) delete domain.ttl;
  }
  hoistTlsRpt(all, defaults);
  hoistReports(all, defaults);
  return defaults;
}

function hoistTlsRpt(
  all: readonly Mutable<DomainInput>[],
  defaults: Mutable<NonNullable<EstateInput["defaults"]>>,
) {
  const receiving = all
    .flatMap((domain): Mutable<SubdomainInput>[] => [domain, ...Object.values(domain.subdomains ?? {})])
    .filter(({ profile }) => profile !== undefined && PROFILES[profile].receives);
  if (receiving.some(({ tlsRpt }) => tlsRpt?.rua === undefined || tlsRpt.hosted !== undefined)) return;
  const common = shared(
    receiving.map(({ tlsRpt }) => JSON.stringify(tlsRpt)),
    receiving.length,
  );
  if (common === undefined) return;
  defaults.tlsRpt = JSON.parse(common);
  for (const domain of receiving) if (JSON.stringify(domain.tlsRpt) === common) delete domain.tlsRpt;
}

/** Where reports go; a domain that asks for none says so then. */
function hoistReports(
  all: readonly Mutable<DomainInput>[],
  defaults: Mutable<NonNullable<EstateInput["defaults"]>>,
) {
  const asking = all.flatMap(({ dmarc }) => (dmarc?.rua ? [JSON.stringify(dmarc.rua)] : []));
  const common = shared(asking, all.length);
  if (common === undefined) return;
  defaults.dmarc = { rua: JSON.parse(common) };
  for (const domain of all) {
    takeReports(domain, common, true);
    for (const below of Object.values(domain.subdomains ?? {})) {
      takeReports(below as Mutable<SubdomainInput>, common, below.profile === "parked");
    }
  }
}

function takeReports(domain: Mutable<SubdomainInput>, common: string, isAlwaysThere: boolean): void {
  const { dmarc } = domain;
  if (!dmarc && !isAlwaysThere) return;
  const { rua, ...rest }: DmarcOptions = dmarc ?? {};
  if (JSON.stringify(rua) !== common) {
    domain.dmarc = { ...rest, rua: rua ?? [] };
  } else if (Object.keys(rest).length > 0 || !isAlwaysThere) domain.dmarc = rest;
  else delete domain.dmarc;
}

/** The value that so large a share of all has, if there is one. @param all how many there are, those without a value too */
function shared<T>(values: readonly T[], all: number): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && all > 1 && most[1] >= SHARE * all ? most[0] : undefined;
}
