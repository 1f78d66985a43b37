import { ancestry, type DnsName, parseName } from "../dns/name";
import type { EstateDomain } from "../estate/model";
import type { MailDomainOptions } from "../options";

/**
 * The named domains with those whose records can get into their way or answer for them: the domains above and below
 * them, since every record lies within its own domain's name and a DMARC policy covers what is below it; those on the
 * other end of an MX, which may not point at an alias; and those that take their DMARC reports.
 */
export function withNeighbours(
  domains: readonly EstateDomain[],
  names: ReadonlySet<string>,
): readonly EstateDomain[] {
  const near = new Set<string>();
  const isNear = (host: DnsName) => [...ancestry(host)].some((ancestor) => names.has(ancestor));
  for (const { name, options } of domains) {
    const hosts = mxHosts(options);
    if (isNear(name) || hosts.some(isNear)) near.add(name);
    if (!names.has(name)) continue;
    for (const above of lookedUp(name, options)) near.add(above);
  }
  return domains.filter(({ name }) => near.has(name));
}

/** Names of which one may be a domain that answers questions about this one; the domain itself is among them. */
export function lookedUp(name: DnsName, options: Omit<MailDomainOptions, "domain">): readonly DnsName[] {
  return [name, ...mxHosts(options), ...reportReceivers(options)].flatMap((host) => [...ancestry(host)]);
}

/** The hosts at which mail of a domain and of those below it arrives, as far as its author named them. */
function mxHosts({ mx, records, subdomains }: Omit<MailDomainOptions, "domain">): readonly DnsName[] {
  const listed = typeof mx === "object" ? [mx].flat() : [];
  const hosts = [
    ...listed.flatMap((one) => ("host" in one ? [one.host] : [])),
    ...Object.values(records ?? {}).flatMap((record) => (record.type === "MX" ? [record.exchange] : [])),
  ];
  return [...hosts.flatMap(named), ...Object.values(subdomains ?? {}).flatMap(mxHosts)];
}

/** The domains of the addresses that DMARC reports go to. */
function reportReceivers({ dmarc, subdomains }: Omit<MailDomainOptions, "domain">): readonly DnsName[] {
  const addresses = [...(dmarc?.rua ?? []), ...(dmarc?.ruf ?? [])];
  return [
    ...addresses.flatMap((uri) => named(/@([^@!?]+)/.exec(uri)?.[1] ?? "")),
    ...Object.values(subdomains ?? {}).flatMap(reportReceivers),
  ];
}

function named(text: string): readonly DnsName[] {
  const name = parseName(text);
  return name.ok ? [name.value] : [];
}
