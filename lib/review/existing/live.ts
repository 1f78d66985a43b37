import type { DnsName } from "../../dns/name";
import type { DnsRecord, DnsRecordType } from "../../dns/record";

/** A record that a zone holds or answers. */
export interface LiveRecord {
  readonly name: string;
  /** Also types that no posture is made of: `SRV`, `HTTPS`. */
  readonly type: string;
  /** Without quotes, escapes and trailing dots. */
  readonly data: string;
  /** Absent: of a type, or with data, that this tool does not read. */
  readonly record?: DnsRecord;
  /** Of the host's own. Absent: the DNS was asked, which tells none. */
  readonly id?: string;
}

/** What stands at one name now, or why nobody can say. */
export type LiveName =
  | { readonly kind: "records"; readonly records: readonly LiveRecord[] }
  | { readonly kind: "unknown"; readonly why: string };

/** The types that are worth asking for where one is to be written: those that it could not stand beside. */
export function typesBeside(type: DnsRecordType): readonly DnsRecordType[] {
  // RFC 1034 §3.6.2: an alias stands alone.
  return type === "CNAME" ? ["CNAME", "TXT", "MX", "A", "AAAA"] : [...new Set([type, "CNAME" as const])];
}

/** What is known of a name: asked of its zone. */
export type LiveAt = (name: DnsName) => LiveName;
