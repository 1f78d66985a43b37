import { parseName } from "../../lib/dns/name";
import { CLOUDS } from "../../lib/microsoft/clouds";
import { parseEopHost } from "../../lib/microsoft/eop-host";
import { eopToken } from "../../lib/microsoft/token";
import { address, DOCUMENTATION_NETWORK, dkimKeyRecord, type Neighbourhood, text } from "./internet";
import type { MicrosoftNames } from "./source";
import type { ResourceRecord } from "./zone";

const SPF_INCLUDES: ReadonlySet<string> = new Set(Object.values(CLOUDS).map(({ spfInclude }) => spfInclude));
const AUTODISCOVER: ReadonlySet<string> = new Set(
  Object.values(CLOUDS).map(({ autodiscover }) => autodiscover),
);
const MX_SUFFIXES: readonly string[] = [
  ...Object.values(CLOUDS).map(({ mxSuffix }) => mxSuffix),
  "mx.microsoft",
  "dkim.mail.microsoft",
];

/** The hosts that Microsoft has for its tenants' domains: mail exchangers, autodiscover, SPF includes, DKIM keys. */
export function microsoftHosts(microsoft: MicrosoftNames): Neighbourhood {
  return {
    recordsAt: (name) => [
      ...(SPF_INCLUDES.has(name) ? [text(name, `v=spf1 ip4:${DOCUMENTATION_NETWORK} -all`)] : []),
      ...(isHost(name, microsoft) ? [address(name)] : []),
      ...dkimRecords(name, microsoft),
    ],
    landmarks: () => [
      ...SPF_INCLUDES,
      ...AUTODISCOVER,
      ...MX_SUFFIXES,
      ...graphHosts(microsoft),
      ...microsoft.dkimSelectors().map(({ target }) => target.toLowerCase()),
    ],
  };
}

function isHost(name: string, microsoft: MicrosoftNames): boolean {
  if (AUTODISCOVER.has(name)) return true;
  const token = parseEopHost(name)?.token;
  return token === undefined ? graphHosts(microsoft).has(name) : isTenants(token, microsoft);
}

/** Mail hosts exist for the domains of tenants only: one for another domain is a mistake that DNS should show. */
function isTenants(token: string, { tenants }: MicrosoftNames): boolean {
  return tenants
    .all()
    .some(
      ({ initialPrefix, domains }) =>
        token === initialPrefix || [...domains.keys()].some((domain) => tokenOf(domain) === token),
    );
}

const tokens = new Map<string, string | undefined>();

/** Remembered, since every question about a mail host asks for those of all domains. */
function tokenOf(domain: string): string | undefined {
  if (!tokens.has(domain)) {
    const name = parseName(domain);
    const token = name.ok ? eopToken(name.value) : undefined;
    tokens.set(domain, token?.ok ? token.value : undefined);
  }
  return tokens.get(domain);
}

/** What Graph tells the owners of domains to point to. */
function graphHosts({ tenants }: MicrosoftNames): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const { domains } of tenants.all()) {
    for (const { serviceConfigurationRecords } of domains.values()) {
      for (const record of serviceConfigurationRecords) {
        for (const field of ["canonicalName", "mailExchange", "nameTarget"]) {
          const host: unknown = Reflect.get(record, field);
          if (typeof host === "string") hosts.add(host.toLowerCase());
        }
      }
    }
  }
  return hosts;
}

function dkimRecords(name: string, microsoft: MicrosoftNames): readonly ResourceRecord[] {
  return microsoft
    .dkimSelectors()
    .filter(({ target }) => target.toLowerCase() === name)
    .flatMap(({ domain }) => microsoft.dkimKeys(domain))
    .filter(({ target }) => target.toLowerCase() === name)
    .map(({ publicKey }) => dkimKeyRecord(name, publicKey));
}
