import type { ExchangeKind } from "../objects";
import type { BaselineValue, SayingBaseline, ToldValue, Wanted } from "./baseline";

// Microsoft's values: the recommended settings of Exchange Online Protection and Defender for Office 365. CISA's: what each
// policy of the baselines asks for. CIS's: the audit of each recommendation.

interface Facts {
  readonly standard?: Wanted;
  readonly strict?: Wanted;
  readonly scuba?: readonly [wanted: Wanted, ...controls: readonly string[]];
  readonly cis?: readonly [wanted: Wanted, ...controls: readonly string[]];
  readonly with?: ToldValue;
}

function value(kind: ExchangeKind, attribute: string, facts: Facts): BaselineValue {
  const { standard, strict = standard, scuba, cis } = facts;
  const wanted: [SayingBaseline, Wanted | undefined][] = [
    ["microsoft-standard", standard],
    ["microsoft-strict", strict],
    ["scuba", scuba?.[0]],
    ["cis", cis?.[0]],
  ];
  return {
    kind,
    attribute,
    wanted: Object.fromEntries(wanted.filter(([, one]) => one !== undefined)),
    ...(facts.with ? { with: facts.with } : {}),
    controls: [...(scuba?.slice(1) ?? []), ...(cis?.slice(1) ?? []).map((id) => `CIS ${String(id)}`)].map(
      String,
    ),
  };
}

const of =
  (kind: ExchangeKind) =>
  (attribute: string, facts: Facts): BaselineValue =>
    value(kind, attribute, facts);

const spam = of("hosted-content-filter-policy");
const outbound = of("hosted-outbound-spam-filter-policy");
const phish = of("anti-phish-policy");
const malware = of("malware-filter-policy");
const links = of("safe-links-policy");
const attachments = of("safe-attachment-policy");
const files = of("atp-policy-for-o365");
const connection = of("hosted-connection-filter-policy");
const organization = of("organization-config");
const dataLoss = of("dlp-compliance-policy");
const dataLossRule = of("dlp-compliance-rule");
const retention = of("unified-audit-log-retention-policy");
const reports = of("report-submission-policy");

const SUITE = "MS.SECURITYSUITE";
const TIPS = `${SUITE}.2.4v1`;
const [USERS, OWN_DOMAINS, PARTNERS] = [`${SUITE}.2.1v1`, `${SUITE}.2.2v1`, `${SUITE}.2.3v1`];

/** Microsoft's own list of file types that nobody needs by mail: exe, cmd and vbe, which CISA asks for, are among them. */
const FILE_TYPES: readonly string[] =
  "ace ani apk app appx arj bat cab cmd com deb dex dll docm elf exe hta img iso jar jnlp kext lha lib library lnk lzh macho msc msi msix msp mst pif ppa ppam reg rev scf scr sct sys uif vb vbe vbs vxd wsc wsf wsh xll xz z".split(
    " ",
  );

/** Personal data as CISA counts it: https://learn.microsoft.com/purview/sit-sensitive-information-type-entity-definitions */
const PERSONAL_DATA: readonly string[] = [
  "Credit Card Number",
  "U.S. Individual Taxpayer Identification Number (ITIN)",
  "U.S. Social Security Number (SSN)",
];

/** What happens in mailboxes, in their administration and at sign-ins, as AuditLogRecordType names it. */
const RECORDS: readonly string[] = [
  "AzureActiveDirectory",
  "AzureActiveDirectoryStsLogon",
  "ExchangeAdmin",
  "ExchangeItem",
  "ExchangeItemAggregated",
  "ExchangeItemGroup",
];

const NOBODY: readonly string[] = [];

