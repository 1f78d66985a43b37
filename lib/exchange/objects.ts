import catalogue from "./objects.json";
import type { ExchangeKind } from "./values";

export type { ExchangeKind };

/** A value of one attribute. */
export type Value = string | number | boolean | readonly string[];

/** What an object says, by attribute in the estate's spelling: `spamAction`. */
export type Values = Readonly<Record<string, Value>>;

/** One attribute of a kind, as the provider knows it. */
export interface AttributeFacts {
  readonly type: "text" | "flag" | "number" | "texts";
  /** What it is, in a sentence or two. */
  readonly about: string;
  /** All values there are. */
  readonly choices?: readonly string[];
  /** The least and the greatest number. */
  readonly range?: readonly [number, number];
  readonly required?: true;
  /** What leaving it out means. Of what a tenant has one of, leaving out leaves it alone. */
  readonly default?: Value;
  /** Left out, it is what Exchange makes of it. */
  readonly decided?: true;
  /** What the tenant must have bought for it, in words. */
  readonly licence?: string;
  /** The same, as an estate says it. Absent: what every mailbox has. */
  readonly needs?: "defender-p1" | "defender-p2" | "e5";
  /** Values that need nothing. */
  readonly free?: readonly Value[];
  /** It stands for a file of the machine that plans: nothing that an estate says. */
  readonly file?: true;
  /** Of objects that every tenant has several of: those that have it, by their key. @default all */
  readonly of?: readonly string[];
  /** What it is to a mail flow rule. */
  readonly part?: "setting" | "condition" | "exception" | "action";
}

/** One kind of object. */
export interface ObjectFacts {
  /** What the cmdlets call it: `SafeLinksPolicy`. */
  readonly noun: string;
  readonly about: string;
  /** A tenant has exactly one: it is adopted, and what is left out stays as it is. */
  readonly singleton?: true;
  /** Names of those that every tenant has. */
  readonly builtIn?: readonly string[];
  readonly licence?: string;
  /** As with {@link AttributeFacts.needs}. */
  readonly needs?: AttributeFacts["needs"];
  /** Of several that every tenant has: the attribute, in the estate's spelling, that says which one it is. */
  readonly key?: string;
  /** By the attribute's name in Terraform: `spam_action`. */
  readonly attributes: Readonly<Record<string, AttributeFacts>>;
}

// The file is written from the provider's tables (scripts/exchange-objects.mjs), more precisely than TypeScript reads JSON.
const OBJECTS = catalogue as unknown as Readonly<Record<ExchangeKind, ObjectFacts>>;

/** Every kind, sorted. */
export const EXCHANGE_KINDS = Object.keys(OBJECTS) as readonly ExchangeKind[];

/** What is known of a kind. */
export function objectFacts(kind: ExchangeKind): ObjectFacts {
  return OBJECTS[kind];
}

/** `m365_safe_links_policy` of `safe-links-policy`. */
export function terraformType(kind: ExchangeKind): string {
  return `m365_${kind.replaceAll("-", "_")}`;
}

/** The estate's spelling of an attribute's name in Terraform: `spamAction` of `spam_action`. */
export function inEstate(attribute: string): string {
  return attribute.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const byEstateName = new Map<ExchangeKind, ReadonlyMap<string, AttributeFacts>>();

/** The attributes of a kind in the estate's spelling. */
export function attributesOf(kind: ExchangeKind): ReadonlyMap<string, AttributeFacts> {
  const known = byEstateName.get(kind);
  if (known) return known;
  const made = new Map(
    Object.entries(OBJECTS[kind].attributes).map(([name, facts]) => [inEstate(name), facts] as const),
  );
  byEstateName.set(kind, made);
  return made;
}

/** The values of an object with the defaults of what is left out; of what a tenant has one of, there are none. */
export function effective(kind: ExchangeKind, values: Values): Values {
  if (OBJECTS[kind].singleton) return values;
  const usual = [...attributesOf(kind)].flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(usual), ...values };
}

/** What administrators call an object of a kind. */
export const TITLES: Readonly<Record<ExchangeKind, string>> = {
  "admin-audit-log-config": "the unified audit log",
  "admin-consent-request-policy": "the workflow of admin consent",
  "agent-risk-policy": "policy on agents at risk",
  "anti-phish-policy": "anti-phishing policy",
  "anti-phish-rule": "rule of anti-phishing policies",
  "arc-config": "trusted ARC sealers",
  "authentication-method": "the sign-in method",
  "authentication-methods-policy": "the policy of sign-in methods",
  "authorization-policy": "what everybody may do",
  "atp-policy-for-o365": "Safe Attachments for files",
  "atp-protection-policy-rule": "Defender's half of the preset",
  "consent-settings": "the directory settings of consent",
  "default-app-management-policy": "what applications may have as passwords and certificates",
  "dlp-compliance-policy": "data loss policy",
  "dlp-compliance-rule": "rule of data loss policies",
  "domain-password-policy": "the expiry of passwords at",
  "eop-protection-policy-rule": "preset",
  "external-in-outlook": "the External tag of Outlook",
  "global-quarantine-policy": "the global quarantine policy",
  "hosted-connection-filter-policy": "the connection filter",
  "hosted-content-filter-policy": "anti-spam policy",
  "hosted-content-filter-rule": "rule of anti-spam policies",
  "hosted-outbound-spam-filter-policy": "outbound spam policy",
  "hosted-outbound-spam-filter-rule": "rule of outbound spam policies",
  "irm-configuration": "message encryption",
  "malware-filter-policy": "anti-malware policy",
  "malware-filter-rule": "rule of anti-malware policies",
  "ome-branding-template": "template of encrypted mail",
  "ome-configuration": "the portal of encrypted mail",
  "organization-config": "the organization's settings",
  "protection-alert": "alert policy",
  "quarantine-policy": "quarantine policy",
  "remote-domain": "remote domain",
  "report-submission-policy": "the settings of user reports",
  "report-submission-rule": "rule of user reports",
  "role-group": "role group",
  "role-group-member": "member of a role group",
  "role-group-members": "members of a role group",
  "role-management-policy": "the rules of the role",
  "safe-attachment-policy": "Safe Attachments policy",
  "safe-attachment-rule": "rule of Safe Attachments policies",
  "safe-links-policy": "Safe Links policy",
  "safe-links-rule": "rule of Safe Links policies",
  "security-defaults": "security defaults",
  "sharing-policy": "sharing policy",
  "tenant-allow-block-list-item": "entry of the Tenant Allow/Block List",
  "transport-config": "the transport settings",
  "transport-rule": "mail flow rule",
  "unified-audit-log-retention-policy": "retention policy of the audit log",
};
