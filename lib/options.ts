import type { SenderUse } from "./sender-uses";

/*
 * What one mail domain declares. The same shape comes out of the estate file (defaults merged, tenant looked up)
 * and goes into `new MailDomain(scope, id, { zone, ...options })`. The comments here are what editors show in programs
 * and, by way of schema/estate.schema.json, in estate files.
 */

/** What a domain does with mail. Everything that is left out follows from it. */
export type Profile =
  /** Mailboxes in Exchange Online: MX to EOP, EOP in SPF, Microsoft's DKIM pair, autodiscover. */
  | "exchange-online"
  /** EOP in front of on-premises Exchange: MX to EOP, the premises' egress beside EOP in SPF; no autodiscover. */
  | "eop-onpremises"
  /** Mail servers of one's own and nothing of Microsoft's yet: MX to them, their egress in SPF; no autodiscover. */
  | "on-premises"
  /** Mail leaves through the declared senders; none is received, and no MX is published. */
  | "send-only"
  /** Mail arrives through EOP; none is ever sent. */
  | "receive-only"
  /** Neither sends nor receives: null MX, `v=spf1 -all`, DMARC reject. */
  | "parked";

/** Microsoft's clouds; `china` is operated by 21Vianet. */
export type Cloud = "worldwide" | "gcc" | "gcc-high" | "dod" | "china";

/**
 * Which credentials of the environment are meant, where there are those of several accounts or applications. The value
 * itself is no secret.
 */
export interface CredentialsOptions {
  /**
   * What stands before the names of the variables: with `CONTOSO`, `CONTOSO_CLOUDFLARE_API_TOKEN` is what
   * `CLOUDFLARE_API_TOKEN` is elsewhere, and `CONTOSO_ARM_CLIENT_ID` is `ARM_CLIENT_ID`. Capital letters, digits and
   * underscores.
   */
  readonly prefix: string;
}

/** A Microsoft 365 tenant, as far as the records of its domains depend on it. */
export interface TenantOptions {
  /** The tenant's name in the estate, for messages. */
  readonly name?: string;
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. DKIM targets are derived from it. */
  readonly initialDomain: string;
  /** Microsoft's cloud; hosts and includes are its own. @default "worldwide" */
  readonly cloud?: Cloud;
  /**
   * Every domain of the tenant that is declared with `mx: auto` was added to it before this day, YYYY-MM-DD, at the
   * latest 2026-07-01: such domains have the classic host, which can be derived. Microsoft may place later ones below
   * mx.microsoft (MC1048624); for those, give `mx` a partition or a host. Up to 2025-05-01 it also says that the DKIM
   * targets have the classic form. @default each domain says it
   */
  readonly domainsAddedBefore?: string;
  /**
   * Exchange Online is managed too, through provider m365: `DomainStack` takes MX host and DKIM targets from
   * Microsoft, and switches signing on. `MailDomain` and its parts refuse it, save a declaration in the zone of a
   * `ManagedExchange`. @default only DNS is
   */
  readonly exchange?: ManagedExchangeOptions;
  /** The application of the tenant that provider m365 signs in as, by the prefix of its variables. @default `ARM_*` */
  readonly credentials?: CredentialsOptions;
}

/** The Exchange side of a tenant's domains, where provider m365 manages it. */
export interface ManagedExchangeOptions {
  /** The tenant's directory id. @default the one that `ARM_TENANT_ID` names */
  readonly tenantId?: string;
  /**
   * The domain is added to the tenant and verified too: `own` by a TXT record of its own, `below` together with a domain above
   * it, which is the tenant's. @default it is in the tenant already
   */
  readonly domains?: "own" | "below";
}

/** A mail exchange that is named. */
export interface MxHostOptions {
  /** Host name of the mail exchange; no address (RFC 5321 §5.1). */
  readonly host: string;
  /** Preference, 0 to 65535; the lowest is tried first. @default 0 */
  readonly priority?: number;
}