/** Every value of the baselines. */
export const BASELINE_VALUES: readonly BaselineValue[] = [
  spam("spamAction", { standard: "MoveToJmf", strict: "Quarantine", scuba: ["MoveToJmf", `${SUITE}.6.1v1`] }),
  spam("highConfidenceSpamAction", { standard: "Quarantine", scuba: ["Quarantine", `${SUITE}.6.1v1`] }),
  spam("phishSpamAction", { standard: "Quarantine", scuba: ["Quarantine", `${SUITE}.6.1v1`] }),
  spam("highConfidencePhishAction", { standard: "Quarantine", scuba: ["Quarantine", `${SUITE}.6.1v1`] }),
  spam("highConfidencePhishQuarantineTag", { standard: "AdminOnlyAccessPolicy" }),
  spam("bulkSpamAction", { standard: "MoveToJmf", strict: "Quarantine" }),
  spam("bulkThreshold", { standard: 6, strict: 5 }),
  spam("markAsSpamBulkMail", { standard: "On" }),
  spam("quarantineRetentionPeriod", { standard: 30 }),
  spam("spamZapEnabled", { standard: true }),
  spam("phishZapEnabled", { standard: true }),
  spam("inlineSafetyTipsEnabled", { standard: true }),
  spam("allowedSenders", { standard: NOBODY }),
  spam("allowedSenderDomains", {
    standard: NOBODY,
    scuba: [NOBODY, `${SUITE}.6.2v1`],
    cis: [NOBODY, "2.1.14"],
  }),

  outbound("autoForwardingMode", { standard: "Automatic", cis: ["Off", "6.2.1"] }),
  outbound("recipientLimitExternalPerHour", { standard: 500, strict: 400, cis: [500, "2.1.15"] }),
  outbound("recipientLimitInternalPerHour", { standard: 1000, strict: 800, cis: [1000, "2.1.15"] }),
  outbound("recipientLimitPerDay", { standard: 1000, strict: 800, cis: [1000, "2.1.15"] }),
  outbound("actionWhenThresholdReached", { standard: "BlockUser", cis: ["BlockUser", "2.1.15"] }),
  outbound("bccSuspiciousOutboundMail", { cis: [true, "2.1.6"], with: "notify" }),
  outbound("bccSuspiciousOutboundAdditionalRecipients", {
    cis: [{ from: "notify" }, "2.1.6"],
    with: "notify",
  }),
  outbound("notifyOutboundSpam", { cis: [true, "2.1.6"], with: "notify" }),
  outbound("notifyOutboundSpamRecipients", { cis: [{ from: "notify" }, "2.1.6"], with: "notify" }),

  phish("enableSpoofIntelligence", { standard: true, cis: [true, "2.1.7"] }),
  phish("authenticationFailAction", {
    standard: "MoveToJmf",
    strict: "Quarantine",
    cis: ["MoveToJmf", "2.1.7"],
  }),
  phish("honorDmarcPolicy", { standard: true }),
  phish("dmarcQuarantineAction", { standard: "Quarantine" }),
  phish("dmarcRejectAction", { standard: "Reject" }),
  phish("enableFirstContactSafetyTips", { standard: true, scuba: [true, TIPS], cis: [true, "2.1.7"] }),
  phish("enableUnauthenticatedSender", { standard: true, scuba: [true, TIPS] }),
  phish("enableViaTag", { standard: true, scuba: [true, TIPS] }),
  phish("phishThresholdLevel", { standard: 3, strict: 4, cis: [3, "2.1.7"] }),
  phish("enableTargetedUserProtection", {
    standard: true,
    scuba: [true, USERS],
    cis: [true, "2.1.7"],
    with: "sensitiveUsers",
  }),
  phish("targetedUsersToProtect", {
    standard: { from: "sensitiveUsers" },
    scuba: [{ from: "sensitiveUsers" }, USERS],
    cis: [{ from: "sensitiveUsers" }, "2.1.7"],
    with: "sensitiveUsers",
  }),
  phish("targetedUserProtectionAction", {
    standard: "Quarantine",
    scuba: ["Quarantine", USERS],
    cis: ["Quarantine", "2.1.7"],
  }),
  phish("enableOrganizationDomainsProtection", {
    standard: true,
    scuba: [true, OWN_DOMAINS],
    cis: [true, "2.1.7"],
  }),
  phish("enableTargetedDomainsProtection", {
    standard: true,
    scuba: [true, PARTNERS],
    cis: [true, "2.1.7"],
    with: "partnerDomains",
  }),
  phish("targetedDomainsToProtect", {
    standard: { from: "partnerDomains" },
    scuba: [{ from: "partnerDomains" }, PARTNERS],
    cis: [{ from: "partnerDomains" }, "2.1.7"],
    with: "partnerDomains",
  }),
  phish("targetedDomainProtectionAction", {
    standard: "Quarantine",
    scuba: ["Quarantine", OWN_DOMAINS, PARTNERS],
    cis: ["Quarantine", "2.1.7"],
  }),
  phish("enableMailboxIntelligence", { standard: true, cis: [true, "2.1.7"] }),
  phish("enableMailboxIntelligenceProtection", { standard: true, cis: [true, "2.1.7"] }),
  phish("mailboxIntelligenceProtectionAction", {
    standard: "MoveToJmf",
    strict: "Quarantine",
    cis: ["MoveToJmf", "2.1.7"],
  }),
  phish("enableSimilarUsersSafetyTips", { standard: true, scuba: [true, TIPS], cis: [true, "2.1.7"] }),
  phish("enableSimilarDomainsSafetyTips", { standard: true, scuba: [true, TIPS], cis: [true, "2.1.7"] }),
  phish("enableUnusualCharactersSafetyTips", { standard: true, scuba: [true, TIPS], cis: [true, "2.1.7"] }),

  malware("enableFileFilter", { standard: true, scuba: [true, `${SUITE}.1.1v1`], cis: [true, "2.1.2"] }),
  malware("fileTypes", { standard: FILE_TYPES, scuba: [FILE_TYPES, `${SUITE}.1.1v1`] }),
  malware("fileTypeAction", { standard: "Reject" }),
  malware("zapEnabled", { standard: true, scuba: [true, `${SUITE}.1.2v1`] }),
  malware("quarantineTag", { standard: "AdminOnlyAccessPolicy" }),
  malware("enableInternalSenderAdminNotifications", { cis: [true, "2.1.3"], with: "notify" }),
  malware("internalSenderAdminAddress", { cis: [{ from: "notify" }, "2.1.3"], with: "notify" }),

  links("enableSafeLinksForEmail", { standard: true, scuba: [true, `${SUITE}.7.1v1`], cis: [true, "2.1.1"] }),
  links("enableSafeLinksForTeams", { standard: true, scuba: [true, `${SUITE}.7.1v1`], cis: [true, "2.1.1"] }),
  links("enableSafeLinksForOffice", {
    standard: true,
    scuba: [true, `${SUITE}.7.1v1`],
    cis: [true, "2.1.1"],
  }),
  links("enableForInternalSenders", {
    standard: true,
    scuba: [true, `${SUITE}.7.1v1`],
    cis: [true, "2.1.1"],
  }),
  links("scanUrls", { standard: true, scuba: [true, `${SUITE}.7.2v1`], cis: [true, "2.1.1"] }),
  links("deliverMessageAfterScan", { standard: true, scuba: [true, `${SUITE}.7.2v1`], cis: [true, "2.1.1"] }),
  links("trackClicks", { standard: true, scuba: [true, `${SUITE}.7.3v1`], cis: [true, "2.1.1"] }),
  links("allowClickThrough", { standard: false, cis: [false, "2.1.1"] }),
  links("disableUrlRewrite", { standard: false, cis: [false, "2.1.1"] }),

  attachments("enable", { standard: true, scuba: [true, `${SUITE}.1.3v1`], cis: [true, "2.1.4"] }),
  attachments("action", { standard: "Block", scuba: ["Block", `${SUITE}.1.3v1`], cis: ["Block", "2.1.4"] }),
  attachments("quarantineTag", { standard: "AdminOnlyAccessPolicy" }),

  files("enableAtpForSpoTeamsOdb", { standard: true, scuba: [true, `${SUITE}.1.4v1`], cis: [true, "2.1.5"] }),
  files("enableSafeDocs", { standard: true, cis: [true, "2.1.5"] }),
  files("allowSafeDocsOpen", { standard: false, cis: [false, "2.1.5"] }),

  connection("ipAllowList", { scuba: [NOBODY, `${SUITE}.8.1v1`], cis: [NOBODY, "2.1.12"] }),
  connection("enableSafeList", { scuba: [false, `${SUITE}.8.2v1`], cis: [false, "2.1.13"] }),

  value("remote-domain", "autoForwardEnabled", { scuba: [false, "MS.EXO.1.1v2"], cis: [false, "6.2.1"] }),
  value("sharing-policy", "domains", {
    scuba: [{ from: "initialDomain" }, "MS.EXO.6.1v1", "MS.EXO.6.2v1"],
    cis: [{ from: "initialDomain" }, "1.3.3"],
  }),
  value("external-in-outlook", "enabled", { cis: [true, "6.2.3"] }),
  value("transport-config", "smtpClientAuthenticationDisabled", {
    scuba: [true, "MS.EXO.5.1v1"],
    cis: [true, "6.5.4"],
  }),
  value("admin-audit-log-config", "unifiedAuditLogIngestionEnabled", {
    scuba: [true, `${SUITE}.5.1v1`],
    cis: [true, "3.1.1"],
  }),
  organization("auditDisabled", { scuba: [false, "MS.EXO.13.1v1"], cis: [false, "6.1.1"] }),
  organization("rejectDirectSend", { cis: [true, "6.5.5"] }),
  organization("oauth2ClientProfileEnabled", { cis: [true, "6.5.1"] }),
  organization("mailTipsAllTipsEnabled", { cis: [true, "6.5.2"] }),
  organization("mailTipsGroupMetricsEnabled", { cis: [true, "6.5.2"] }),
  organization("mailTipsExternalRecipientsTipsEnabled", { cis: [true, "6.5.2"] }),
  organization("mailTipsLargeAudienceThreshold", { cis: [25, "6.5.2"] }),

  dataLoss("mode", { scuba: ["Enable", `${SUITE}.3.1v1`] }),
  dataLoss("exchangeLocation", { scuba: [["All"], `${SUITE}.3.2v1`] }),
  dataLoss("sharepointLocation", { scuba: [["All"], `${SUITE}.3.2v1`] }),
  dataLoss("oneDriveLocation", { scuba: [["All"], `${SUITE}.3.2v1`] }),
  dataLoss("teamsLocation", { scuba: [["All"], `${SUITE}.3.2v1`] }),
  dataLoss("endpointDlpLocation", { scuba: [["All"], `${SUITE}.3.2v1`] }),
  dataLossRule("contentContainsSensitiveInformation", {
    scuba: [PERSONAL_DATA, `${SUITE}.3.1v1`, `${SUITE}.3.2v1`],
  }),
  dataLossRule("blockAccess", { scuba: [true, `${SUITE}.3.3v1`] }),
  dataLossRule("blockAccessScope", { scuba: ["All", `${SUITE}.3.3v1`] }),
  dataLossRule("notifyUser", { scuba: [["LastModifier", "Owner"], `${SUITE}.3.4v1`] }),

  retention("priority", { scuba: [100, `${SUITE}.5.2v1`] }),
  retention("retentionDuration", { scuba: ["TwelveMonths", `${SUITE}.5.2v1`] }),
  retention("recordTypes", { scuba: [RECORDS, `${SUITE}.5.2v1`] }),

  ...["Junk", "NotJunk", "Phish"].flatMap((what) => [
    reports(`report${what}ToCustomizedAddress`, { cis: [true, "8.6.1"], with: "mailbox" }),
    reports(`report${what}Addresses`, { cis: [{ from: "mailbox" }, "8.6.1"], with: "mailbox" }),
  ]),
  reports("reportChatMessageToCustomizedAddressEnabled", { cis: [true, "8.6.1"], with: "mailbox" }),
];
