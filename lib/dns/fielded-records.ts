import type { Location } from "./location";
import type { DnsName } from "./name";

/** What every record has. */
export interface Owned {
  /** The record's owner: a full name, also at the zone's apex. */
  readonly name: DnsName;
  /** Time to live in seconds. */
  readonly ttl: number;
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

/** A place (RFC 1876). */
export interface LocRecord extends Owned, Location {
  readonly type: "LOC";
}

/** The records whose data is a row of fields, of which nothing more is known. */
export type FieldedRecord =
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
  | LocRecord
  | DnskeyRecord;
