import { fieldedData } from "./fielded";
import type { FieldedRecord, Owned } from "./fielded-records";
import type { DnsName } from "./name";

/** The longest time to live, in seconds (RFC 2181 §8). */
export const LONGEST_TTL = 2_147_483_647;

/** An IPv4 address (RFC 1035 §3.4.1). */
export interface ARecord extends Owned {
  readonly type: "A";
  readonly address: string;
}

/** An IPv6 address in RFC 5952 form (RFC 3596). */
export interface AaaaRecord extends Owned {
  readonly type: "AAAA";
  readonly address: string;
}

/** An alias; it stands alone at its name (RFC 1034 §3.6.2). */
export interface CnameRecord extends Owned {
  readonly type: "CNAME";
  readonly target: DnsName;
}

/** A mail exchange (RFC 5321 §5.1); exchange `.` with preference 0 is the null MX (RFC 7505). */
export interface MxRecord extends Owned {
  readonly type: "MX";
  /** 0 to 65535; the lowest is tried first. */
  readonly preference: number;
  readonly exchange: DnsName | ".";
}

/** Text as one logical value; strings of 255 octets and quoting are the zone's business (RFC 7208 §3.3). */
export interface TxtRecord extends Owned {
  readonly type: "TXT";
  readonly value: string;
  /** The same in presentation form, where a zone holds it otherwise than it would be written: without quotes, cut elsewhere. */
  readonly content?: string;
}

/** Which certification authority may issue (RFC 8659). */
export interface CaaRecord extends Owned {
  readonly type: "CAA";
  /** 0, or 128 for a critical property. */
  readonly flags: number;
  /** `issue`, `issuewild`, `iodef`, `issuevmc`, … */
  readonly tag: string;
  readonly value: string;
}

/** A certificate association (RFC 6698 §2). */
export interface TlsaRecord extends Owned {
  readonly type: "TLSA";
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  /** Certificate association data in lower-case hexadecimal. */
  readonly certificate: string;
}

/** A delegation (RFC 1035 §3.3.11). */
export interface NsRecord extends Owned {
  readonly type: "NS";
  readonly host: DnsName;
}

/** Any record that a mail posture is made of. Values are logical: no quotes, no trailing dots, no escapes. */
export type DnsRecord =
  | ARecord
  | AaaaRecord
  | CnameRecord
  | MxRecord
  | TxtRecord
  | CaaRecord
  | TlsaRecord
  | NsRecord
  | FieldedRecord;

/** The types of records that this project publishes. */
export type DnsRecordType = DnsRecord["type"];

/**
 * The record's data in presentation form without quotes, escapes or trailing dots:
 * `0 contoso-com.mail.protection.outlook.com`, or the logical value of a TXT.
 */
export function recordData(record: DnsRecord): string {
  switch (record.type) {
    case "A":
    case "AAAA":
      return record.address;
    case "CNAME":
      return record.target;
    case "MX":
      return `${record.preference} ${record.exchange}`;
    case "TXT":
      return record.value;
    case "CAA":
      return `${record.flags} ${record.tag} ${record.value}`;
    case "TLSA":
      return `${record.usage} ${record.selector} ${record.matchingType} ${record.certificate}`;
    case "NS":
      return record.host;
    default:
      return fieldedData(record);
  }
}
