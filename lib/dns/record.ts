import { fieldedData } from "./fielded";
import type { DnsName } from "./name";

/** The longest time to live, in seconds (RFC 2181 §8). */
export const LONGEST_TTL = 2_147_483_647;

interface Owned {
  /** The record's owner: a full name, also at the zone's apex. */
  readonly name: DnsName;
  /** Time to live in seconds. */
  readonly ttl: number;
}

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

/** Where a service is (RFC 2782); target `.`: it is not offered. */
export interface SrvRecord extends Owned {
  readonly type: "SRV";
  /** The lowest is tried first, 0 to 65535. */
  readonly priority: number;
  /** The share among those of one priority, 0 to 65535. */
  readonly weight: number;
  readonly port: number;
  readonly target: DnsName | ".";
}

/** How a service is reached (RFC 9460); HTTPS is the one for the web. */
export interface ServiceBindingRecord extends Owned {
  readonly type: "SVCB" | "HTTPS";
  /** 0: an alias for the target. */
  readonly priority: number;
  /** `.`: the record's own name. */
  readonly target: DnsName | ".";
  /** Parameters in the order of their numbers, values in quotes: `alpn="h2,h3" port="443"`. */
  readonly value: string;
}

/** A rule for rewriting names, such as telephone numbers (RFC 3403). */
export interface NaptrRecord extends Owned {
  readonly type: "NAPTR";
  readonly order: number;
  readonly preference: number;
  readonly flags: string;
  readonly service: string;
  readonly regex: string;
  readonly replacement: DnsName | ".";
}

/** The name of an address (RFC 1035 §3.3.12). */
export interface PtrRecord extends Owned {
  readonly type: "PTR";
  readonly target: DnsName | ".";
}

/** The fingerprint of a host's SSH key (RFC 4255). */
export interface SshfpRecord extends Owned {
  readonly type: "SSHFP";
  readonly algorithm: number;
  readonly fingerprintType: number;
  /** Lower-case hexadecimal. */
  readonly fingerprint: string;
}

/** A person's certificate for S/MIME (RFC 8162). */
export interface SmimeaRecord extends Owned {
  readonly type: "SMIMEA";
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  /** Lower-case hexadecimal. */
  readonly certificate: string;
}

/** A person's OpenPGP key (RFC 7929), in base64. */
export interface OpenpgpkeyRecord extends Owned {
  readonly type: "OPENPGPKEY";
  readonly key: string;
}

/** A URI for a service (RFC 7553). */
export interface UriRecord extends Owned {
  readonly type: "URI";
  readonly priority: number;
  readonly weight: number;
  readonly target: string;
}

/** A certificate or revocation list (RFC 4398). */
export interface CertRecord extends Owned {
  readonly type: "CERT";
  readonly certificateType: number;
  readonly keyTag: number;
  readonly algorithm: number;
  /** Base64. */
  readonly certificate: string;
}

/** The key that signs a delegated zone (RFC 4034 §5). */
export interface DsRecord extends Owned {
  readonly type: "DS";
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

/** A zone's key (RFC 4034 §2). */
export interface DnskeyRecord extends Owned {
  readonly type: "DNSKEY";
  readonly flags: number;
  /** Always 3. */
  readonly protocol: number;
  readonly algorithm: number;
  /** Base64. */
  readonly publicKey: string;
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
  | SrvRecord
  | ServiceBindingRecord
  | NaptrRecord
  | PtrRecord
  | SshfpRecord
  | SmimeaRecord
  | OpenpgpkeyRecord
  | UriRecord
  | CertRecord
  | DsRecord
  | DnskeyRecord;

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
