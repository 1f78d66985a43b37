import type { DnsName } from "../dns/name";
import { type DnsRecord, recordData } from "../dns/record";

/** A record that a zone holds, as its host tells of it. */
export interface FoundRecord {
  readonly record: DnsRecord;
  /** By which Terraform takes it over. Absent: the source tells none. */
  readonly id?: string;
  /** Of a TXT record: its content as Cloudflare holds it, which its provider compares octet by octet. */
  readonly content?: string;
  /** Why it cannot be declared as it stands, such as that it is proxied. Absent: it can. */
  readonly obstacle?: string;
}

/** Why a record that Cloudflare's proxy answers for is not declared. */
export const PROXIED_OBSTACLE = "it is proxied, and receivers see Cloudflare's addresses in its place";

/** A record of a type, or with data, that this tool does not read. */
export interface UnreadRecord {
  readonly name: string;
  readonly type: string;
  readonly data: string;
  /** Why, where it is not that its data cannot be read. */
  readonly why?: string;
}

/** A record of a zone that nobody declares, whether it can be read or not. */
export type UndeclaredRecord = FoundRecord | { readonly record: UnreadRecord };

/** What a record holds, as far as its source shows it. */
export function foundData({ record }: UndeclaredRecord): string {
  return "data" in record ? record.data : recordData(record);
}

/** A zone as it was found. */
export interface FoundZone {
  readonly name: DnsName;
  /** How the estate names it, under `zone` of the domain. */
  readonly host:
    | { readonly kind: "cloudflare"; readonly zoneId?: string; readonly hasComments?: boolean }
    | { readonly kind: "route53" }
    | { readonly kind: "azure"; readonly resourceGroup: string };
  readonly records: readonly FoundRecord[];
  readonly unread: readonly UnreadRecord[];
}
