import type { ExchangeKind, Values } from "../exchange/objects";
import type { AccessPolicy, TenantObjects } from "../identity/coverage";
import type { Evidence } from "./evidence";

/** What a tenant holds, as it was read. Of a part that is not `read` nothing here is known. */
export interface TenantReading {
  /** What it was decoded from. */
  readonly evidence: Evidence;
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. Absent: not known. */
  readonly initialDomain?: string;
  /** Every part that can be read, and whether it was: what is not there is told apart from what is not known. */
  readonly parts: Readonly<Record<TenantPartName, PartReading>>;
  /** Objects of the provider's kinds. Sorted by kind and name; rules by their order. */
  readonly objects: readonly ReadObject[];
  /** Part `conditional-access-policies`, in the order of Graph. */
  readonly policies: readonly ReadPolicy[];
  /** Parts `named-locations`, `authentication-strengths`, `groups`, `security-defaults`; a list that was not read is absent. */
  readonly directory: TenantObjects;
  /** Part `domains`, sorted. */
  readonly domains: readonly ReadDomain[];
  /** Part `accepted-domains`, sorted. */
  readonly acceptedDomains: readonly ReadAcceptedDomain[];
  /** Part `dkim-signing`, sorted by domain. */
  readonly signing: readonly ReadSigning[];
  /** Part `inbound-connectors`, sorted by name. */
  readonly inboundConnectors: readonly ReadInboundConnector[];
  /** Part `outbound-connectors`, sorted by name. */
  readonly outboundConnectors: readonly ReadOutboundConnector[];
  /** Part `service-plans`: names of plans that are enabled and provisioned, such as `ATP_ENTERPRISE`. Sorted. */
  readonly servicePlans: readonly string[];
}

/** What is read beside the provider's kinds. */
export const OTHER_PARTS = [
  "accepted-domains",
  "authentication-strengths",
  "conditional-access-policies",
  "dkim-signing",
  "domains",
  "groups",
  "inbound-connectors",
  "named-locations",
  "outbound-connectors",
  "service-plans",
] as const;

/** A part of a reading: a kind of the provider's objects, or one of {@link OTHER_PARTS}. */
export type TenantPartName = ExchangeKind | (typeof OTHER_PARTS)[number];

/** Was a part read? */
export type PartReading =
  /** All of it: what is not in the reading is not in the tenant. */
  { readonly read: true } | { readonly read: false; readonly why: NotRead };

/** Why something is not known. */
export interface NotRead {
  readonly reason: NotReadReason;
  /** One sentence without a full stop, in Microsoft's words where there are any. From outside: to be shown through the gates. */
  readonly words: string;
  /** The application permission or role that is missing. */
  readonly permission?: string;
  /** What the tenant would have to have bought. */
  readonly licence?: string;
  /** The file of the evidence that says so. */
  readonly file?: string;
}

/**
 * `permission`: the application may not see it; `licence`: the tenant has not bought it; `missing`: the evidence has no
 * such file; `unreadable`: what came is not what Microsoft documents; `failed`: no answer, or an error; `budget`: the
 * calls or the time of the reading were used up.
 */
type NotReadReason = "permission" | "licence" | "missing" | "unreadable" | "failed" | "budget";

/** An object of one of the provider's kinds. */
export interface ReadObject {
  readonly kind: ExchangeKind;
  /** What Terraform's import takes: a Guid, or the title of what a tenant has one of. */
  readonly id: string;
  /** Its name in the tenant, as postures call it. */
  readonly name: string;
  /**
   * By attribute in the estate's spelling, as a plan has them. Left out: there is none (an empty list, no text). Defaults
   * are written out where the tenant shows them.
   */
  readonly values: Values;
  /** Attributes that the tenant does not show. Sorted. */
  readonly unknown: readonly string[];
  /** Of a rule: 0 is tried first. */
  readonly priority?: number;
  /** Microsoft's own: it cannot be removed, and often not changed. */
  readonly builtIn?: true;
}

/** A Conditional Access policy. */
export interface ReadPolicy {
  readonly id: string;
  /** Ids stand in its lists. */
  readonly policy: AccessPolicy;
  /** What it holds that nobody here knows the meaning of: by path, the value as JSON. Such a policy is not judged. */
  readonly unread: Readonly<Record<string, string>>;
}

/** A domain of the tenant, of Graph. https://learn.microsoft.com/graph/api/resources/domain */
export interface ReadDomain {
  readonly name: string;
  readonly isVerified: boolean;
  readonly isInitial: boolean;
  readonly isDefault: boolean;
  readonly isRoot: boolean;
  readonly authenticationType: string;
  /** E.g. `Email`. */
  readonly supportedServices: readonly string[];
}

/** A domain that Exchange takes mail for. */
export interface ReadAcceptedDomain {
  readonly name: string;
  readonly type: "Authoritative" | "InternalRelay" | "ExternalRelay";
  readonly isDefault: boolean;
}

/** DKIM signing of one domain. */
export interface ReadSigning {
  readonly domain: string;
  readonly enabled: boolean;
  /** Bits of the keys of selector 1 and 2, as far as they are shown. */
  readonly keySizes: readonly number[];
  /** Where the selectors' CNAME records must lead. */
  readonly targets: readonly string[];
}

/** How mail from given senders is taken in. */
export interface ReadInboundConnector {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly type: "OnPremises" | "Partner";
  readonly requireTls: boolean;
  readonly certificateName?: string;
  readonly senderAddresses: readonly string[];
}

/** How mail is handed on to given hosts. */
export interface ReadOutboundConnector {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly type: "OnPremises" | "Partner";
  /** Absent: TLS where the other side offers it. */
  readonly tls?: "EncryptionOnly" | "CertificateValidation" | "DomainValidation";
  readonly smartHosts: readonly string[];
}
