import { flag, names, whole, word } from "../attribute";
import { needs } from "../cross-rules";
import type { ObjectTable } from "../table";
import { adminDisplayName, policyName, SECURITY_ROLE } from "./parts";

const LIMIT = "0 is the service's own limit.";

export const hostedOutboundSpamFilterPolicy: ObjectTable = {
  noun: "HostedOutboundSpamFilterPolicy",
  kind: "object",
  about:
    "How much users may send, whether they may forward to the outside, and what happens to those who send spam.",
  builtIn: ["Default"],
  removal: {},
  attributes: {
    name: policyName,
    admin_display_name: adminDisplayName,
    auto_forwarding_mode: word(
      "AutoForwardingMode",
      ["Automatic", "Off", "On"],
      "May mailboxes forward to the outside by themselves? Automatic is Off today; baselines want it written.",
      { default: "Automatic" },
    ),
    recipient_limit_external_per_hour: whole(
      "RecipientLimitExternalPerHour",
      [0, 10_000],
      `Recipients outside in an hour. ${LIMIT}`,
      { default: 0 },
    ),
    recipient_limit_internal_per_hour: whole(
      "RecipientLimitInternalPerHour",
      [0, 10_000],
      `Recipients inside in an hour. ${LIMIT}`,
      { default: 0 },
    ),
    recipient_limit_per_day: whole("RecipientLimitPerDay", [0, 10_000], `Recipients in a day. ${LIMIT}`, {
      default: 0,
    }),
    action_when_threshold_reached: word(
      "ActionWhenThresholdReached",
      ["Alert", "BlockUser", "BlockUserForToday"],
      "What happens to who sends more.",
      { default: "BlockUserForToday" },
    ),
    notify_outbound_spam: flag("NotifyOutboundSpam", "Is somebody told of users who were blocked?", {
      default: false,
    }),
    notify_outbound_spam_recipients: names("NotifyOutboundSpamRecipients", "Who is told.", {
      example: ["soc@contoso.com"],
    }),
    bcc_suspicious_outbound_mail: flag(
      "BccSuspiciousOutboundMail",
      "Are copies of suspicious mail sent on? Works in the policy Default alone.",
      { default: false },
    ),
    bcc_suspicious_outbound_additional_recipients: names(
      "BccSuspiciousOutboundAdditionalRecipients",
      "Where to.",
      { example: ["soc@contoso.com"] },
    ),
  },
  rules: [
    needs("notify_outbound_spam", true, "notify_outbound_spam_recipients"),
    needs("bcc_suspicious_outbound_mail", true, "bcc_suspicious_outbound_additional_recipients"),
  ],
  source: "https://learn.microsoft.com/defender-office-365/outbound-spam-policies-configure",
  role: SECURITY_ROLE,
  notes: [
    "Forwarding happens if no outbound policy, remote domain or transport rule blocks it: the block wins.",
  ],
  example: {
    name: "Default",
    auto_forwarding_mode: "Off",
    recipient_limit_external_per_hour: 500,
    action_when_threshold_reached: "BlockUser",
  },
};
