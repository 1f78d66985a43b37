import { parseName } from "../../../lib/dns/name";
import { type Result, unwrap } from "../../../lib/fault";
import { type MicrosoftSelector, microsoftDkimTargets } from "../../../lib/mail/dkim";
import type { CloudFacts } from "../../../lib/microsoft/clouds";
import { eopMxHost } from "../../../lib/microsoft/eop-host";
import { dkimToken } from "../../../lib/microsoft/token";
import type { WorldTenant } from "../../../lib/world/world";

/** The letters of a tenant's newer host names (`contoso-com.j-v1.mx.microsoft`); without them it has the classic ones. */
export interface Partitions {
  readonly mx?: string;
  readonly dkim?: string;
}

/** What Microsoft's names for the domains of one tenant are made of. */
export interface Naming {
  readonly cloud: CloudFacts;
  readonly initialDomain: string;
  readonly partitions: Partitions;
  /** Names of single domains, which win. */
  readonly hosts: NonNullable<WorldTenant["hosts"]>;
}

/** The host that receives the mail of a domain. */
export function mxHost(domain: string, { cloud, initialDomain, partitions, hosts }: Naming): string {
  const given = hosts[domain]?.mx;
  if (given !== undefined) return given;
  const partition = partitions.mx;
  const options = { cloud, initialDomain, ...(partition === undefined ? {} : { partition }) };
  return known(domain, eopMxHost({ ...options, domain: known(domain, parseName(domain)) }));
}

/** Where the CNAMEs of a domain's selectors have to point. */
export function dkimTargets(
  domain: string,
  { initialDomain, partitions, hosts }: Naming,
): Readonly<Record<MicrosoftSelector, string>> {
  const { mx: _mx, ...given } = hosts[domain] ?? {};
  const partition = partitions.dkim;
  const domainToken = known(domain, dkimToken(known(domain, parseName(domain))));
  const options = { domainToken, initialDomain, ...(partition === undefined ? {} : { partition }) };
  return { ...known(domain, microsoftDkimTargets(options)), ...given };
}

/** @throws FaultError if Microsoft could have no such domain */
function known<T>(domain: string, result: Result<T>): T {
  return unwrap(domain, result);
}
