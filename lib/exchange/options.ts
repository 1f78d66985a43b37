import type {
  AdminAuditLogConfigValues,
  AntiPhishPolicyValues,
  ArcConfigValues,
  AtpPolicyForO365Values,
  DlpCompliancePolicyValues,
  DlpComplianceRuleValues,
  ExternalInOutlookValues,
  HostedConnectionFilterPolicyValues,
  HostedContentFilterPolicyValues,
  HostedOutboundSpamFilterPolicyValues,
  IrmConfigurationValues,
  MalwareFilterPolicyValues,
  OmeConfigurationValues,
  OrganizationConfigValues,
  ProtectionAlertValues,
  QuarantinePolicyValues,
  RemoteDomainValues,
  ReportSubmissionPolicyValues,
  SafeAttachmentPolicyValues,
  SafeLinksPolicyValues,
  SharingPolicyValues,
  TenantAllowBlockListItemValues,
  TransportConfigValues,
  TransportRuleActions,
  TransportRuleConditions,
  TransportRuleSettings,
  UnifiedAuditLogRetentionPolicyValues,
} from "./values";

/** What one tenant declares of Exchange Online. The estate's `tenants.<name>.exchange` and `ExchangeStack` share it. */
export interface ExchangeOptions {
  /** Provider m365 does the Exchange side of the tenant's domains too, as with `exchange: managed`. */
  readonly managed: true;
  /**
   * Accepted domains that the estate does not have and policies for everyone are for, such as
   * `contoso.mail.onmicrosoft.com` of a hybrid tenant. Exchange refuses a domain that it has not accepted.
   * @default none
   */
  readonly acceptedDomains?: readonly string[];
  /** Message encryption. @default left alone */
  readonly encryption?: EncryptionOptions;
  /** Protection from spam, malware and phishing, and who may get past it. @default left alone */
  readonly protection?: ProtectionOptions;
  /** Alert policies, and whether Microsoft's own are looked at. @default left alone */
  readonly alerts?: AlertsOptions;
  /** Who is in role groups, by a key of your choice; groups of your own too. @default left alone */
  readonly roleGroups?: Readonly<Record<string, RoleGroupOptions>>;
  /** Policies against the loss of data. @default left alone */
  readonly dataLoss?: DataLossOptions;
  /** How long records of the audit log are kept. @default left alone */
  readonly auditRetention?: AuditRetentionOptions;
  /** Where messages go that users report. @default left alone */
  readonly userReports?: UserReportsOptions;
  /** Mail flow rules: some are ready, under any other name stands a rule of your own. @default none */
  readonly rules?: MailFlowRulesOptions;
  /** Names under `rules` in the order in which they are tried. @default the ready ones first, each group by name */
  readonly ruleOrder?: readonly string[];
}

/**
 * Why something that loosens protection is meant, by the attribute that does: `{ ipAllowList: "the scanner of the branch" }`.
 * Without it that is an error.
 */
export type AllowOptions = Readonly<Record<string, string>>;

/** What says why it loosens protection. */
export interface Allowing {
  /** Why what loosens protection is meant, by the attribute. @default nothing that loosens it may be there */
  readonly allow?: AllowOptions;
}

/** Message encryption of a tenant. Needs Azure Rights Management, which is activated by hand. */
export interface EncryptionOptions {
  /** Is there an Encrypt button in Outlook on the web? @default it stays as it is */
  readonly encryptButton?: boolean;
  /** Do recipients get attachments without protection once they opened the message? @default they stay protected or not as they are */
  readonly decryptAttachments?: boolean;
  /** Everything else, as Set-IRMConfiguration has it. */
  readonly settings?: IrmConfigurationValues;
  /** What recipients outside see, and how they sign in to read it. */
  readonly branding?: BrandingOptions;
}

/** The portal in which recipients outside read encrypted mail. */
export interface BrandingOptions {
  /** The tenant's own: OME Configuration. */
  readonly default?: OmeConfigurationValues;
}

/** Where a tenant's values come from. */
export const PROTECTION_BASELINES = [
  "none",
  "microsoft-standard",
  "microsoft-strict",
  "scuba",
  "cis",
] as const;
/** `microsoft-standard`, `microsoft-strict`: Microsoft's recommended settings. `scuba`: CISA's baseline. `cis`: the CIS benchmark. */
export type ProtectionBaseline = (typeof PROTECTION_BASELINES)[number];