/** Where a domain's mail goes. */
export type MxOptions =
  /**
   * EOP's host for this domain in the tenant's cloud. Where Microsoft may have placed it below mx.microsoft, it is not
   * guessed: the tenant's `domainsAddedBefore` must rule that out, or its Exchange be managed.
   */
  | "auto"
  /** Publish no MX at all. */
  | "none"
  /** Publish the null MX (RFC 7505). */
  | "null"
  /** The partition letter of the DNSSEC-signed host `<token>.<letter>-v1.mx.microsoft`. */
  | {
      /** The letter in `<token>.<letter>-v1.mx.microsoft`, as Microsoft shows it. */
      readonly partition: string;
      /** Preference, 0 to 65535. @default 0 */
      readonly priority?: number;
    }
  /** EOP's classic host, for a domain that was in the tenant before Microsoft began to place new ones elsewhere. */
  | {
      /** The domain was added to the tenant before this day, YYYY-MM-DD, at the latest 2026-07-01 (MC1048624). */
      readonly addedBefore: string;
      /** Preference, 0 to 65535. @default 0 */
      readonly priority?: number;
    }
  | MxHostOptions
  | readonly MxHostOptions[];

/** Who may send for the domain (RFC 7208), beside what the profile and the senders add. */
export interface SpfOptions {
  /** IPv4 addresses or CIDR blocks that may send. */
  readonly ip4?: readonly string[];
  /** IPv6 addresses or CIDR blocks that may send. */
  readonly ip6?: readonly string[];
  /** Domains whose SPF record is included, in order. Each costs look-ups, of which ten are allowed (RFC 7208 §4.6.4). */
  readonly include?: readonly string[];
  /** Domains whose A and AAAA addresses may send; `true` stands for this domain. */
  readonly a?: true | readonly string[];
  /** Domains whose MX hosts may send; `true` stands for this domain. */
  readonly mx?: true | readonly string[];
  /** Domain-specs for `exists:` mechanisms; macros are allowed (RFC 7208 §5.7). */
  readonly exists?: readonly string[];
  /** The verdict on everyone else; `pass` is never published. @default "fail" */
  readonly all?: "fail" | "softfail" | "neutral";
  /** Hand the whole question to another domain's record (RFC 7208 §6.1); allows nothing beside it. */
  readonly redirect?: string;
}

/** Another signer's selector: an alias to the signer's key, the key itself, or a revoked key. */
export type DkimSelectorOptions =
  | {
      /** The name of the signer's own key record. */
      readonly cname: string;
    }
  | {
      /** The key record as the signer shows it: `v=DKIM1; k=rsa; p=…`. */
      readonly txt: string;
    }
  | {
      /** Base64 of the public key alone. */
      readonly publicKey: string;
      /** @default "rsa" */
      readonly keyType?: "rsa" | "ed25519";
    }
  | {
      /** Publish an empty key: the selector is revoked (RFC 6376 §3.6.1). */
      readonly revoked: true;
    };

