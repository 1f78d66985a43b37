import { below } from "../../dns/name";
import { collect, type Fault, fail, settle } from "../../fault";
import { REVOKED_DKIM_KEY } from "../../mail/dkim/build";
import type { DmarcOptions, ParkedOptions } from "../../options";
import { dmarcRecords } from "./dmarc";
import { inboundRecords } from "./inbound";
import { type PartOptions, type PartRecord, type PartResult, readPart } from "./part";
import { spfRecords } from "./spf";

export interface ParkedDomainOptions extends PartOptions, ParkedOptions {
  /** Report addresses, or another policy than reject. */
  readonly dmarc?: DmarcOptions;
  /** `none`: no MX at all, for a DNS host that has no null MX. @default "null" */
  readonly mx?: "null" | "none";
}

/**
 * The full set of a domain that neither sends nor receives: null MX (RFC 7505), `v=spf1 -all`, DMARC reject for the
 * domain and everything below it and, on request, a wildcard that revokes every DKIM key.
 */
export function parkedRecords(options: ParkedDomainOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  const { domain, ttl } = part;
  const records: PartRecord[] = [
    ...(collect(inboundRecords({ domain, ttl, mx: options.mx ?? "null" }), faults) ?? []),
    ...(collect(spfRecords({ domain, ttl, all: "fail" }), faults) ?? []),
  ];
  const dmarc = dmarcRecords({ domain, ttl, policy: "reject", subdomainPolicy: "reject", ...options.dmarc });
  records.push(...(collect(dmarc, faults, "dmarc") ?? []));
  if (options.revokeDkim) {
    records.push({
      role: "DkimRevoked",
      record: { type: "TXT", name: below("*._domainkey", domain), ttl, value: REVOKED_DKIM_KEY },
    });
  }
  return settle(faults, () => records);
}
