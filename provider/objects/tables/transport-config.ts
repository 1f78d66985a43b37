import { flag, name, timeSpan, whole } from "../attribute";
import type { SingletonTable } from "../table";

export const transportConfig: SingletonTable = {
  noun: "TransportConfig",
  kind: "singleton",
  about: "How mail is transported in the whole organization.",
  attributes: {
    smtp_client_authentication_disabled: flag(
      "SmtpClientAuthenticationDisabled",
      "Is SMTP AUTH off for mailboxes that say nothing themselves? It knows no second factor.",
    ),
    allow_legacy_tls_clients: flag(
      "AllowLegacyTLSClients",
      "May clients with TLS 1.0 and 1.1 use the endpoint kept for them?",
    ),
    external_postmaster_address: name(
      "ExternalPostmasterAddress",
      "Sender of non-delivery reports to the outside.",
      { example: "postmaster@contoso.com" },
    ),
    journaling_report_ndr_to: name(
      "JournalingReportNdrTo",
      "Who gets journal reports that cannot be delivered; without it there is no journaling.",
      { example: "journal-ndr@contoso.com" },
    ),
    message_expiration: timeSpan("MessageExpiration", "How long delivery is tried: 12 to 24 hours.", {
      example: "12:00:00",
    }),
    reply_all_storm_protection_enabled: flag(
      "ReplyAllStormProtectionEnabled",
      "Are replies to all stopped when there are too many?",
    ),
    reply_all_storm_detection_minimum_recipients: whole(
      "ReplyAllStormDetectionMinimumRecipients",
      [1000, 5000],
      "Recipients from which it may be a storm.",
    ),
    reply_all_storm_detection_minimum_replies: whole(
      "ReplyAllStormDetectionMinimumReplies",
      [2, 20],
      "Replies to all within an hour that make it one.",
    ),
    reply_all_storm_block_duration_hours: whole(
      "ReplyAllStormBlockDurationHours",
      [1, 12],
      "Hours for which replies are then stopped.",
    ),
  },
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/set-transportconfig",
  example: { smtp_client_authentication_disabled: true },
};