/** The selectors of those who sign the domain's mail (RFC 6376). */
export interface DkimOptions {
  /** The partition letter in Microsoft's targets for domains added since May 2025, as Microsoft shows it. */
  readonly partition?: string;
  /** Target of `selector1._domainkey` as Microsoft shows it. */
  readonly selector1?: string;
  /** Target of `selector2._domainkey` as Microsoft shows it. */
  readonly selector2?: string;
  /**
   * Publish Microsoft's pair, `selector1` and `selector2`?
   * @default true for profiles that send through Exchange Online
   */
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

/** What receivers are asked to do with mail that fails DMARC. */
export type DmarcDisposition = "none" | "quarantine" | "reject";

/** The DMARC record (RFC 9989). */
export interface DmarcOptions {
  /** `p`: what receivers do with mail that fails. @default "none", and "reject" for parked and receive-only domains */
  readonly policy?: DmarcDisposition;
  /** `sp`: the policy for existing subdomains. @default that of the domain */
  readonly subdomainPolicy?: DmarcDisposition;
  /** `np`: the policy for subdomains that do not exist. @default that for existing subdomains */
  readonly nonExistentPolicy?: DmarcDisposition;
  /** `adkim`: must the signer's domain be the author's (`strict`), or share its organisation? @default "relaxed" */
  readonly dkimAlignment?: "relaxed" | "strict";
  /** `aspf`: must the bounce domain be the author's (`strict`), or share its organisation? @default "relaxed" */
  readonly spfAlignment?: "relaxed" | "strict";
  /** Where aggregate reports go: `mailto:` URIs. @default no reports are asked for */
  readonly rua?: readonly string[];
  /** Where failure reports go: `mailto:` URIs. @default no reports are asked for */
  readonly ruf?: readonly string[];
  /**
   * `fo`: when failure reports are wanted: all mechanisms fail (`0`), any does (`1`), DKIM (`d`), SPF (`s`).
   * @default ["0"]
   */
  readonly failureOptions?: readonly ("0" | "1" | "d" | "s")[];
  /** `t=y`: receivers that know RFC 9989 apply the policy one step milder. @default false */
  readonly test?: boolean;
  /** `psd`: is this domain a public suffix? @default "u", receivers find out */
  readonly publicSuffix?: "y" | "n" | "u";
  /**
   * Publish an alias at `_dmarc` to this name, where somebody else publishes the record. What the other options say is
   * then expected of that record. @default the record is published here
   */
  readonly hosted?: string;
}

/** MTA-STS (RFC 8461): senders insist on TLS to the domain's mail exchanges. */
export interface MtaStsOptions {
  /** What senders do when TLS fails: report it, hold mail back, or nothing, which is how a policy is withdrawn. */
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

/** TLS-RPT (RFC 8460): where senders report failures of TLS. */
export interface TlsRptOptions {
  /** Where TLS reports go: `mailto:` or `https:` URIs. May be empty where the record is hosted. */
  readonly rua: readonly string[];
  /**
   * Publish an alias at `_smtp._tls` to this name, where somebody else publishes the record. The addresses in `rua` are
   * then expected in it. @default the record is published here
   */
  readonly hosted?: string;
}

/** BIMI: the logo that mail clients show beside mail that passes DMARC. */
export interface BimiOptions {
  /** HTTPS address of the SVG Tiny PS logo. */
  readonly logo: string;
  /** HTTPS address of the mark certificate, without which few mailboxes show the logo. @default none */
  readonly certificate?: string;
  /** The selector of the record. @default "default" */
  readonly selector?: string;
}

/** Mail servers on the premises, of a domain with profile `on-premises` or `eop-onpremises`. */
export interface OnPremisesOptions {
  /**
   * The host that EOP hands mail to, e.g. `smtphost.woodgrovebank.com`. With profile `on-premises` the host that the MX names
   * where `mx` is left out, so that the move to EOP changes nothing but the profile.
   */
  readonly smartHost?: string;
  /**
   * Managed Exchange: what the smart host's certificate must be: of any kind (`encryption`), of a trusted authority
   * (`trusted`), or that for a name (`mail.contoso.com`, `*.contoso.com`).
   * @default "trusted"
   */
  readonly smartHostCertificate?:
    | "encryption"
    | "trusted"
    | {
        /** Name in the certificate: `mail.contoso.com`, or `*.contoso.com`. */
        readonly name: string;
      };
  /**
   * Managed Exchange: a mailbox on the premises. Exchange must deliver a message to it before the connector counts as made.
   * @default postmaster@ the domain
   */
  readonly validationMailbox?: string;
  /**
   * Managed Exchange: how Exchange Online knows the premises when they send mail of the domain through it.
   * @default they do not
   */
  readonly fromPremises?: FromPremisesOptions;
  /**
   * Managed Exchange: how Exchange Online treats recipients of the domain that it does not know. `authoritative` refuses them,
   * so directory sync has to bring every recipient of the premises into the tenant first; `internal-relay` hands them on to
   * the premises, which then refuse them themselves. @default as it stands in Exchange; Microsoft's is authoritative
   */
  readonly acceptedDomain?: "authoritative" | "internal-relay";
  /** Managed Exchange: what the connectors in Exchange Online are called. @default after the domain */
  readonly connectors?: ConnectorNamesOptions;
  /** Addresses or CIDR blocks from which the premises send to the Internet; they go into SPF. */
  readonly egress: readonly string[];
}

/** Names of the connectors in Exchange Online, of at most 64 characters. */
export interface ConnectorNamesOptions {
  /** The outbound connector, which hands mail to the premises. @default "<domain> to premises" */
  readonly toPremises?: string;
  /** The inbound connector, which takes mail from them. @default "<domain> from premises" */
  readonly fromPremises?: string;
}

/** By the name in the premises' certificate, or by IPv4 addresses and networks of /24 to /32. */
export type FromPremisesOptions =
  | {
      /** Name in the premises' certificate. */
      readonly certificate: string;
    }
  | {
      /** IPv4 addresses, or networks of /24 to /32. */
      readonly addresses: readonly string[];
    };

/** What a parked domain publishes beyond its silence. */
export interface ParkedOptions {
  /** Publish `*._domainkey` with an empty key (M3AAWG and several national guides ask for it). @default false */
  readonly revokeDkim?: boolean;
}

/** A record beside the mail records, kept under the key it has in the estate. */
export type ExtraRecordOptions = {
  /** Name relative to the mail domain; `@` is the domain itself. @default "@" */
  readonly name?: string;
  /** TTL in seconds. @default the domain's */
  readonly ttl?: number;
} & (
  | {
      /** Record type. */
      readonly type: "A" | "AAAA";
      /** An IPv4 address for `A`, an IPv6 address for `AAAA`. */
      readonly address: string;
    }
  | {
      /** Record type. */
      readonly type: "CNAME";
      /** The name that this one is an alias of. */
      readonly target: string;
    }
  | {
      /** Record type. */
      readonly type: "MX";
      /** The lowest is tried first, 0 to 65535. */
      readonly preference: number;
      /** Host name of the mail exchange. */
      readonly exchange: string;
    }
  | {
      /** Record type. */
      readonly type: "TXT";
      /** The whole text, without quotes; it is cut into strings for you. */
      readonly value: string;
    }
  | {
      /** Record type. */
      readonly type: "CAA";
      /** 0, or 128 for a critical property (RFC 8659 §4.1). @default 0 */
      readonly flags?: number;
      /** `issue`, `issuewild`, `iodef`, `issuevmc`, … */
      readonly tag: string;
      /** The property's value, e.g. `letsencrypt.org`. */
      readonly value: string;
    }
  | {
      /** Record type. */
      readonly type: "TLSA";
      /** Certificate usage; 3 (DANE-EE) or 2 (DANE-TA) for SMTP (RFC 7672 §3.1). */
      readonly usage: number;
      /** 0 for the whole certificate, 1 for its public key. */
      readonly selector: number;
      /** 0 exact, 1 SHA-256, 2 SHA-512. */
      readonly matchingType: number;
      /** Certificate association data in hexadecimal. */
      readonly certificate: string;
    }
  | {
      /** Record type. */
      readonly type: "NS";
      /** Host name of the name server. */
      readonly host: string;
    }
  | {
      /** Record type: where a service is (RFC 2782). Its `name` says which: `_sip._tls`. */
      readonly type: "SRV";
      /** The lowest is tried first, 0 to 65535. */
      readonly priority: number;
      /** The share among those of one priority, 0 to 65535. */
      readonly weight: number;
      /** The service's port, 0 to 65535. */
      readonly port: number;
      /** Host name of the service; `.` says that there is none. */
      readonly target: string;
    }
  | {
      /** Record type: how a service is reached (RFC 9460); `HTTPS` for the web. */
      readonly type: "SVCB" | "HTTPS";
      /** 0 for an alias, which has no parameters; else the lowest is tried first, to 65535. */
      readonly priority: number;
      /** Host name; `.` is the record's own name. */
      readonly target: string;
      /** Parameters as in a zone file: `alpn=h2,h3 port=8443`. @default none */
      readonly value?: string;
    }
  | {
      /** Record type: a rule that rewrites names (RFC 3403). */
      readonly type: "NAPTR";
      /** Rules are tried in this order, 0 to 65535. */
      readonly order: number;
      /** Among those of one order the lowest is tried first, 0 to 65535. */
      readonly preference: number;
      /** What the rule ends in: `S`, `A`, `U`, `P`, or empty. @default "" */
      readonly flags?: string;
      /** The service, such as `SIP+D2T`. @default "" */
      readonly service?: string;
      /** The substitution; then there is no replacement. @default "" */
      readonly regex?: string;
      /** The next name. @default "." for none */
      readonly replacement?: string;
    }
  | {
      /** Record type: the name that an address or another name stands for (RFC 1035 §3.3.12). */
      readonly type: "PTR";
      /** The name. */
      readonly target: string;
    }
  | {
      /** Record type: the fingerprint of a host's SSH key (RFC 4255). */
      readonly type: "SSHFP";
      /** Of the key: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448. */
      readonly algorithm: number;
      /** Of the fingerprint: 1 SHA-1, 2 SHA-256. */
      readonly fingerprintType: number;
      /** The fingerprint in hexadecimal. */
      readonly fingerprint: string;
    }
  | {
      /** Record type: a person's certificate for S/MIME (RFC 8162), at `<hash>._smimecert`. */
      readonly type: "SMIMEA";
      /** Certificate usage, 0 to 3. */
      readonly usage: number;
      /** 0 for the whole certificate, 1 for its public key. */
      readonly selector: number;
      /** 0 exact, 1 SHA-256, 2 SHA-512. */
      readonly matchingType: number;
      /** Certificate association data in hexadecimal. */
      readonly certificate: string;
    }
  | {
      /** Record type: a person's OpenPGP key (RFC 7929), at `<hash>._openpgpkey`. */
      readonly type: "OPENPGPKEY";
      /** The transferable public key in base64. */
      readonly key: string;
    }
  | {
      /** Record type: a URI for a service (RFC 7553). */
      readonly type: "URI";
      /** The lowest is tried first, 0 to 65535. */
      readonly priority: number;
      /** The share among those of one priority, 0 to 65535. */
      readonly weight: number;
      /** The URI. */
      readonly target: string;
    }
  | {
      /** Record type: a certificate or revocation list (RFC 4398). */
      readonly type: "CERT";
      /** 1 PKIX, 2 SPKI, 3 PGP, …, 0 to 65535. */
      readonly certificateType: number;
      /** Key tag, 0 to 65535. */
      readonly keyTag: number;
      /** DNSSEC algorithm number, 0 to 255. */
      readonly algorithm: number;
      /** The certificate in base64. */
      readonly certificate: string;
    }
  | {
      /** Record type: the key that signs a delegated zone (RFC 4034 §5), beside its NS records. */
      readonly type: "DS";
      /** Key tag, 0 to 65535. */
      readonly keyTag: number;
      /** DNSSEC algorithm number, such as 13. */
      readonly algorithm: number;
      /** 1 SHA-1, 2 SHA-256, 4 SHA-384. */
      readonly digestType: number;
      /** The digest in hexadecimal. */
      readonly digest: string;
    }
  | {
      /** Record type: a further key of a zone that several hosts sign (RFC 8901). */
      readonly type: "DNSKEY";
      /** 256 for a zone signing key, 257 for a key signing key. */
      readonly flags: number;
      /** Always 3 (RFC 4034 §2.1.2). @default 3 */
      readonly protocol?: number;
      /** DNSSEC algorithm number, such as 13. */
      readonly algorithm: number;
      /** The key in base64. */
      readonly publicKey: string;
    }
  | {
      /** Record type: a place on the Earth (RFC 1876). */
      readonly type: "LOC";
      /** Latitude: degrees, 0 to 90. */
      readonly latDegrees: number;
      /** Minutes, 0 to 59. @default 0 */
      readonly latMinutes?: number;
      /** Seconds, 0 to 59.999. @default 0 */
      readonly latSeconds?: number;
      /** North or south. */
      readonly latDirection: "N" | "S";
      /** Longitude: degrees, 0 to 180. */
      readonly longDegrees: number;
      /** Minutes, 0 to 59. @default 0 */
      readonly longMinutes?: number;
      /** Seconds, 0 to 59.999. @default 0 */
      readonly longSeconds?: number;
      /** East or west. */
      readonly longDirection: "E" | "W";
      /** Metres above the reference spheroid, -100000 to 42849672.95. @default 0 */
      readonly altitude?: number;
      /** The diameter of a sphere around it in metres: one digit and a power of ten. @default 1 */
      readonly size?: number;
      /** Horizontal precision in metres: one digit and a power of ten. @default 10000 */
      readonly precisionHorz?: number;
      /** Vertical precision in metres: one digit and a power of ten. @default 10 */
      readonly precisionVert?: number;
    }
);

/**
 * A record of the zone that is not yet as the domain declares it: what is published until this is taken out. `absent`:
 * nothing.
 */
export type AsFoundOptions =
  | "absent"
  | {
      /** Its TTL in seconds. @default the domain's */
      readonly ttl?: number;
      /**
       * Of a TXT record: its content as Cloudflare holds it, with or without quotes. It means what is declared.
       * @default what is declared, in quotes
       */
      readonly content?: string;
    };

/** How DMARC report authorisations of other estate domains are published in this one. */
export type ReportAuthorization =
  /** One record a sending domain. */
  | "each"
  /** One wildcard: anyone may send reports here. */
  | "any";

/** What one mail domain publishes. What is left out follows from the profile. */
export interface MailDomainOptions {
  /** The mail domain, e.g. `contoso.com`. */
  readonly domain: string;
  /** What the domain does with mail. */
  readonly profile: Profile;
  /** The Microsoft 365 tenant; needed by every profile that uses EOP. */
  readonly tenant?: TenantOptions;
  /** TTL of every record in seconds; Cloudflare takes 30 to 86400 and 1 for automatic, other hosts 0 or 1 to 2147483647. @default 3600 */
  readonly ttl?: number;
  /**
   * Where mail goes: `auto`, `none`, `null`, what is known of EOP's host, a host, or a list of hosts.
   * @default "auto" for profiles that receive through EOP, the smart host for on-premises, "none" for send-only, "null" for parked
   */
  readonly mx?: MxOptions;
  /** Who may send, beside the profile's own servers and the senders. @default nobody else */
  readonly spf?: SpfOptions;
  /** Microsoft's selector pair, and selectors of other signers. @default by the profile */
  readonly dkim?: DkimOptions;
  /** Services that send for this domain, by their name in the catalogue. @default none */
  readonly senders?: readonly SenderUse[];
  /** What receivers do with mail that fails, and where reports go. @default a policy by the profile, no reports */
  readonly dmarc?: DmarcOptions;
  /** MTA-STS: senders insist on TLS. @default no policy */
  readonly mtaSts?: MtaStsOptions;
  /** TLS-RPT: where reports on TLS failures go. @default no reports are asked for */
  readonly tlsRpt?: TlsRptOptions;
  /** BIMI: the logo that mail clients show. @default no record */
  readonly bimi?: BimiOptions;
  /** Publish the autodiscover CNAME, by which Outlook finds the mailbox? @default true for exchange-online, else false */
  readonly autodiscover?: boolean;
  /** Mail servers on the premises; only with profiles `on-premises` and `eop-onpremises`, and required there. */
  readonly onPremises?: OnPremisesOptions;
  /** Only with profile `parked`. */
  readonly parked?: ParkedOptions;
  /**
   * Records beside the mail records, under a key of your choice, which is part of their Terraform address.
   * @default none
   */
  readonly records?: Readonly<Record<string, ExtraRecordOptions>>;
  /**
   * Records that stand in the zone otherwise than declared, by role (`Spf`, `news/Spf`), and stay so.
   * @default none: all are published as declared
   */
  readonly asFound?: Readonly<Record<string, AsFoundOptions>>;
  /** Domains whose DMARC reports are sent here and which must be authorised (RFC 9990 §4). @default none */
  readonly acceptsReportsFrom?: readonly string[];
  /** How domains are allowed to send DMARC reports here. @default "each" */
  readonly reportAuthorization?: ReportAuthorization;
  /** Mail domains below this one, by relative name. They inherit nothing. @default none */
  readonly subdomains?: Readonly<Record<string, Omit<MailDomainOptions, "domain" | "asFound">>>;
}
