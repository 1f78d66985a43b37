import { refuse } from "../../cmdlets/cmdlet";
import { some } from "../../cmdlets/table-cmdlets";
import type { Row } from "../../table";
import type { Kind } from "../kind";

// Defaults as the cmdlets' pages tell them, properties and spelling as a tenant's export shows them.

const FULL = "DefaultFullAccessPolicy";
const ADMIN_ONLY = "AdminOnlyAccessPolicy";
const policy = { IsDefault: false, AdminDisplayName: "", RecommendedPolicyType: "Custom", PolicyTag: "" };
const option = (...names: readonly string[]): Row => Object.fromEntries(names.map((name) => [name, "Off"]));
const none = (...names: readonly string[]): Row => Object.fromEntries(names.map((name) => [name, []]));

/** A rule has to say whom it is for. */
const scope = (...properties: readonly string[]) => ({
  ...Object.fromEntries(
    properties.flatMap((name) => [
      [name, null],
      [`ExceptIf${name}`, null],
    ]),
  ),
});

function ruleOf(noun: string, ...properties: readonly string[]): Kind {
  return {
    container: `${noun}RuleVersioned`,
    rule: true,
    refersTo: { [`${noun}Policy`]: `${noun}Policy` },
    onePer: `${noun}Policy`,
    defaults: { [`${noun}Policy`]: null, Comments: null, ...scope(...properties) },
    check: (row) => {
      if (!properties.some((name) => some(row[name]))) {
        refuse("At least one condition has to be specified for the rule.");
      }
    },
  };
}

const recipients = ["SentTo", "SentToMemberOf", "RecipientDomainIs"] as const;

function needed(row: Row, when: boolean, property: string): void {
  const value = row[property];
  if (when && (Array.isArray(value) ? value.length === 0 : !value)) {
    refuse(`'${property}' must be specified for the settings that use it.`);
  }
}

/** There once the preset was switched on in the portal; the names of its policies end in digits. */
function preset(container: string, ...policies: readonly string[]): Kind {
  const names = ["Strict", "Standard"].map((strength) => `${strength} Preset Security Policy`);
  return {
    container,
    rule: true,
    defaults: { Comments: null, ...scope(...recipients), Conditions: null, Exceptions: null },
    initial: Object.fromEntries(
      names.map((name, Priority) => {
        const applied = policies.map((policy, place) => [policy, `${name}168132995665${place}`]);
        return [name, { ...Object.fromEntries(applied), State: "Disabled", Priority }];
      }),
    ),
  };
}

