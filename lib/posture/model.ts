import type { Advice } from "../advice";
import type { DnsName } from "../dns/name";
import type { CnameRecord, DnsRecord, DnsRecordType, TxtRecord } from "../dns/record";
import type { EstatePlace } from "../estate/model";
import type { AttributeFacts, ExchangeKind, Values } from "../exchange/objects";
import type { AccessPolicy, TenantObjects } from "../identity/coverage";
import type { SpfTree } from "../mail/spf/tree";
import type { Cloud, Profile } from "../options";
import type { Demands } from "./demands";
import type { BimiFile, NameServerAnswer, SenderName, SmtpAnswer } from "./evidence";

/** Where a posture comes from: the estate file, a Terraform plan, or the live world. */
export type Source = "declared" | "planned" | "observed";
/** Every source. */
export const SOURCES = ["declared", "planned", "observed"] as const satisfies readonly Source[];

/**
 * What an organisation tells the world and its own users, as plain data that is the same whatever it was read from.
 * A source says nothing of what it cannot know; a rule that needs it then finds nothing.
 */
export interface Posture {
  readonly source: Source;
  /** Mail domains, subdomains that are mail domains of their own among them; sorted by name. */
  readonly domains: readonly MailPosture[];
  /** Sorted by name. */
  readonly tenants: readonly TenantPosture[];
  /** What is known of names that no domain here owns: report receivers, MX hosts, DKIM targets; and that a plan leaves nothing at a name. */
  readonly outside: readonly Answer[];
}

