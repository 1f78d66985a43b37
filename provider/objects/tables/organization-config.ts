import { flag, text, timeSpan, whole } from "../attribute";
import type { SingletonTable } from "../table";

export const organizationConfig: SingletonTable = {
  noun: "OrganizationConfig",
  kind: "singleton",
  about: "Settings of Exchange Online that hold for everyone.",
  attributes: {
    reject_direct_send: flag(
      "RejectDirectSend",
      "Refuse mail in the organization's own name that comes unauthenticated and over no connector? Mail that others forward without SRS is hit too.",
    ),
    audit_disabled: flag("AuditDisabled", "Is mailbox auditing off for all? Wanted: false."),
    oauth2_client_profile_enabled: flag(
      "OAuth2ClientProfileEnabled",
      "May Outlook sign in by modern authentication?",
    ),
    mail_tips_all_tips_enabled: flag("MailTipsAllTipsEnabled", "Does Outlook show MailTips?"),
    mail_tips_external_recipients_tips_enabled: flag(
      "MailTipsExternalRecipientsTipsEnabled",
      "Does it tell of recipients outside?",
    ),
    mail_tips_group_metrics_enabled: flag(
      "MailTipsGroupMetricsEnabled",
      "Does it tell how many a group reaches?",
    ),
    mail_tips_large_audience_threshold: whole(
      "MailTipsLargeAudienceThreshold",
      [0, 1000],
      "Recipients from which an audience counts as large.",
    ),
    ews_enabled: flag("EwsEnabled", "May Exchange Web Services be used? Unset, mailboxes say it."),
    ews_allowed_app_ids: text(
      "EwsAllowedAppIDs",
      "Ids of the applications that may still use Exchange Web Services, with commas.",
      { example: "11111111-2222-4333-8444-555555555555" },
    ),
    send_from_alias_enabled: flag("SendFromAliasEnabled", "May users send as their aliases?"),
    connectors_enabled: flag("ConnectorsEnabled", "May groups have connectors to other services?"),
    smtp_actionable_messages_enabled: flag("SmtpActionableMessagesEnabled", "Do buttons in messages work?"),
    link_preview_enabled: flag("LinkPreviewEnabled", "Does Outlook on the web show previews of links?"),
    focused_inbox_on: flag("FocusedInboxOn", "Is there a focused inbox?"),
    customer_lockbox_enabled: flag(
      "CustomerLockboxEnabled",
      "Must Microsoft ask before its staff reads content?",
    ),
    delayed_delicensing_enabled: flag(
      "DelayedDelicensingEnabled",
      "Do mailboxes stay for 30 days after their licence went?",
    ),
    activity_based_authentication_timeout_enabled: flag(
      "ActivityBasedAuthenticationTimeoutEnabled",
      "Are users signed out of Outlook on the web when idle?",
    ),
    activity_based_authentication_timeout_interval: timeSpan(
      "ActivityBasedAuthenticationTimeoutInterval",
      "After how long: 00:05:00 to 08:00:00.",
      { example: "01:00:00" },
    ),
  },
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig",
  effect: "up to 30 minutes for reject_direct_send",
  example: { reject_direct_send: true, audit_disabled: false },
};
