/**
 * What one mail domain declares. The same shape comes out of the estate file (defaults merged, tenant looked up)
 * and goes into `new MailDomain(scope, id, { zone, ...options })`.
 */
export type Profile =
  /** Mailboxes in Exchange Online: MX to EOP, EOP in SPF, Microsoft's DKIM pair, autodiscover. */
  | "exchange-online"
  /** EOP in front of on-premises Exchange: MX to EOP, the premises' egress beside EOP in SPF; no autodiscover. */
  | "eop-onpremises"
  /** Mail leaves through the declared senders; none is received, and no MX is published. */
  | "send-only"
  /** Mail arrives through EOP; none is ever sent. */
  | "receive-only"
  /** Neither sends nor receives: null MX, `v=spf1 -all`, DMARC reject. */
  | "parked";

/** Microsoft's clouds; `china` is operated by 21Vianet. */
export type Cloud = "worldwide" | "gcc" | "gcc-high" | "dod" | "china";

export interface TenantOptions {
  /** The tenant's name in the estate. */
  readonly name?: string;
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. */
  readonly initialDomain: string;
  /** @default "worldwide" */
  readonly cloud?: Cloud;
  /**
   * Exchange Online is managed too, through provider m365: `DomainStack` takes MX host and DKIM targets from
   * Microsoft, and switches signing on. @default only DNS is
   */
  readonly exchange?: ManagedExchangeOptions;
}

export interface ManagedExchangeOptions {
  /** The tenant's directory id. @default the one that `ARM_TENANT_ID` names */
  readonly tenantId?: string;
}

export interface MxHostOptions {
  /** Host name of the mail exchange. */
  readonly host: string;
  /** Preference, 0 to 65535. @default 0 */
  readonly priority?: number;
}

export type MxOptions =
  /** EOP's host for this domain in the tenant's cloud. */
  | "auto"
  /** Publish no MX at all. */
  | "none"
  /** Publish the null MX (RFC 7505). */
  | "null"
  /** The partition letter of the DNSSEC-signed host `<token>.<letter>-v1.mx.microsoft`. */
  | { readonly partition: string; readonly priority?: number }
  | MxHostOptions
  | readonly MxHostOptions[];

export interface SpfOptions {
  /** Addresses or CIDR blocks that may send, IPv4. */
  readonly ip4?: readonly string[];
  /** Addresses or CIDR blocks that may send, IPv6. */
  readonly ip6?: readonly string[];
  /** Domains whose SPF record is included, in order. */
  readonly include?: readonly string[];
  /** Domains whose A/AAAA addresses may send; `true` stands for this domain. */
  readonly a?: true | readonly string[];
  /** Domains whose MX hosts may send; `true` stands for this domain. */
  readonly mx?: true | readonly string[];
  /** `exists:` domain-specs, macros allowed. */
  readonly exists?: readonly string[];
  /** The verdict on everyone else. @default "fail" */
  readonly all?: "fail" | "softfail" | "neutral";
  /** Hand the whole question to another domain's record (RFC 7208 §6.1); allows nothing beside it. */
  readonly redirect?: string;
}

/** Another signer's selector: an alias to the signer's key, the key itself, or a revoked key. */
export type DkimSelectorOptions =
  | { readonly cname: string }
  /** A key record as the signer shows it (`v=DKIM1; k=rsa; p=…`). */
  | { readonly txt: string }
  /** Base64 of the public key alone; RSA unless `keyType` says otherwise. */
  | { readonly publicKey: string; readonly keyType?: "rsa" | "ed25519" }
  | { readonly revoked: true };

