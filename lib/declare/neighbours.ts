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
    if (isNear(name) || [...mxHosts(options)].some(isNear)) near.add(name);
    if (!names.has(name)) continue;
    for (const above of lookedUp(name, options)) near.add(above);
  }
  return domains.filter(({ name }) => near.has(name));
}

/** Names of which one may be a domain that answers questions about this one; the domain itself is among them. */
export function lookedUp(name: DnsName, options: Omit<MailDomainOptions, "domain">): ReadonlySet<DnsName> {
  const names = new Set<DnsName>();
  for (const host of new Set([name, ...mxHosts(options), ...reportReceivers(options)])) {
    for (const ancestor of ancestry(host)) names.add(ancestor);
  }
  return names;
}

/** The hosts at which mail of a domain and of those below it arrives, as far as its author named them. */
function* mxHosts({ mx, records, subdomains }: Omit<MailDomainOptions, "domain">): Generator<DnsName> {
  const listed = typeof mx === "object" ? [mx].flat() : [];
  for (const one of listed) if ("host" in one) yield* named(one.host);
  for (const record of Object.values(records ?? {})) if (record.type === "MX") yield* named(record.exchange);
  for (const below of Object.values(subdomains ?? {})) yield* mxHosts(below);
}

/** The domains of the addresses that DMARC reports go to. */
function* reportReceivers({ dmarc, subdomains }: Omit<MailDomainOptions, "domain">): Generator<DnsName> {
  for (const uri of [...(dmarc?.rua ?? []), ...(dmarc?.ruf ?? [])]) {
    yield* named(/@([^@!?]+)/.exec(uri)?.[1] ?? "");
  }
  for (const below of Object.values(subdomains ?? {})) yield* reportReceivers(below);
}

function* named(text: string): Generator<DnsName> {
  const name = parseName(text);
  if (name.ok) yield name.value;
}