/** One mail domain. */
export interface MailPosture {
  readonly domain: DnsName;
  readonly intent: Intent;
  /**
   * The apex of the zone that the domain lies in. Absent: not known; then the topmost domain of the posture at or above
   * this one counts as the apex.
   */
  readonly zone?: DnsName;
  /** Records at the domain and at names below it that belong to no other mail domain of the posture. */
  readonly records: readonly KnownRecord[];
  /** What is there without its value being known: Terraform computes or hides it, or a server did not answer. */
  readonly unknown: readonly UnknownRecord[];
  /** What `https://mta-sts.<domain>/.well-known/mta-sts.txt` gives. Absent: nobody has looked, or there is none. */
  readonly mtaStsPolicy?: PolicyAnswer;
  /** The domain's SPF record with all that it leads to, as an observer found it. Absent: nobody has followed it. */
  readonly spf?: SpfTree;
  /** The same of SPF records at names below it that are no mail domains. Absent: nobody has followed them. */
  readonly spfBelow?: readonly SpfTree[];
  /** What nobody answered for though the domain's mail hangs on it, sorted by name. Absent: nobody has looked. */
  readonly unanswered?: readonly Unanswered[];
  /** Texts where nobody asks for them, of a domain whose own record is missing. Absent: nobody has looked. */
  readonly astray?: readonly StrayText[];
  /** Names that the domain's mail hangs on and that anybody could have. Absent: nobody has looked. */
  readonly freeNames?: readonly FreeName[];
  /** What the domain's mail exchanges say on port 25. Absent: nobody has connected. */
  readonly smtp?: readonly SmtpAnswer[];
  /** What each name server of the domain's zone says. Absent: nobody has asked. */
  readonly nameServers?: readonly NameServerAnswer[];
  /** Names of the addresses that the domain's own SPF record lets send. Absent: nobody has asked. */
  readonly senderNames?: readonly SenderName[];
  /** What stands where the domain's BIMI records say. Absent: nobody has looked. */
  readonly bimiFiles?: readonly BimiFile[];
  /** What the domain expects of records that somebody else publishes for it. Absent: nobody has said so. */
  readonly demands?: Demands;
  /** Is the zone signed and validated? Absent: not known. */
  readonly dnssec?: boolean;
  /** The id of the zone, where the estate gives it for this domain. */
  readonly zoneId?: string;
  /** Where the domain itself stands. */
  readonly where: Where;
}

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** A place to fix something at: in the estate, in a plan (the resource's address), or a name in the DNS. */
export interface Where extends Optional<EstatePlace> {
  /** E.g. `cloudflare_dns_record.Mail_Spf_1234` of a plan, `contoso.com TXT` of the DNS. */
  readonly address?: string;
}

/** A record, and where it stands. */
export interface KnownRecord {
  readonly record: DnsRecord;
  readonly where: Where;
  /** The apex of the zone that the record stands in. Absent: that of its domain. */
  readonly zone?: DnsName;
}

/** A name outside a domain that its mail hangs on, and that nobody has. */
export interface FreeName {
  readonly name: DnsName;
  /** What leads there. */
  readonly what: string;
  /** What whoever had the name could do. */
  readonly power: string;
  /** What is to be had: the registrable domain above the name, or the name itself. */
  readonly free: DnsName;
  /** Of a name at a cloud that gives it to whoever asks first: which service. Absent: the domain is not registered. */
  readonly service?: string;
  readonly where: Where;
}

/** A text that somebody may have meant as a record of the domain. */
export interface StrayText {
  readonly record: TxtRecord;
  readonly where: Where;
  /** `SPF`: it is one of the type that RFC 7208 §3.1 took out of use. @default TXT, at another name */
  readonly type?: "SPF";
}

/** A record that is there and whose value is not known. */
export interface UnknownRecord {
  readonly name: DnsName;
  readonly type: DnsRecordType;
  /** `routed`: Route 53 chooses at each answer (an alias, or a routing policy); `sensitive`: Terraform must not show it. */
  readonly why: "known after apply" | "no answer" | "sensitive" | "routed" | "unreadable";
  /** What is written there, where it is of a type that mail does not hang on and could not be read. */
  readonly data?: string;
  /** The alias in whose place its host answers with addresses, as Cloudflare does at the apex of a zone. */
  readonly alias?: CnameRecord;
  readonly where: Where;
  /** As with {@link KnownRecord}. */
  readonly zone?: DnsName;
}

/** A question that nobody answered. */
export type Unanswered = Pick<Answer, "name" | "type">;

/** What one name holds of one type. */
export interface Answer {
  readonly name: DnsName;
  readonly type: DnsRecordType;
  /** Empty: there is none. Absent: a server was asked and did not say. */
  readonly records?: readonly DnsRecord[];
}

/** What came of fetching an MTA-STS policy. */
export type PolicyAnswer =
  | { readonly kind: "text"; readonly text: string; readonly where: Where }
  /** It was asked for and did not come: the reason in a few words. */
  | { readonly kind: "failed"; readonly why: string; readonly where: Where };

/** What a domain is for. Declared by an estate, else read from the records as far as they say. */
export interface Intent {
  readonly declared: boolean;
  /** Only where it is declared. */
  readonly profile?: Profile;
  readonly sends: boolean;
  readonly receives: boolean;
  /** Does its mail leave through Exchange Online? */
  readonly exchangeOnline: boolean;
  /** Does its mail arrive through EOP? */
  readonly eop: boolean;
  /** `true` where the name of EOP's host is derived: the estate gives no host, and nobody reads Microsoft's. */
  readonly mxDerived?: true;
  /**
   * What of Microsoft's DKIM targets is derived, since the estate does not give them and nobody reads Microsoft's: the
   * domain's token, or the whole target, where nothing says which of the two forms it has either.
   */
  readonly dkimDerived?: "token" | "target";
  /** `true` where the host of its zone takes no null MX. */
  readonly noNullMx?: true;
  readonly tenant?: IntentTenant;
  /** Addresses and CIDR blocks from which the premises of a hybrid domain send. */
  readonly egress: readonly string[];
}

/** The tenant that a domain is meant for. */
export interface IntentTenant {
  readonly name?: string;
  readonly initialDomain: string;
  readonly cloud: Cloud;
}

/** What a source may know of a tenant, or not. */
export type TenantPart = ListedPart | ExchangeKind;

/** The parts of a tenant beside objects of a kind. */
export type ListedPart =
  | "policies"
  | "signing"
  | "inboundConnectors"
  | "outboundConnectors"
  | "forwarding"
  | "roleHolders";

/** Why a part of a tenant is not known. */
export interface PartNotRead {
  readonly part: TenantPart;
  /** In words, which come from outside: shown through the gates. */
  readonly why: string;
  /** What the tenant has not bought: nothing of the part is in it. Absent: nobody knows what is. */
  readonly licence?: string;
}

/** One Microsoft 365 tenant: its sign-in policies and its Exchange side, as far as the source knows them. */
export interface TenantPosture {
  readonly name: string;
  /** Conditional Access. Absent: not known. Names or ids stand in the lists, as the source has them. */
  readonly policies?: readonly PolicyPosture[];
  /** What the policies rest on, as far as the source knows it. */
  readonly objects?: TenantObjects;
  /** The group that every policy must exclude, by name or id. */
  readonly breakGlass?: string;
  /** The group whose members may reset their own passwords, by name or id. */
  readonly sspr?: string;
  /** The groups that the estate's policies include or exclude, by name or id. */
  readonly namedGroups?: readonly string[];
  /** What of it the source cannot see though sign-ins hang on it, in words. */
  readonly unknown?: readonly string[];
  /** Who has which directory role, as far as the source says. Absent: not known. */
  readonly roleHolders?: readonly RoleHoldersPosture[];
  /** Ids of accounts that are disabled, as far as the source tells. */
  readonly disabledUsers?: readonly string[];
  /** Ids of accounts that the source shows: one that is there before and not after is deleted. */
  readonly accounts?: readonly string[];
  /** Absent: not known. */
  readonly exchange?: ExchangePosture;
  /** Parts of which the source has seen everything: what is not here is not in the tenant. Sorted. @default none */
  readonly whole?: readonly TenantPart[];
  /** Parts that somebody meant to read and could not. Sorted by part. @default none */
  readonly notRead?: readonly PartNotRead[];
  /** Every domain that its Exchange takes mail for, in lower case. Absent: not known. */
  readonly mailDomains?: readonly string[];
  /** What the tenant is known not to have bought, as estates say it. @default not known */
  readonly lacks?: readonly NonNullable<AttributeFacts["needs"]>[];
  /** What was found while the tenant was planned, and is not wrong. Absent: nobody has planned it. */
  readonly advice?: readonly PlannedAdvice[];
  readonly where: Where;
}

/** Who has a directory role, active or eligible. */
export interface RoleHoldersPosture {
  /** Its display name. */
  readonly role: string;
  /** User principal names. */
  readonly accounts: readonly string[];
  /** Groups whose members have it: nobody here knows how many they are. */
  readonly groups: readonly string[];
  readonly where: Where;
}

/** What deserves a look in what is planned, with its place. */
export interface PlannedAdvice extends Omit<Advice, "path" | "at"> {
  /** @default the tenant's */
  readonly where?: Where;
}

/** One Conditional Access policy. */
export interface PolicyPosture {
  readonly key: string;
  readonly policy: AccessPolicy;
  /** What of it the source cannot see, in words: such a policy is not judged. */
  readonly unknown?: readonly string[];
  /** What it holds that nobody here knows the meaning of, with the value, in words: it is not judged either. */
  readonly unread?: readonly string[];
  /** The plan makes it anew, in place of the one that is there. */
  readonly replaced?: true;
  readonly where: Where;
}

/** The Exchange side of a tenant. A list that is absent is not known. */
export interface ExchangePosture {
  readonly signing?: readonly SigningPosture[];
  readonly inboundConnectors?: readonly InboundConnectorPosture[];
  readonly outboundConnectors?: readonly OutboundConnectorPosture[];
  /** Automatic forwarding to the outside: `AutoForwardingMode` of the outbound spam policies, by policy. */
  readonly forwarding?: readonly ForwardingPosture[];
  /**
   * Policies, rules and settings. Of a kind of which there is none here nothing is known, unless it is among the tenant's
   * `whole`. Sorted by kind and name.
   */
  readonly objects?: readonly ExchangeObjectPosture[];
}

/** One object that Exchange holds. */
export interface ExchangeObjectPosture {
  readonly kind: ExchangeKind;
  /** Its name in the tenant; of what a tenant has one of, what administrators call it. */
  readonly name: string;
  /** What is said of it, by attribute in the estate's spelling. Left out: the default, or of what there is one of, not known. */
  readonly values: Values;
  /** Attributes whose value the source does not show. */
  readonly unknown?: readonly string[];
  /** Microsoft's own, which every tenant has. @default not known */
  readonly builtIn?: true;
  /** What it holds that nobody here knows the meaning of, in words. */
  readonly unread?: readonly string[];
  readonly where: Where;
}

/** DKIM signing of one domain in Exchange Online. */
export interface SigningPosture {
  readonly domain: DnsName;
  readonly enabled: boolean;
  /** Bits of each selector's key, as far as they are known. */
  readonly keySizes: readonly number[];
  readonly where: Where;
}

/** How mail from given senders is taken in. */
export interface InboundConnectorPosture {
  readonly name: string;
  readonly enabled: boolean;
  readonly type: "OnPremises" | "Partner";
  readonly requireTls: boolean;
  readonly certificateName?: string;
  readonly senderAddresses: readonly string[];
  readonly where: Where;
}

/** How mail is handed on to given hosts. */
export interface OutboundConnectorPosture {
  readonly name: string;
  readonly enabled: boolean;
  readonly type: "OnPremises" | "Partner";
  /** Absent: TLS where the other side offers it. */
  readonly tls?: "EncryptionOnly" | "CertificateValidation" | "DomainValidation";
  readonly smartHosts: readonly string[];
  readonly where: Where;
}

/** What one outbound spam policy says of automatic forwarding to the outside. */
export interface ForwardingPosture {
  readonly policy: string;
  readonly mode: "On" | "Off" | "Automatic";
  readonly where: Where;
}
