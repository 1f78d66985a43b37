import { refuse } from "../../cmdlets/cmdlet";
import type { Row } from "../../table";
import type { Kind } from "../kind";

// Singletons and mail flow, as a tenant's export shows them.

/** What a tenant takes of transport rules, as Get-TransportConfig shows it. */
export const LIMITS = {
  TransportRuleLimit: 300,
  TransportRuleSizeLimit: "8 KB (8,192 bytes)",
  TransportRuleCollectionRegexCharsLimit: "20 KB (20,480 bytes)",
  TransportRuleCollectionAddedRecipientsLimit: 100,
} as const;

export const ORGANIZATION: Readonly<Record<string, Kind>> = {
  AdminAuditLogConfig: {
    container: "Global Settings",
    singleton: true,
    initial: { "Admin Audit Log Settings": {} },
    defaults: {
      AdminAuditLogEnabled: true,
      LogLevel: "None",
      AdminAuditLogCmdlets: ["*"],
      AdminAuditLogAgeLimit: "90.00:00:00",
      UnifiedAuditLogIngestionEnabled: true,
      UnifiedAuditLogFirstOptInDate: "/Date(1618327011162)/",
    },
  },
  ArcConfig: {
    container: "Hosted Connection Filter",
    singleton: true,
    initial: { Default: {} },
    defaults: { ArcTrustedSealers: [""] },
    check: (row) => {
      if (
        String(row.ArcTrustedSealers)
          .split(",")
          .some((one) => /[\s@]/.test(one))
      ) {
        refuse("ArcTrustedSealers must be domains.");
      }
    },
  },
  AtpPolicyForO365: {
    container: "Atp Policy For O365",
    singleton: true,
    initial: { Default: {} },
    defaults: {
      AdminDisplayName: "",
      EnableATPForSPOTeamsODB: false,
      EnableSafeDocs: false,
      AllowSafeDocsOpen: false,
    },
  },
  ExternalInOutlook: {
    container: "Configuration",
    singleton: true,
    initial: { "11111111-1111-4111-8111-111111111111": {} },
    defaults: { Enabled: false, AllowList: [""] },
    check: (row) => {
      if (Array.isArray(row.AllowList) && row.AllowList.length > 200)
        refuse("AllowList has more than 200 entries.");
    },
  },
  HostedConnectionFilterPolicy: {
    container: "Hosted Connection Filter",
    singleton: true,
    initial: { Default: { IsDefault: true } },
    defaults: {
      AdminDisplayName: "",
      IPAllowList: [],
      IPBlockList: [],
      EnableSafeList: false,
      DirectoryBasedEdgeBlockMode: "Default",
    },
    check: (row) => {
      for (const one of [row.IPAllowList, row.IPBlockList].flat()) {
        if (!/^\d+(?:\.\d+){3}(?:\/(?:2[4-9]|3[0-2])|-\d+(?:\.\d+){3})?$/.test(String(one))) {
          refuse(`'${one}' is no IPv4 address, range, or network of /24 to /32.`);
        }
      }
    },
  },
  IRMConfiguration: {
    container: "Transport Settings",
    singleton: true,
    initial: { "ControlPoint Configuration": {} },
    defaults: {
      AzureRMSLicensingEnabled: false,
      LicensingLocation: [],
      InternalLicensingEnabled: true,
      ExternalLicensingEnabled: true,
      AutomaticServiceUpdateEnabled: true,
      SimplifiedClientAccessEnabled: false,
      SimplifiedClientAccessEncryptOnlyDisabled: false,
      SimplifiedClientAccessDoNotForwardDisabled: false,
      DecryptAttachmentForEncryptOnly: false,
      EnablePdfEncryption: false,
      SearchEnabled: true,
      TransportDecryptionSetting: "Optional",
      JournalReportDecryptionEnabled: true,
      EDiscoverySuperUserEnabled: true,
      ServiceLocation: null,
      PublishingLocation: null,
    },
    check: (row) => {
      if (row.SimplifiedClientAccessEnabled === true && row.AzureRMSLicensingEnabled !== true) {
        refuse("SimplifiedClientAccessEnabled requires AzureRMSLicensingEnabled.");
      }
    },
  },
  OMEConfiguration: {
    container: "Transport Settings",
    named: "Identity",
    initial: { "OME Configuration": { $builtIn: true } },
    defaults: {
      OTPEnabled: true,
      SocialIdSignIn: true,
      BackgroundColor: "",
      IntroductionText: "",
      ReadButtonText: "",
      EmailText: "",
      DisclaimerText: "",
      PortalText: "",
      PrivacyStatementUrl: "",
      ExternalMailExpiryInterval: "00:00:00",
      Image: null,
    },
    check: (row) => {
      const { PortalText, EmailText, DisclaimerText, ExternalMailExpiryInterval } = row;
      const days = Number(/^(\d+)\./.exec(String(ExternalMailExpiryInterval))?.[1] ?? 0);
      if (days > 730 || (days > 0 && row.$builtIn === true)) refuse("ExternalMailExpiryInDays is invalid.");
      if (String(PortalText).length > 128) refuse("PortalText has more than 128 characters.");
      for (const text of [EmailText, DisclaimerText]) {
        if (String(text).length > 1024) refuse("A text has more than 1024 characters.");
      }
    },
  },
  OrganizationConfig: {
    container: "Configuration",
    singleton: true,
    initial: { "contoso.onmicrosoft.com": {} },
    defaults: {
      IsDehydrated: false,
      DisplayName: "contoso",
      AuditDisabled: false,
      RejectDirectSend: false,
      OAuth2ClientProfileEnabled: true,
      DefaultAuthenticationPolicy: null,
      MailTipsAllTipsEnabled: true,
      MailTipsExternalRecipientsTipsEnabled: false,
      MailTipsGroupMetricsEnabled: true,
      MailTipsLargeAudienceThreshold: 25,
      EwsEnabled: null,
      EwsAllowedAppIDs: "",
      SendFromAliasEnabled: false,
      ConnectorsEnabled: true,
      SmtpActionableMessagesEnabled: true,
      LinkPreviewEnabled: true,
      FocusedInboxOn: null,
      CustomerLockboxEnabled: false,
      DelayedDelicensingEnabled: false,
      ActivityBasedAuthenticationTimeoutEnabled: true,
      ActivityBasedAuthenticationTimeoutInterval: "06:00:00",
    },
  },
  TransportConfig: {
    container: "Configuration",
    singleton: true,
    initial: { "Transport Settings": {} },
    defaults: {
      SmtpClientAuthenticationDisabled: false,
      AllowLegacyTLSClients: null,
      ExternalPostmasterAddress: null,
      JournalingReportNdrTo: "<>",
      MessageExpiration: "1.00:00:00",
      ReplyAllStormProtectionEnabled: true,
      ReplyAllStormDetectionMinimumRecipients: 2500,
      ReplyAllStormDetectionMinimumReplies: 10,
      ReplyAllStormBlockDurationHours: 6,
      MaxReceiveSize: "Unlimited",
      ExternalDsnMaxMessageAttachSize: "10 MB (10,485,760 bytes)",
      ...LIMITS,
    },
    check: ({ MessageExpiration }) => {
      const hours = Number(/^(\d+):/.exec(String(MessageExpiration))?.[1] ?? 24);
      if (hours < 12) refuse("MessageExpiration must be from 12 to 24 hours.");
    },
  },
  RemoteDomain: {
    container: "Internet Message Formats",
    initial: { Default: { DomainName: "*" } },
    defaults: {
      DomainName: null,
      IsInternal: false,
      TargetDeliveryDomain: false,
      ByteEncoderTypeFor7BitCharsets: "Undefined",
      CharacterSet: "iso-8859-1",
      NonMimeCharacterSet: "iso-8859-1",
      AllowedOOFType: "External",
      AutoReplyEnabled: true,
      AutoForwardEnabled: true,
      DeliveryReportEnabled: true,
      NDREnabled: true,
      MeetingForwardNotificationEnabled: false,
      ContentType: "MimeHtmlText",
      DisplaySenderName: true,
      PreferredInternetCodePageForShiftJis: "Undefined",
      RequiredCharsetCoverage: null,
      TNEFEnabled: null,
      LineWrapSize: "Unlimited",
      TrustedMailOutboundEnabled: false,
      TrustedMailInboundEnabled: false,
      UseSimpleDisplayName: false,
      NDRDiagnosticInfoEnabled: true,
      MessageCountThreshold: 2147483647,
    },
  },
  SharingPolicy: {
    container: "Federation",
    initial: {
      "Default Sharing Policy": {
        Domains: ["Anonymous:CalendarSharingFreeBusyReviewer", "*:CalendarSharingFreeBusySimple"],
        Default: true,
      },
    },
    defaults: { Domains: [], Enabled: true, Default: false },
    check: (row: Row) => {
      for (const one of [row.Domains].flat()) {
        if (
          !/^[^:\s]+:(?:CalendarSharingFreeBusy(?:Simple|Detail|Reviewer)|ContactsSharing)/.test(String(one))
        ) {
          refuse(`The sharing policy domain '${one}' is invalid.`);
        }
      }
    },
  },
};
