import { ALL_APPLICATIONS } from "./all-applications";
import { type ExchangeKind, effective, type Value, type Values } from "./objects";
import { sharedWithEverybody } from "./sharing";

/** What lets more through than Microsoft's own defaults do, or hides what happened. */
interface Loosening {
  readonly kind: ExchangeKind;
  /** In the estate's spelling. */
  readonly attribute: string;
  /** `high`: forgeries or attacks pass. `medium`: something that guards against them is off. */
  readonly risk: "high" | "medium";
  /** What happens to mail, in the present: `mail from 192.0.2.1 skips spam filtering`. One text for each thing that is let through. */
  found(values: Values): readonly string[];
}

/** Something that an object lets through. */
export interface Opening {
  readonly attribute: string;
  readonly risk: Loosening["risk"];
  readonly words: string;
}

/** May an attribute let something through? */
export function loosens(kind: ExchangeKind, attribute: string): boolean {
  return LOOSENINGS.some((one) => one.kind === kind && one.attribute === attribute);
}

/** All that an object lets through; what is left out counts as its default. A rule that is off lets nothing through. */
export function openings(kind: ExchangeKind, given: Values): readonly Opening[] {
  const values = effective(kind, given);
  if (isIdle(kind, values)) return [];
  return LOOSENINGS.filter((one) => one.kind === kind).flatMap(({ attribute, risk, found }) =>
    found(values).map((words) => ({ attribute, risk, words })),
  );
}

/** Presets protect by being on. */
const PRESETS: ReadonlySet<ExchangeKind> = new Set([
  "eop-protection-policy-rule",
  "atp-protection-policy-rule",
]);

function isIdle(kind: ExchangeKind, { enabled, mode }: Values): boolean {
  if (PRESETS.has(kind) || kind === "external-in-outlook") return false;
  return enabled === false || (kind === "transport-rule" && mode !== "Enforce");
}

type Words = string | ((value: string, values: Values) => string);

function said(words: Words, value: string, values: Values): string {
  return typeof words === "string" ? words : words(value, values);
}

/** The attribute has one of these values. */
function when(
  kind: ExchangeKind,
  risk: Loosening["risk"],
  attribute: string,
  these: readonly Value[],
  words: Words,
): Loosening {
  return {
    kind,
    attribute,
    risk,
    found: (values) => {
      const value = values[attribute];
      return value !== undefined && these.includes(value) ? [said(words, String(value), values)] : [];
    },
  };
}

/** Each member of the attribute's list. */
function each(kind: ExchangeKind, risk: Loosening["risk"], attribute: string, words: Words): Loosening {
  return {
    kind,
    attribute,
    risk,
    found: (values) => {
      const members = values[attribute];
      return Array.isArray(members) ? [...members].sort().map((member) => said(words, member, values)) : [];
    },
  };
}

/** Delivered to the inbox, with a mark at most. */
const MARKED = ["AddXHeader", "ModifySubject"];

/** A data loss policy that stops nothing. */
const DLP_OFF = ["Disable", "TestWithNotifications", "TestWithoutNotifications"];

const where = ({ domainName }: Values): string =>
  domainName === "*" ? "every domain that has no setting of its own" : String(domainName);

const SPAM = "hosted-content-filter-policy";
const PHISH = "anti-phish-policy";
const LINKS = "safe-links-policy";

/** Headers by which a rule waves mail past filters. */
const BYPASSES: readonly (readonly [header: string, value: RegExp, words: string])[] = [
  ["x-forefront-antispam-report", /IPV:CAL|SCL:-1|SFV:SK/i, "skips spam filtering"],
  ["x-ms-exchange-organization-scl", /^-1$/, "skips spam filtering"],
  ["x-ms-exchange-organization-bypassclutter", /./, "skips sorting"],
  ["x-ms-exchange-organization-skipsafelinksprocessing", /./, "skips Safe Links"],
  ["x-ms-exchange-organization-skipsafeattachmentprocessing", /./, "skips Safe Attachments"],
];

const POLICY = "authentication-methods-policy";
const EVERYBODY = "authorization-policy";

/** What Microsoft recommends: little, or what it holds to be little. */
const MILD_CONSENTS = /\.microsoft-user-default-(?:low|recommended)$/i;

/** Methods that somebody else may read or take over. */
const WEAK: Readonly<Record<string, string>> = {
  Sms: "people may prove who they are by text messages, which can be diverted",
  Voice: "people may prove who they are by phone calls, which can be diverted",
};