export interface DkimOptions {
  /** The partition letter in Microsoft's targets for domains added since May 2025. */
  readonly partition?: string;
  /** Target of `selector1._domainkey` as Microsoft shows it. */
  readonly selector1?: string;
  /** Target of `selector2._domainkey` as Microsoft shows it. */
  readonly selector2?: string;
  /** Publish Microsoft's pair? @default true for profiles that send through Exchange Online */
  readonly microsoft?: boolean;
  /** Selectors of other signers, by selector name. */
  readonly selectors?: Readonly<Record<string, DkimSelectorOptions>>;
  /**
   * Hand `_domainkey` and everything below it to these name servers by NS records. The selectors are then published
   * there: what the other options say is what is expected of them. @default they are published here
   */
  readonly hosted?: HostedZoneOptions;
}

/** A part of the zone that somebody else serves. */
export interface HostedZoneOptions {
  /** Host names of the name servers, at least one. */
  readonly nameServers: readonly string[];
}

export type DmarcDisposition = "none" | "quarantine" | "reject";

export interface DmarcOptions {
  /** `p`. @default "none", and "reject" for parked and receive-only domains */
  readonly policy?: DmarcDisposition;
  /** `sp`, for existing subdomains. */
  readonly subdomainPolicy?: DmarcDisposition;
  /** `np`, for subdomains that do not exist (RFC 9989). */
  readonly nonExistentPolicy?: DmarcDisposition;
  /** `adkim`. @default "relaxed" */
  readonly dkimAlignment?: "relaxed" | "strict";
  /** `aspf`. @default "relaxed" */
  readonly spfAlignment?: "relaxed" | "strict";
  /** Where aggregate reports go: `mailto:` URIs. */
  readonly rua?: readonly string[];
  /** Where failure reports go: `mailto:` URIs. */
  readonly ruf?: readonly string[];
  /** `fo`: when failure reports are wanted. */
  readonly failureOptions?: readonly ("0" | "1" | "d" | "s")[];
  /** `t=y`: receivers apply the policy one step milder (RFC 9989). @default false */
  readonly test?: boolean;
  /** `psd`. */
  readonly publicSuffix?: "y" | "n" | "u";
  /**
   * Publish an alias at `_dmarc` to this name, where somebody else publishes the record. What the other options say is
   * then expected of that record. @default the record is published here
   */
  readonly hosted?: string;
}

export interface MtaStsOptions {
  readonly mode: "testing" | "enforce" | "none";
  /** Seconds for which senders may keep the policy, 0 to 31557600. @default 604800 */
  readonly maxAge?: number;
  /** MX patterns of the policy. @default the domain's own MX hosts */
  readonly mx?: readonly string[];
  /** Who serves the policy: the zone's host, or a web server of your own. @default "zone" */
  readonly hosting?: "zone" | "external";
  /**
   * Publish aliases to names where somebody else publishes the record and serves the policy. What the other options say
   * is then expected of that policy. @default record and policy are our own
   */
  readonly hosted?: HostedMtaStsOptions;
}

/** Where somebody else answers for a domain's MTA-STS. */
export interface HostedMtaStsOptions {
  /** What `_mta-sts.<domain>` is an alias of. */
  readonly record: string;
  /** What `mta-sts.<domain>`, the host of the policy, is an alias of. */
  readonly policy: string;
}

export interface TlsRptOptions {
  /** Where TLS reports go: `mailto:` or `https:` URIs. May be empty where the record is hosted. */
  readonly rua: readonly string[];
  /**
   * Publish an alias at `_smtp._tls` to this name, where somebody else publishes the record. The addresses in `rua` are
   * then expected in it. @default the record is published here
   */
  readonly hosted?: string;
}

export interface BimiOptions {
  /** HTTPS address of the SVG Tiny PS logo. */
  readonly logo: string;
  /** HTTPS address of the mark certificate. */
  readonly certificate?: string;
  /** @default "default" */
  readonly selector?: string;
}

