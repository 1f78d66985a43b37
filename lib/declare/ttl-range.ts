import type { DnsHost, NamedZoneChoice } from "../../hosts/host";
import { HOSTS } from "../../hosts/index";
import type { EstateDomain } from "../estate/model";
import type { Fault, Path } from "../fault";
import type { MailDomainOptions } from "../options";

type Range = DnsHost<object, NamedZoneChoice>["ttl"];

/** Does a host take the TTL? */
export function takesTtl({ min, max, automatic }: Range, ttl: number): boolean {
  return (ttl >= min && ttl <= max) || ttl === automatic;
}

/** The TTLs that a host takes, in words. */
export function ttlsInWords({ min, max, automatic }: Range): string {
  return `${min} to ${max} seconds${automatic === undefined ? "" : `, or ${automatic} for automatic`}`;
}

/** TTLs that the domain's host does not take, each where it was written. */
export function ttlFaults({ zone, options }: Pick<EstateDomain, "zone" | "options">): readonly Fault[] {
  const { label, ttl: range } = HOSTS[zone.host];
  const found = Object.entries(options.asFound ?? {}).flatMap(([role, one]) =>
    typeof one === "string" || one.ttl === undefined
      ? []
      : [{ path: ["asFound", role, "ttl"], ttl: one.ttl }],
  );
  return [...ttlsOf(options, undefined, []), ...found]
    .filter(({ ttl }) => !takesTtl(range, ttl))
    .map(({ path, ttl }) => ({
      path,
      message: `a TTL that ${label} does not take`,
      received: String(ttl),
      expected: ttlsInWords(range),
    }));
}

/** @param inherited the TTL that a subdomain has from its domain, which was looked at there */
function ttlsOf(
  { ttl, records, subdomains }: Omit<MailDomainOptions, "domain">,
  inherited: number | undefined,
  at: Path,
): readonly { readonly path: Path; readonly ttl: number }[] {
  return [
    ...(ttl === undefined || ttl === inherited ? [] : [{ path: [...at, "ttl"], ttl }]),
    ...Object.entries(records ?? {}).flatMap(([key, record]) =>
      record.ttl === undefined ? [] : [{ path: [...at, "records", key, "ttl"], ttl: record.ttl }],
    ),
    ...Object.entries(subdomains ?? {}).flatMap(([label, below]) =>
      ttlsOf(below, ttl, [...at, "subdomains", label]),
    ),
  ];
}
