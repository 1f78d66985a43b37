import type { DnsName } from "../dns/name";

/** What one address of a mail exchange says on port 25 (RFC 5321, RFC 3207). */
export type SmtpAnswer = {
  readonly host: DnsName;
  readonly address: string;
} & (
  | {
      /** It took mail over TLS from whoever asks. */
      readonly kind: "tls";
      /** What is wrong with its certificate for this host, in words. Absent: nothing. */
      readonly fault?: string;
      /** Whole days until the certificate ends; below 0 it has. */
      readonly days: number;
    }
  /** It offers no STARTTLS. */
  | { readonly kind: "plain" }
  /** It offers STARTTLS, and no TLS comes of it. */
  | { readonly kind: "broken"; readonly why: string }
  /** Nobody knows: it was not reached, or refused before it said what it offers. */
  | { readonly kind: "unreached"; readonly why: string }
);

/** What a name server that a zone lists says of the zone, asked without recursion. */
export type NameServerAnswer = { readonly server: string } & (
  | {
      readonly kind: "serial";
      readonly serial: number;
      /** MNAME of the SOA: where the server's copy comes from. */
      readonly primary: string;
    }
  /** It is listed and does not answer for the zone (RFC 9499 §7). */
  | { readonly kind: "lame"; readonly why: string }
  | { readonly kind: "failure"; readonly why: string }
);

/** The name of an address from which the domain sends, by its own SPF record (RFC 1912 §2.1). */
export interface SenderName {
  readonly address: string;
  /** Names of its PTR records, sorted. Absent: nobody answered, or of too many addresses it was not asked. */
  readonly names?: readonly string[];
  /** The one of them that leads back to the address. Absent: none does, or nobody answered. */
  readonly confirmed?: string;
  /** A question about one of its names was not answered. */
  readonly isOpen?: true;
}

/** What stands at a location that a BIMI record names. */
export interface BimiFile {
  readonly kind: "logo" | "certificate";
  readonly location: string;
  /** Why it could not be fetched, in words. */
  readonly failed?: string;
  /** What is wrong with it, in words. */
  readonly faults: readonly string[];
  /** Of a certificate: whole days until it ends. */
  readonly days?: number;
  /** Where the record stands that names it. */
  readonly at: DnsName;
}