/** What every mailbox is licensed for, each with what stands before it. */
export const PROTECTION_LICENCES = ["exchange-online", "defender-p1", "defender-p2", "e5"] as const;
/**
 * `defender-p1`, `defender-p2`: Defender for Office 365 Plan 1 or 2. `e5`: Microsoft 365 E5, or E5 Security; loss of data in Teams
 * and on devices and how long the audit log is kept need the Purview suite beside E5 Security.
 */
export type ProtectionLicence = (typeof PROTECTION_LICENCES)[number];

/** Whom a policy is for: of all that is named everything is to fit, of one list any member. */
export interface RecipientScope {
  /** Addresses. */
  readonly recipients?: readonly string[];
  /** Groups by address, whose members are meant. */
  readonly groups?: readonly string[];
  /** Accepted domains. */
  readonly domains?: readonly string[];
}

/** Whom an outbound policy is for. */
export interface SenderScope {
  /** Addresses. */
  readonly senders?: readonly string[];
  /** Groups by address, whose members are meant. */
  readonly groups?: readonly string[];
  /** Accepted domains. */
  readonly domains?: readonly string[];
}

/** A policy of your own, for some. */
export interface OwnPolicy<S> extends Allowing {
  /** The policy's name in the tenant, at most 64 characters. @default its key */
  readonly name?: string;
  /** Whom it is for. */
  readonly for: S;
  /** Who of them it is not for. */
  readonly except?: S;
  /** Is it in use? @default true */
  readonly enabled?: boolean;
}

/** The policies of one kind. The first that is for somebody decides: those of your own in their order, then the default. */
export interface PolicyFamily<V, S = RecipientScope> {
  /** For whom no other policy is: own values win over the baseline's. @default the baseline's, if there is one */
  readonly default?: V & Allowing;
  /** Policies of your own by a key of your choice. What one leaves out is the baseline's. */
  readonly policies?: Readonly<Record<string, V & OwnPolicy<S>>>;
  /** Their keys, the first to be tried first; needed where there are several. */
  readonly order?: readonly string[];
}

/** A preset of Microsoft's: on for these, or for everyone. */
export interface PresetOptions extends Allowing {
  /** Whom it is for. @default everyone */
  readonly for?: RecipientScope;
  /** Who of them it is not for. Each needs its `allow`. */
  readonly except?: RecipientScope;
  /** Is it on? @default true */
  readonly enabled?: boolean;
}

/** Microsoft's preset security policies. Each must have been switched on once in the Defender portal. */
export interface PresetsOptions {
  /** The standard preset. @default left alone */
  readonly standard?: PresetOptions;
  /** The strict preset. @default left alone */
  readonly strict?: PresetOptions;
}

/** Somebody whom others like to pass for. */
export interface SensitiveUser {
  /** As Outlook shows it. */
  readonly displayName: string;
  /** Address. */
  readonly address: string;
}

