import { ancestry, type DnsName, parseName } from "../dns/name";
import type { EstateDomain } from "../estate/model";
import type { MailDomainOptions } from "./options";

/**
 * The named domains with those whose records can get into their way: the domains above and below them, since every
 * record lies within its own domain's name, and those on the other end of an MX, which may not point at an alias.
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
    if (names.has(name))
      for (const host of [name, ...hosts]) for (const above of ancestry(host)) near.add(above);
  }
  return domains.filter(({ name }) => near.has(name));
}

/** The hosts at which mail of a domain and of those below it arrives, as far as its author named them. */
function mxHosts({ mx, records, subdomains }: Omit<MailDomainOptions, "domain">): readonly DnsName[] {
  const listed = typeof mx === "object" ? [mx].flat() : [];
  const hosts = [
    ...listed.flatMap((one) => ("host" in one ? [one.host] : [])),
    ...Object.values(records ?? {}).flatMap((record) => (record.type === "MX" ? [record.exchange] : [])),
  ];
  return [
    ...hosts.flatMap((host) => {
      const name = parseName(host);
      return name.ok ? [name.value] : [];
    }),
    ...Object.values(subdomains ?? {}).flatMap(mxHosts),
  ];
}
