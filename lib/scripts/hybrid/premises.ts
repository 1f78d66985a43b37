import { type DnsName, parseName } from "../../dns/name";
import { mailExchanges } from "../../domain/parts/inbound";
import type { Estate } from "../../estate/model";
import { parseEopHost } from "../../microsoft/eop-host";
import type { Cloud, MailDomainOptions, OnPremisesOptions, TenantOptions } from "../../options";

/** What mail servers on the premises of a tenant have to know of Exchange Online Protection. */
export interface Premises {
  /** The tenant's name in the estate. */
  readonly tenant: string;
  readonly cloud: Cloud;
  /** The mail domains with mailboxes on the premises, sorted. */
  readonly domains: readonly DnsName[];
  /** Absent: the premises do not send through EOP. */
  readonly sending?: {
    /** The host of EOP that mail to the Internet is handed to; absent where only Microsoft can say it. */
    readonly smartHost?: DnsName;
    /** The name in the certificate by which EOP knows the premises; absent where it knows their addresses. */
    readonly certificate?: string;
  };
  /** Hosts that EOP hands mail to, sorted, each with the name that its certificate must have, if EOP asks for one. */
  readonly receiving: readonly { readonly host: string; readonly certificate?: string }[];
}

/** Why no script can be written. */
export interface NoPremises {
  readonly message: string;
}

/**
 * The premises of one tenant of an estate.
 * @param tenant its name in the estate. @default the only one whose domains have premises
 */
export function premisesOf(estate: Estate, tenant?: string): Premises | NoPremises {
  const all = estate.domains.flatMap(({ name, options }) => hybridDomains(name, options));
  const names = [...new Set(all.map(({ tenant: { name } }) => name))].sort();
  if (tenant !== undefined && !Object.hasOwn(estate.tenants, tenant)) {
    return { message: `no tenant is called ${JSON.stringify(tenant)}` };
  }
  const [chosen, ...others] = tenant === undefined ? names : [tenant];
  if (chosen === undefined || !names.includes(chosen)) {
    return {
      message: `no domain${tenant === undefined ? "" : ` of tenant ${tenant}`} has mail servers on premises: profile on-premises or eop-onpremises, with a tenant`,
    };
  }
  if (others.length > 0) {
    return { message: `the domains of ${names.join(" and ")} have premises; choose one with --tenant` };
  }
  return premises(
    chosen,
    all.filter(({ tenant: { name } }) => name === chosen),
  );
}

function premises(tenant: string, domains: readonly HybridDomain[]): Premises | NoPremises {
  const certificates = [
    ...new Set(domains.flatMap(({ onPremises: { fromPremises } }) => certificateOf(fromPremises))),
  ].sort();
  if (certificates.length > 1) {
    return {
      message: `the domains of tenant ${tenant} are sent with different certificates (${certificates.join(", ")}), and the send connector to EOP presents one; write one fromPremises.certificate for all of them`,
    };
  }
  const sends = domains.some(({ onPremises }) => onPremises.fromPremises !== undefined);
  const [certificate] = certificates;
  const smartHost = domains.map(eopHost).find((host) => host !== undefined);
  return {
    tenant,
    cloud: domains[0]?.tenant.cloud ?? "worldwide",
    domains: domains.map(({ domain }) => domain).sort(),
    ...(sends
      ? {
          sending: {
            ...(smartHost ? { smartHost } : {}),
            ...(certificate === undefined ? {} : { certificate }),
          },
        }
      : {}),
    receiving: receiving(domains),
  };
}

interface HybridDomain {
  readonly domain: DnsName;
  readonly tenant: TenantOptions & { readonly name: string };
  readonly mx: MailDomainOptions["mx"];
  readonly onPremises: OnPremisesOptions;
}

/** The domain and those below it that have premises and a tenant. */
function hybridDomains(
  domain: DnsName,
  { profile, tenant, mx, onPremises, subdomains = {} }: Omit<MailDomainOptions, "domain">,
): readonly HybridDomain[] {
  const isHybrid = profile === "on-premises" || profile === "eop-onpremises";
  const name = tenant?.name;
  const own =
    isHybrid && onPremises && tenant && name !== undefined
      ? [{ domain, tenant: { ...tenant, name }, mx, onPremises }]
      : [];
  const below = Object.entries(subdomains).flatMap(([label, inner]) => {
    const name = parseName(`${label}.${domain}`);
    return name.ok ? hybridDomains(name.value, inner) : [];
  });
  return [...own, ...below];
}

/** EOP's host for a domain, where the estate says it or it follows from what the estate says. */
function eopHost({ domain, tenant, mx }: HybridDomain): DnsName | undefined {
  const isGiven = typeof mx === "object" && !("partition" in mx || "addedBefore" in mx);
  if (isGiven) {
    const given = mailExchanges(domain, mx, tenant);
    const host = given.ok
      ? given.value.find(({ host }) => host !== "." && parseEopHost(host) !== undefined)?.host
      : undefined;
    if (host !== undefined && host !== ".") return host;
  }
  // Not of managed Exchange: there the name is what Microsoft says, and may be another than the derived one.
  const { exchange: _, ...known } = tenant;
  const derived = mailExchanges(
    domain,
    isGiven || mx === undefined || mx === "none" || mx === "null" ? "auto" : mx,
    known,
  );
  const host = derived.ok ? derived.value[0]?.host : undefined;
  return host === "." ? undefined : host;
}

function certificateOf(fromPremises: OnPremisesOptions["fromPremises"]): readonly string[] {
  return fromPremises && "certificate" in fromPremises ? [fromPremises.certificate] : [];
}

function receiving(domains: readonly HybridDomain[]): Premises["receiving"] {
  const hosts = new Map<string, { readonly host: string; readonly certificate?: string }>();
  for (const { smartHost, smartHostCertificate } of domains.map(({ onPremises }) => onPremises)) {
    if (smartHost === undefined) continue;
    const host = smartHost.toLowerCase().replace(/\.$/, "");
    const certificate =
      typeof smartHostCertificate === "object" ? { certificate: smartHostCertificate.name } : {};
    hosts.set(host, { host, ...hosts.get(host), ...certificate });
  }
  return [...hosts.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}