/** Spam, malware, phishing, and what may get past the filters. */
export interface ProtectionOptions {
  /** Where values come from that are not written here. @default "none" */
  readonly baseline?: ProtectionBaseline;
  /** What every mailbox is licensed for: values that need more are left out of the baseline. @default "exchange-online" */
  readonly licence?: ProtectionLicence;
  /** People whom anti-phishing protects by name; needs Defender for Office 365. @default nobody */
  readonly sensitiveUsers?: readonly SensitiveUser[];
  /** Domains of partners that others like to pass for; needs Defender for Office 365. @default none */
  readonly partnerDomains?: readonly string[];
  /** Who is told of malware from inside and of users who were blocked; baseline `cis` asks for somebody. @default nobody */
  readonly notify?: readonly string[];
  /** Microsoft's preset security policies, which come before all others. @default left alone */
  readonly presets?: PresetsOptions;
  /** Spam, bulk mail and phishing on its way in. */
  readonly antiSpam?: PolicyFamily<HostedContentFilterPolicyValues>;
  /** What users may send, and whether they may forward. */
  readonly outboundSpam?: PolicyFamily<HostedOutboundSpamFilterPolicyValues, SenderScope>;
  /** Mail that passes for somebody else's. */
  readonly antiPhishing?: PolicyFamily<AntiPhishPolicyValues>;
  /** Malware, and kinds of files. */
  readonly antiMalware?: PolicyFamily<MalwareFilterPolicyValues>;
  /** Links; needs Defender for Office 365. */
  readonly safeLinks?: PolicyFamily<SafeLinksPolicyValues>;
  /** Attachments; needs Defender for Office 365. */
  readonly safeAttachments?: PolicyFamily<SafeAttachmentPolicyValues>;
  /** Files in SharePoint, OneDrive and Teams, and documents in Office. */
  readonly atpPolicyForO365?: AtpPolicyForO365Values & Allowing;
  /** Servers whose mail skips spam filtering, or is refused. */
  readonly connectionFilter?: HostedConnectionFilterPolicyValues & Allowing;
  /** What users may do with their mail in quarantine, by a key of your choice. */
  readonly quarantinePolicies?: Readonly<Record<string, NamedValues<QuarantinePolicyValues>>>;
  /** What may go out by itself, by a key of your choice; `default` is for all domains that have none. */
  readonly remoteDomains?: Readonly<Record<string, NamedValues<RemoteDomainValues> & Allowing>>;
  /** Entries of the Tenant Allow/Block List, by a key of your choice. */
  readonly allowBlockList?: Readonly<Record<string, TenantAllowBlockListItemValues & Allowing>>;
  /** The External tag of Outlook. */
  readonly externalInOutlook?: ExternalInOutlookValues & Allowing;
  /** Whose ARC seals are trusted. */
  readonly arcConfig?: ArcConfigValues & Allowing;
  /** Settings of Exchange Online that hold for everyone. */
  readonly organizationConfig?: OrganizationConfigValues & Allowing;
  /** How mail is transported. */
  readonly transportConfig?: TransportConfigValues & Allowing;
  /** The unified audit log. */
  readonly adminAuditLogConfig?: AdminAuditLogConfigValues & Allowing;
  /** With whom calendars and contacts may be shared, by a key of your choice; `default` is the default policy. */
  readonly sharingPolicies?: Readonly<Record<string, NamedValues<SharingPolicyValues> & Allowing>>;
}

/** An object with its name in the tenant. */
export type NamedValues<V> = V & {
  /** Its name in the tenant, at most 64 characters. @default its key */
  readonly name?: string;
};

/** The rules that are ready, and those of your own by a key of your choice. */
export interface MailFlowRulesOptions {
  /** Mail is not forwarded to the outside by itself: a rule refuses it, the outbound spam policy and the remote domains do not let it. */
  readonly "block-auto-forward"?: MailFlowRuleOptions;
  /** Mail from outside is marked: a rule puts text before its subject, and Outlook shows its tag. */
  readonly "external-tag"?: MailFlowRuleOptions;
  /** Mail to the outside is encrypted where its subject asks for it. */
  readonly "encrypt-on-subject"?: MailFlowRuleOptions;
  /** Mail in the organization's own name that comes past its connectors is refused. */
  readonly "reject-direct-send"?: MailFlowRuleOptions;
  /** No rule here lets mail past the spam filter, whatever its `allow` says. */
  readonly "no-scl-bypass"?: MailFlowRuleOptions;
  /** A rule of your own, with `do`. */
  readonly [key: string]: MailFlowRuleOptions | undefined;
}

/** A mail flow rule: one that is ready, or one of your own with `do`. */
export interface MailFlowRuleOptions extends TransportRuleSettings, Allowing {
  /** The rule's name in the tenant, at most 64 characters. @default its key; ready rules have names of their own */
  readonly name?: string;
  /** What a message is like; all that is said is to fit. @default every message */
  readonly when?: TransportRuleConditions;
  /** What it must not be like; one thing that fits is enough. */
  readonly unless?: TransportRuleConditions;
  /** What is done with it. Of rules of your own alone. */
  readonly do?: TransportRuleActions;
  /** Of `external-tag`: what stands before the subject, or false for no rule. @default "[External] " */
  readonly subject?: string | false;
  /** Of `external-tag`: does Outlook show its External tag? @default true */
  readonly outlook?: boolean;
  /** Of `external-tag`: senders whose mail gets no tag in Outlook: addresses, domains, `*.domain`. @default none */
  readonly allowList?: readonly string[];
  /** Of `encrypt-on-subject`: words in the subject that ask for encryption. @default ["[encrypt]"] */
  readonly words?: readonly string[];
  /** Of `encrypt-on-subject`: the template, `Encrypt` or `Do Not Forward`. @default "Encrypt" */
  readonly template?: string;
  /** Of `block-auto-forward`: what the sender is told. @default a sentence in English */
  readonly text?: string;
}