/** Every loosening, by kind. */
const LOOSENINGS: readonly Loosening[] = [
  {
    kind: "authentication-method",
    attribute: "state",
    risk: "medium",
    found: ({ method, state }) => {
      const words = WEAK[String(method)];
      return state === "enabled" && words !== undefined ? [words] : [];
    },
  },
  each(
    "authentication-method",
    "high",
    "signInGroups",
    (group) => `a text message alone signs in members of ${group}`,
  ),
  when(
    "authentication-method",
    "medium",
    "displayAppInformationState",
    ["disabled"],
    "the Authenticator does not show which application asks",
  ),
  when(
    "authentication-method",
    "medium",
    "displayLocationInformationState",
    ["disabled"],
    "the Authenticator does not show where a sign-in comes from",
  ),
  when(
    "authentication-method",
    "medium",
    "certificateCrlValidation",
    ["disabled"],
    "a certificate counts though nobody can see whether it was revoked",
  ),
  when(
    POLICY,
    "medium",
    "migrationState",
    ["preMigration"],
    "the older settings for a second factor and password reset count beside the policy of methods",
  ),
  when(
    POLICY,
    "medium",
    "systemPreferredState",
    ["disabled"],
    "people are not asked for their strongest method first",
  ),
  when(
    POLICY,
    "medium",
    "suspiciousActivityState",
    ["disabled"],
    "people cannot report a request that they did not make",
  ),
  when(EVERYBODY, "medium", "allowedToUseSspr", [true], "administrators may reset their own passwords"),
  when(EVERYBODY, "medium", "allowedToCreateApps", [true], "everybody may register applications"),
  when(EVERYBODY, "medium", "allowedToCreateTenants", [true], "everybody may create tenants"),
  when(
    EVERYBODY,
    "high",
    "allowUserConsentForRiskyApps",
    [true],
    "people may consent to applications held to be risky",
  ),
  when(
    EVERYBODY,
    "high",
    "allowEmailVerifiedUsersToJoinOrganization",
    [true],
    "whoever reads an address of the organization may join it",
  ),
  when(EVERYBODY, "medium", "allowInvitesFrom", ["everyone", "adminsGuestInvitersAndAllMembers"], (who) =>
    who === "everyone" ? "even guests may invite guests" : "every member may invite guests",
  ),
  when(
    EVERYBODY,
    "medium",
    "guestUserRoleId",
    ["a0b1b346-4d3e-4e8b-98f8-753987be4970"],
    "guests see as much of the directory as members",
  ),
  {
    kind: EVERYBODY,
    attribute: "userConsentPolicies",
    risk: "high",
    found: ({ userConsentPolicies }) =>
      (Array.isArray(userConsentPolicies) ? [...userConsentPolicies] : [])
        .sort()
        .filter((name) => !MILD_CONSENTS.test(name))
        .map((name) => `people may grant applications what ${name} allows`),
  },
  when(
    "consent-settings",
    "high",
    "blockUserConsentForRiskyApps",
    [false],
    "people may consent to applications held to be risky",
  ),
  when(
    "consent-settings",
    "medium",
    "enableGroupSpecificConsent",
    [true],
    "owners of groups may let applications read what is in their groups",
  ),
  ...(
    [
      ["passwordAdditionState", "applications may get new passwords"],
      ["customPasswordAdditionState", "applications may have passwords that somebody chose"],
      ["passwordLifetimeState", "passwords of applications may be valid for ever"],
      ["symmetricKeyAdditionState", "applications may get new symmetric keys"],
      ["symmetricKeyLifetimeState", "symmetric keys of applications may be valid for ever"],
      ["certificateLifetimeState", "certificates of applications may be valid for ever"],
    ] as const
  ).map(([attribute, words]) =>
    when("default-app-management-policy", "medium", attribute, ["disabled"], words),
  ),
  ...(
    [
      ["passwordAddition", "new passwords"],
      ["customPasswordAddition", "passwords that somebody chose"],
      ["passwordLifetime", "how long passwords are valid"],
      ["symmetricKeyAddition", "new symmetric keys"],
      ["symmetricKeyLifetime", "how long symmetric keys are valid"],
      ["certificateLifetime", "how long certificates are valid"],
    ] as const
  ).map(
    ([name, of]): Loosening => ({
      kind: "default-app-management-policy",
      attribute: `${name}AppsFrom`,
      risk: "medium",
      found: ({ [`${name}AppsFrom`]: from }) =>
        from === undefined || from === ALL_APPLICATIONS
          ? []
          : [`applications created before ${String(from)} are let off from what is said of ${of}`],
    }),
  ),
  when(
    "role-management-policy",
    "high",
    "permanentAssignmentAllowed",
    [true],
    (_, { role }) => `somebody may have the role ${String(role)} active for good`,
  ),
  each(
    "hosted-connection-filter-policy",
    "high",
    "ipAllowList",
    (address) => `mail from ${address} skips spam filtering and sender authentication`,
  ),
  when(
    "hosted-connection-filter-policy",
    "medium",
    "enableSafeList",
    [true],
    "mail from servers on a list of Microsoft's skips spam filtering",
  ),
  each(SPAM, "high", "allowedSenders", (address) => `mail that says it is from ${address} is never spam`),
  each(SPAM, "high", "allowedSenderDomains", (domain) => `mail that says it is from ${domain} is never spam`),
  when(SPAM, "medium", "spamAction", MARKED, "spam goes to inboxes, only marked"),
  when(SPAM, "high", "highConfidenceSpamAction", MARKED, "what is surely spam goes to inboxes, only marked"),
  when(SPAM, "high", "phishSpamAction", MARKED, "phishing goes to inboxes, only marked"),
  when(
    SPAM,
    "medium",
    "markAsSpamBulkMail",
    ["Off", "Test"],
    "bulk mail goes to inboxes, however much there is of it",
  ),
  when(SPAM, "medium", "bulkSpamAction", MARKED, "bulk mail goes to inboxes, only marked"),
  when(SPAM, "medium", "spamZapEnabled", [false], "spam that is found out later stays in mailboxes"),
  when(SPAM, "high", "phishZapEnabled", [false], "phishing that is found out later stays in mailboxes"),
  when(
    "hosted-outbound-spam-filter-policy",
    "high",
    "autoForwardingMode",
    ["On"],
    "mail to the outside may be forwarded automatically",
  ),
  when(
    "hosted-outbound-spam-filter-policy",
    "medium",
    "actionWhenThresholdReached",
    ["Alert"],
    "a mailbox that sends too much goes on sending",
  ),
  when(
    "remote-domain",
    "medium",
    "autoForwardEnabled",
    [true],
    (_, values) =>
      `unless something else forbids it, mail may be forwarded automatically to ${where(values)}`,
  ),
  when(
    "remote-domain",
    "high",
    "trustedMailInboundEnabled",
    [true],
    (_, values) => `mail from ${where(values)} skips spam filtering`,
  ),
  when(PHISH, "high", "enableSpoofIntelligence", [false], "nobody looks for spoofed senders"),
  when(PHISH, "high", "honorDmarcPolicy", [false], "the DMARC policy of a sender's domain does not decide"),
  each(PHISH, "medium", "excludedSenders", (address) => `${address} may pass for anybody`),
  each(PHISH, "medium", "excludedDomains", (domain) => `${domain} may pass for any other domain`),
  when(
    "malware-filter-policy",
    "high",
    "enableFileFilter",
    [false],
    "files that nobody needs by mail, such as programs, are delivered",
  ),
  when(
    "malware-filter-policy",
    "high",
    "zapEnabled",
    [false],
    "malware that is found out later stays in mailboxes",
  ),
  when(LINKS, "medium", "enableSafeLinksForEmail", [false], "links in mail are not checked"),
  when(LINKS, "medium", "enableSafeLinksForTeams", [false], "links in Teams are not checked"),
  when(LINKS, "medium", "enableSafeLinksForOffice", [false], "links in Office are not checked"),
  when(LINKS, "medium", "scanUrls", [false], "suspicious links are not looked at"),
  when(
    LINKS,
    "medium",
    "deliverMessageAfterScan",
    [false],
    "mail is delivered before its links were looked at",
  ),
  when(
    LINKS,
    "medium",
    "enableForInternalSenders",
    [false],
    "links from inside the organization are not checked",
  ),
  when(LINKS, "medium", "disableUrlRewrite", [true], "links are checked by Outlook alone"),
  when(LINKS, "medium", "trackClicks", [false], "nobody sees later who followed a link"),
  when(LINKS, "medium", "allowClickThrough", [true], "users may go on to what was blocked"),
  each(LINKS, "medium", "doNotRewriteUrls", (url) => `links to ${url} are not checked`),
  when("safe-attachment-policy", "high", "enable", [false], "attachments are not opened and looked at"),
  when("safe-attachment-policy", "high", "action", ["Allow"], "attachments that misbehave are delivered"),
  when(
    "atp-policy-for-o365",
    "medium",
    "enableAtpForSpoTeamsOdb",
    [false],
    "files in SharePoint, OneDrive and Teams are not looked at",
  ),
  when(
    "atp-policy-for-o365",
    "high",
    "allowSafeDocsOpen",
    [true],
    "users may open documents that were found to be malicious",
  ),
  when(
    "organization-config",
    "high",
    "rejectDirectSend",
    [false],
    "anybody may send to the organization in its own name, past its connectors",
  ),
  when(
    "organization-config",
    "medium",
    "auditDisabled",
    [true],
    "nothing that happens in mailboxes is recorded",
  ),
  when(
    "organization-config",
    "high",
    "oauth2ClientProfileEnabled",
    [false],
    "Outlook signs in without a second factor",
  ),
  when(
    "transport-config",
    "high",
    "smtpClientAuthenticationDisabled",
    [false],
    "mailboxes take a password alone by SMTP AUTH",
  ),
  when(
    "transport-config",
    "medium",
    "allowLegacyTlsClients",
    [true],
    "clients may send with TLS 1.0 and 1.1",
  ),
  when(
    "admin-audit-log-config",
    "high",
    "unifiedAuditLogIngestionEnabled",
    [false],
    "nothing that users and administrators do is recorded",
  ),
  when("external-in-outlook", "medium", "enabled", [false], "Outlook does not tell mail from outside"),
  each(
    "arc-config",
    "high",
    "arcTrustedSealers",
    (domain) => `what ${domain} says of a sender's authentication is believed`,
  ),
  {
    kind: "sharing-policy",
    attribute: "domains",
    risk: "medium",
    found: ({ domains }) =>
      (Array.isArray(domains) ? [...domains] : [])
        .sort()
        .flatMap((entry) =>
          sharedWithEverybody(entry).map(
            ({ what, detail, whom }) => `${what}${detail ? ` (${detail})` : ""} may be shared with ${whom}`,
          ),
        ),
  },
  ...(["eop-protection-policy-rule", "atp-protection-policy-rule"] as const).flatMap(
    (kind): readonly Loosening[] => [
      when(kind, "high", "enabled", [false], (_, { name }) => `the ${name} protects nobody`),
      ...["exceptIfSentTo", "exceptIfSentToMemberOf", "exceptIfRecipientDomainIs"].map((attribute) =>
        each(kind, "medium", attribute, (who, { name }) => `the ${name} does not protect ${who}`),
      ),
    ],
  ),
  when(
    "tenant-allow-block-list-item",
    "high",
    "action",
    ["Allow"],
    (_, { value }) => `${value} is let through`,
  ),
  when("dlp-compliance-policy", "medium", "mode", DLP_OFF, (mode, { name }) =>
    mode === "Disable" ? `the data loss policy ${name} is off` : `the data loss policy ${name} only records`,
  ),
  when(
    "dlp-compliance-rule",
    "medium",
    "disabled",
    [true],
    (_, { name }) => `the data loss rule ${name} is off`,
  ),
  when("protection-alert", "medium", "disabled", [true], (_, { name }) => `the alert "${name}" is off`),
  when(
    "protection-alert",
    "medium",
    "notificationEnabled",
    [false],
    (_, { name }) => `the alert "${name}" goes to nobody`,
  ),
  when(
    "unified-audit-log-retention-policy",
    "medium",
    "retentionDuration",
    ["ThreeMonths"],
    (_, { name }) => `records of the audit log that ${name} is for are kept for three months only`,
  ),
  {
    kind: "report-submission-policy",
    attribute: "enableReportToMicrosoft",
    risk: "medium",
    found: ({ enableReportToMicrosoft, reportPhishToCustomizedAddress, enableThirdPartyAddress }) =>
      enableReportToMicrosoft === false &&
      reportPhishToCustomizedAddress !== true &&
      enableThirdPartyAddress !== true
        ? ["phishing that users report goes to nobody"]
        : [],
  },
  when("transport-rule", "high", "setScl", [-1], "mail that fits the rule skips spam filtering"),
  {
    kind: "transport-rule",
    attribute: "setHeaderName",
    risk: "high",
    found: ({ setHeaderName, setHeaderValue }) =>
      BYPASSES.filter(
        ([header, value]) =>
          String(setHeaderName ?? "").toLowerCase() === header && value.test(String(setHeaderValue ?? "")),
      ).map(([, , words]) => `mail that fits the rule ${words}`),
  },
];
