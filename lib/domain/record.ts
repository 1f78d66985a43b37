import type { DnsRecord } from "../dns/record";

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