/** What a baseline may be taken from where only CISA's has values. */
export const SCUBA_BASELINES = ["none", "scuba"] as const;
/** `scuba`: CISA's baseline. */
export type ScubaBaseline = (typeof SCUBA_BASELINES)[number];

/** What a baseline may be taken from where only CIS's has values. */
export const CIS_BASELINES = ["none", "cis"] as const;
/** `cis`: the CIS benchmark. */
export type CisBaseline = (typeof CIS_BASELINES)[number];

/** Who is told when something happens in the tenant. */
export interface AlertsOptions {
  /**
   * `scuba`: each plan looks whether the alert policies that Microsoft made and CISA asks for are there, on, and tell somebody: those
   * of `notify` where it is given. No interface changes them. @default "none"
   */
  readonly baseline?: ScubaBaseline;
  /** Addresses that are told where a policy names nobody itself. @default nobody */
  readonly notify?: readonly string[];
  /** Alert policies of your own, by a key of your choice. Without `aggregationType: None` they need Defender for Office 365 Plan 2. */
  readonly policies?: Readonly<Record<string, NamedValues<ProtectionAlertValues> & Allowing>>;
}

/** The two services that have role groups; groups of one name are not the same group. */
export const ROLE_GROUP_SERVICES = ["exchange", "purview"] as const;

/** A role group, and who is in it. */
export interface RoleGroupOptions {
  /** Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance). */
  readonly in: (typeof ROLE_GROUP_SERVICES)[number];
  /** Its name in the tenant. @default its key in words: `Service Assurance User` of `service-assurance-user` */
  readonly name?: string;
  /** Makes a group of your own with these roles. @default the group is there already */
  readonly roles?: readonly string[];
  /** Of a group of your own: what it is for. */
  readonly description?: string;
  /** Who is in it: addresses, names or ids in Entra ID. Purview shows no addresses: name members by their id or their name there. */
  readonly members?: readonly string[];
  /** Are all others taken out, but for those that Entra ID feeds in? @default false */
  readonly noOthers?: boolean;
}

/** Policies against the loss of data. Needs Purview Data Loss Prevention, as in Microsoft 365 E3. */
export interface DataLossOptions {
  /** `scuba`: the policy `default` keeps US personal data and payment cards in, as CISA asks. @default "none" */
  readonly baseline?: ScubaBaseline;
  /** Policies by a key of your choice. */
  readonly policies?: Readonly<Record<string, DataLossPolicyOptions>>;
  /** Their keys, the first to be tried first. @default as they are made */
  readonly order?: readonly string[];
}

/** A policy against the loss of data: where its rules hold, and whether they act. */
export type DataLossPolicyOptions = NamedValues<DlpCompliancePolicyValues> &
  Allowing & {
    /** Its rules by a key of your choice: what they look for, and what is done then. */
    readonly rules?: Readonly<Record<string, DataLossRuleOptions>>;
  };

/** A rule of a policy against the loss of data. */
export type DataLossRuleOptions = NamedValues<Omit<DlpComplianceRuleValues, "policy">> & Allowing;

/** How long records of the audit log are kept. Needs Audit (Premium). */
export interface AuditRetentionOptions {
  /** `scuba`: the policy `default` keeps what concerns mail and sign-ins for a year. @default "none" */
  readonly baseline?: ScubaBaseline;
  /** Policies by a key of your choice. */
  readonly policies?: Readonly<Record<string, NamedValues<UnifiedAuditLogRetentionPolicyValues> & Allowing>>;
}

/** Where messages go that users report, and what they are told. */
export interface UserReportsOptions extends ReportSubmissionPolicyValues, Allowing {
  /** `cis`: reports go to `mailbox` too. @default "none" */
  readonly baseline?: CisBaseline;
  /** A mailbox of yours that gets what is reported. @default Microsoft alone */
  readonly mailbox?: string;
}
