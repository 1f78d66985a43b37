import type { DnsName } from "../dns/name";
import type { DnsRecord } from "../dns/record";

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

/** A record of a type, or with data, that this tool does not read. */
export interface UnreadRecord {
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

/** A zone as it was found. */
export interface FoundZone {
  readonly name: DnsName;
  /** How the estate names it, under `zone` of the domain. */
  readonly host:
    | { readonly kind: "cloudflare"; readonly zoneId?: string; readonly hasComments?: boolean }
    | { readonly kind: "route53"; readonly hostedZoneId?: string }
    | { readonly kind: "azure"; readonly resourceGroup: string };
  readonly records: readonly FoundRecord[];
  readonly unread: readonly UnreadRecord[];
}
