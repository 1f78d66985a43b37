import { type DnsName, parseName } from "../../dns/name";
import { type DnsRecord, LONGEST_TTL } from "../../dns/record";
import { collect, type Fault, type Result } from "../../fault";

/** What every part of a mail domain is told. */
export interface PartOptions {
  /** The mail domain. */
  readonly domain: string;
  /** TTL of the part's records in seconds. @default 3600 */
  readonly ttl?: number;
}

/** The TTL that Microsoft's own instructions give for mail records, in seconds. */
export const DEFAULT_TTL = 3600;

/** What DNS takes (RFC 2181 §8); what the host of the zone takes of it, the host says. */
export function ttlFault(ttl: number | undefined): readonly Fault[] {
  if (ttl === undefined || (Number.isInteger(ttl) && ttl >= 0 && ttl <= LONGEST_TTL)) return [];
  return [
    {
      path: ["ttl"],
      message: "TTL out of range",
      received: String(ttl),
      expected: `0 to ${LONGEST_TTL} seconds`,
    },
  ];
}

/** Domain and TTL read once for a part; the faults of both go to `faults`. */
export function readPart(
  options: PartOptions,
  faults: Fault[],
): { readonly domain: DnsName; readonly ttl: number } | undefined {
  faults.push(...ttlFault(options.ttl));
  const domain = collect(parseName(options.domain), faults, "domain");
  return domain === undefined ? undefined : { domain, ttl: options.ttl ?? DEFAULT_TTL };
}

/**
 * What a record is for. The role is the record's construct id and so part of its Terraform address:
 * it never holds the record's value, and it is the same whatever the order of the estate file.
 *
 * Fixed roles: `Mx`, `Spf`, `DkimSelector1`, `DkimSelector2`, `Dmarc`, `MtaSts`, `TlsRpt`, `Bimi`,
 * `Autodiscover`, `DkimRevoked`. Keyed roles carry the key that the estate gives them:
 * `Mx-<host>`, `Dkim-<selector>`, `ReturnPath-<label>`, `DmarcReports-<sender domain>`, `Record-<key>`.
 */
export type Role = string;

/** A DNS record together with what it is for. */
export interface PartRecord {
  readonly role: Role;
  readonly record: DnsRecord;
}

/** The records of a part, or all its faults. */
export type PartResult = Result<readonly PartRecord[]>;