export const PROTECTION: Readonly<Record<string, Kind>> = {
  EOPProtectionPolicyRule: preset(
    "EOPProtectionPolicyRuleVersioned",
    "HostedContentFilterPolicy",
    "AntiPhishPolicy",
    "MalwareFilterPolicy",
  ),
  ATPProtectionPolicyRule: preset(
    "ATPProtectionPolicyRuleVersioned",
    "SafeAttachmentPolicy",
    "SafeLinksPolicy",
  ),
  AntiPhishPolicy: {
    container: "AntiPhish",
    initial: {
      "Office365 AntiPhish Default": { IsDefault: true, ImpersonationProtectionState: "Automatic" },
    },
    defaults: {
      Enabled: true,
      ImpersonationProtectionState: "Manual",
      EnableTargetedUserProtection: false,
      EnableMailboxIntelligenceProtection: false,
      EnableTargetedDomainsProtection: false,
      EnableOrganizationDomainsProtection: false,
      EnableMailboxIntelligence: true,
      EnableFirstContactSafetyTips: false,
      EnableSimilarUsersSafetyTips: false,
      EnableSimilarDomainsSafetyTips: false,
      EnableUnusualCharactersSafetyTips: false,
      TargetedUserProtectionAction: "NoAction",
      TargetedUserQuarantineTag: FULL,
      MailboxIntelligenceProtectionAction: "NoAction",
      MailboxIntelligenceQuarantineTag: FULL,
      TargetedDomainProtectionAction: "NoAction",
      TargetedDomainQuarantineTag: FULL,
      AuthenticationFailAction: "MoveToJmf",
      SpoofQuarantineTag: FULL,
      EnableSpoofIntelligence: true,
      EnableViaTag: true,
      EnableUnauthenticatedSender: true,
      EnableSuspiciousSafetyTip: false,
      HonorDmarcPolicy: true,
      DmarcRejectAction: "Reject",
      DmarcQuarantineAction: "Quarantine",
      PhishThresholdLevel: 1,
      ...none(
        "TargetedUsersToProtect",
        "TargetedUserActionRecipients",
        "MailboxIntelligenceProtectionActionRecipients",
        "TargetedDomainsToProtect",
        "TargetedDomainActionRecipients",
        "ExcludedDomains",
        "ExcludedSenders",
        "ExcludedSubDomains",
      ),
      ...policy,
    },
    check: (row) => {
      if (Number(row.PhishThresholdLevel) < 1 || Number(row.PhishThresholdLevel) > 4) {
        refuse("PhishThresholdLevel must be from 1 to 4.");
      }
      for (const subject of ["TargetedUser", "TargetedDomain", "MailboxIntelligence"]) {
        const sends = ["Redirect", "BccMessage"].includes(String(row[`${subject}ProtectionAction`]));
        const list = subject === "MailboxIntelligence" ? `${subject}Protection` : subject;
        needed(row, sends, `${list}ActionRecipients`);
      }
    },
  },
  AntiPhishRule: ruleOf("AntiPhish", ...recipients),
  HostedContentFilterPolicy: {
    container: "Hosted Content Filter",
    initial: { Default: { IsDefault: true } },
    defaults: {
      SpamAction: "MoveToJmf",
      HighConfidenceSpamAction: "MoveToJmf",
      PhishSpamAction: "MoveToJmf",
      HighConfidencePhishAction: "Quarantine",
      BulkSpamAction: "MoveToJmf",
      BulkThreshold: 7,
      MarkAsSpamBulkMail: "On",
      SpamQuarantineTag: FULL,
      HighConfidenceSpamQuarantineTag: FULL,
      PhishQuarantineTag: FULL,
      HighConfidencePhishQuarantineTag: ADMIN_ONLY,
      BulkQuarantineTag: FULL,
      QuarantineRetentionPeriod: 15,
      ModifySubjectValue: "",
      AddXHeaderValue: "",
      SpamZapEnabled: true,
      PhishZapEnabled: true,
      InlineSafetyTipsEnabled: true,
      IntraOrgFilterState: "Default",
      EnableLanguageBlockList: false,
      EnableRegionBlockList: false,
      TestModeAction: "None",
      ...option(
        "IncreaseScoreWithImageLinks",
        "IncreaseScoreWithNumericIps",
        "IncreaseScoreWithRedirectToOtherPort",
        "IncreaseScoreWithBizOrInfoUrls",
        "MarkAsSpamSpfRecordHardFail",
        "MarkAsSpamNdrBackscatter",
      ),
      ...none(
        "RedirectToRecipients",
        "AllowedSenders",
        "AllowedSenderDomains",
        "BlockedSenders",
        "BlockedSenderDomains",
        "LanguageBlockList",
        "RegionBlockList",
        "TestModeBccToRecipients",
      ),
      ...policy,
    },
    check: (row) => {
      const actions = ["SpamAction", "HighConfidenceSpamAction", "PhishSpamAction", "BulkSpamAction"].map(
        (name) => row[name],
      );
      needed(row, [...actions, row.HighConfidencePhishAction].includes("Redirect"), "RedirectToRecipients");
      needed(row, actions.includes("ModifySubject"), "ModifySubjectValue");
      needed(row, actions.includes("AddXHeader"), "AddXHeaderValue");
      if (Number(row.BulkThreshold) < 1 || Number(row.BulkThreshold) > 9)
        refuse("BulkThreshold must be 1-9.");
      if (Number(row.QuarantineRetentionPeriod) < 1 || Number(row.QuarantineRetentionPeriod) > 30) {
        refuse("QuarantineRetentionPeriod must be from 1 to 30 days.");
      }
    },
  },
  HostedContentFilterRule: ruleOf("HostedContentFilter", ...recipients),
  HostedOutboundSpamFilterPolicy: {
    container: "Outbound Spam Filter",
    initial: { Default: { IsDefault: true } },
    defaults: {
      AutoForwardingMode: "Automatic",
      RecipientLimitExternalPerHour: 0,
      RecipientLimitInternalPerHour: 0,
      RecipientLimitPerDay: 0,
      ActionWhenThresholdReached: "BlockUserForToday",
      NotifyOutboundSpam: false,
      BccSuspiciousOutboundMail: false,
      ...none("NotifyOutboundSpamRecipients", "BccSuspiciousOutboundAdditionalRecipients"),
      ...policy,
    },
    check: (row) => {
      needed(row, row.NotifyOutboundSpam === true, "NotifyOutboundSpamRecipients");
      needed(row, row.BccSuspiciousOutboundMail === true, "BccSuspiciousOutboundAdditionalRecipients");
    },
  },
  HostedOutboundSpamFilterRule: ruleOf("HostedOutboundSpamFilter", "From", "FromMemberOf", "SenderDomainIs"),
  MalwareFilterPolicy: {
    container: "Malware Filter",
    initial: { Default: { IsDefault: true } },
    defaults: {
      EnableFileFilter: true,
      FileTypes: [
        "ace",
        "apk",
        "app",
        "appx",
        "ani",
        "arj",
        "bat",
        "cab",
        "cmd",
        "com",
        "exe",
        "jar",
        "vbe",
        "vbs",
      ],
      FileTypeAction: "Reject",
      ZapEnabled: true,
      QuarantineTag: ADMIN_ONLY,
      EnableInternalSenderAdminNotifications: false,
      InternalSenderAdminAddress: null,
      EnableExternalSenderAdminNotifications: false,
      ExternalSenderAdminAddress: null,
      CustomNotifications: false,
      CustomFromName: "",
      CustomFromAddress: null,
      CustomInternalSubject: "",
      CustomInternalBody: "",
      CustomExternalSubject: "",
      CustomExternalBody: "",
      IsPolicyOverrideApplied: false,
      ...policy,
    },
    check: (row) => {
      needed(row, row.EnableInternalSenderAdminNotifications === true, "InternalSenderAdminAddress");
      needed(row, row.EnableExternalSenderAdminNotifications === true, "ExternalSenderAdminAddress");
      needed(row, row.CustomNotifications === true, "CustomFromName");
      needed(row, row.CustomNotifications === true, "CustomFromAddress");
    },
  },
  MalwareFilterRule: ruleOf("MalwareFilter", ...recipients),
  SafeAttachmentPolicy: {
    container: "Safe Attachment",
    initial: { "Built-In Protection Policy": { IsBuiltInProtection: true, Enable: true } },
    defaults: {
      Enable: false,
      Action: "Block",
      Redirect: false,
      RedirectAddress: null,
      QuarantineTag: ADMIN_ONLY,
      OperationMode: "Delay",
      IsBuiltInProtection: false,
      ...policy,
    },
    check: (row) => {
      needed(row, row.Redirect === true, "RedirectAddress");
      if (row.Redirect === true && row.Action !== "Allow") {
        refuse("Redirect can only be used together with the action Allow.");
      }
    },
  },
  SafeAttachmentRule: ruleOf("SafeAttachment", ...recipients),
  SafeLinksPolicy: {
    container: "Safe Links",
    initial: {
      "Built-In Protection Policy": {
        IsBuiltInProtection: true,
        EnableForInternalSenders: false,
        AllowClickThrough: true,
        DisableUrlRewrite: true,
      },
    },
    defaults: {
      EnableSafeLinksForEmail: true,
      EnableSafeLinksForTeams: true,
      EnableSafeLinksForOffice: true,
      ScanUrls: true,
      DeliverMessageAfterScan: true,
      EnableForInternalSenders: true,
      TrackClicks: true,
      AllowClickThrough: false,
      DisableUrlRewrite: false,
      DoNotRewriteUrls: [],
      CustomNotificationText: "",
      UseTranslatedNotificationText: false,
      EnableOrganizationBranding: false,
      LocalizedNotificationTextList: [],
      IsBuiltInProtection: false,
      ...policy,
    },
  },
  SafeLinksRule: ruleOf("SafeLinks", ...recipients),
  QuarantinePolicy: {
    container: "Quarantine Tag",
    initial: {
      ...Object.fromEntries(
        [FULL, ADMIN_ONLY, "DefaultFullAccessWithNotificationPolicy"].map((name) => [
          name,
          { $readOnly: true },
        ]),
      ),
      // What is shown until the tenant has one of its own.
      DefaultGlobalPolicy: { QuarantinePolicyType: "GlobalQuarantinePolicy", $readOnly: true },
    },
    shown: (row, { QuarantinePolicyType = "QuarantinePolicy" }) =>
      row.QuarantinePolicyType === QuarantinePolicyType,
    defaults: {
      EndUserQuarantinePermissions:
        "[PermissionToViewHeader: False\r\nPermissionToDownload: False\r\nPermissionToAllowSender: False\r\n" +
        "PermissionToBlockSender: False\r\nPermissionToRequestRelease: False\r\nPermissionToRelease: False\r\n" +
        "PermissionToPreview: False\r\nPermissionToDelete: False]",
      ESNEnabled: false,
      IncludeMessagesFromBlockedSenderAddress: false,
      QuarantinePolicyType: "QuarantinePolicy",
      QuarantineRetentionDays: 30,
      EndUserSpamNotificationFrequency: "1.00:00:00",
      EndUserSpamNotificationCustomFromAddress: "",
      OrganizationBrandingEnabled: false,
      ...none(
        "MultiLanguageSetting",
        "MultiLanguageSenderName",
        "EsnCustomSubject",
        "MultiLanguageCustomDisclaimer",
      ),
    },
    check: (row) => {
      if (row.$readOnly === true) refuse("The built-in quarantine policies can't be changed.");
      const languages = [row.MultiLanguageSetting].flat().length;
      if (languages > 3) refuse("There can be three languages at most.");
      for (const name of ["MultiLanguageSenderName", "EsnCustomSubject", "MultiLanguageCustomDisclaimer"]) {
        const texts = [row[name]].flat().length;
        if (texts > 0 && texts !== languages) refuse(`'${name}' must have one value for each language.`);
      }
      const text = String(row.EndUserQuarantinePermissions);
      if (/PermissionToRelease: True/.test(text) && /RequestRelease: True/.test(text)) {
        refuse("PermissionToRelease and PermissionToRequestRelease can't both be set.");
      }
    },
  },
};