export interface OnPremisesOptions {
  /** The host that EOP hands mail to, e.g. `smtphost.exchange2019.nl`. */
  readonly smartHost?: string;
  /**
   * What the smart host's certificate must be: of any kind (`"encryption"`), of a trusted authority (`"trusted"`), or
   * that for a name (`mail.contoso.com`, `*.contoso.com`). Used where Exchange is managed, as are the next two.
   * @default "trusted"
   */
  readonly smartHostCertificate?: "encryption" | "trusted" | { readonly name: string };
  /**
   * A mailbox on the premises. Exchange must deliver a message to it before the connector counts as made.
   * @default postmaster@ the domain
   */
  readonly validationMailbox?: string;
  /**
   * How Exchange Online knows the premises when they send mail of the domain through it.
   * @default they do not
   */
  readonly fromPremises?: FromPremisesOptions;
  /** Addresses or CIDR blocks from which the premises send to the Internet; they go into SPF. */
  readonly egress: readonly string[];
}

/** By the name in the premises' certificate, or by IPv4 addresses and networks of /24 to /32. */
export type FromPremisesOptions =
  | { readonly certificate: string }
  | { readonly addresses: readonly string[] };

export interface ParkedOptions {
  /** Publish `*._domainkey` with an empty key (M3AAWG and several national guides ask for it). @default false */
  readonly revokeDkim?: boolean;
}

/** A record beside the mail records, kept under the key it has in the estate. */
export type ExtraRecordOptions = {
  /** Name relative to the mail domain; `@` is the domain itself. @default "@" */
  readonly name?: string;
  readonly ttl?: number;
} & (
  | { readonly type: "A" | "AAAA"; readonly address: string }
  | { readonly type: "CNAME"; readonly target: string }
  | { readonly type: "MX"; readonly preference: number; readonly exchange: string }
  | { readonly type: "TXT"; readonly value: string }
  | { readonly type: "CAA"; readonly flags?: number; readonly tag: string; readonly value: string }
  | {
      readonly type: "TLSA";
      readonly usage: number;
      readonly selector: number;
      readonly matchingType: number;
      readonly certificate: string;
    }
  | { readonly type: "NS"; readonly host: string }
);

/** One use of a catalogue sender: its name, or its name with the values that the sender's console shows. */
export type SenderUse = string | Readonly<Record<string, SenderValues>>;

/** Values for a catalogue entry's parameters; lists where the entry says so. */
export type SenderValues = Readonly<Record<string, string | boolean | readonly string[]>>;

/** How DMARC report authorisations of other estate domains are published in this one. */
export type ReportAuthorization =
  /** One record a sending domain. */
  | "each"
  /** One wildcard: anyone may send reports here. */
  | "any";

export interface MailDomainOptions {
  /** The mail domain. */
  readonly domain: string;
  readonly profile: Profile;
  /** The Microsoft 365 tenant; needed by every profile that uses EOP. */
  readonly tenant?: TenantOptions;
  /** TTL of every record in seconds, 30 to 86400. @default 3600 */
  readonly ttl?: number;
  /** @default "auto" for profiles that receive through EOP, "none" for send-only, "null" for parked */
  readonly mx?: MxOptions;
  readonly spf?: SpfOptions;
  readonly dkim?: DkimOptions;
  readonly senders?: readonly SenderUse[];
  readonly dmarc?: DmarcOptions;
  readonly mtaSts?: MtaStsOptions;
  readonly tlsRpt?: TlsRptOptions;
  readonly bimi?: BimiOptions;
  /** Publish the autodiscover CNAME? @default true for exchange-online, else false */
  readonly autodiscover?: boolean;
  /** Only with profile eop-onpremises, and required there. */
  readonly onPremises?: OnPremisesOptions;
  readonly parked?: ParkedOptions;
  readonly records?: Readonly<Record<string, ExtraRecordOptions>>;
  /** Domains whose DMARC reports are sent here and which must be authorised (RFC 9990 §4). */
  readonly acceptsReportsFrom?: readonly string[];
  /** @default "each" */
  readonly reportAuthorization?: ReportAuthorization;
  /** Mail domains below this one, by relative name. */
  readonly subdomains?: Readonly<Record<string, Omit<MailDomainOptions, "domain">>>;
}
