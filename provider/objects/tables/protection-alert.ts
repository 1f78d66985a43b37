import { checked, flag, instant, text, whole, wholeNames, word } from "../attribute";
import { onlyWith } from "../cross-rules";
import type { ObjectTable } from "../table";
import { COUNTING, counted } from "./alert-counting";
import { policyName } from "./parts";

/** Of rules of Security & Compliance, which take null for none. */
const cleared = { cleared: null } as const;

export const protectionAlert: ObjectTable = {
  noun: "ProtectionAlert",
  kind: "object",
  service: "purview",
  about: "An alert policy: who is told when something happens in the tenant.",
  attributes: {
    name: policyName,
    category: word(
      "Category",
      [
        "AccessGovernance",
        "ComplianceManager",
        "DataGovernance",
        "MailFlow",
        "Others",
        "PrivacyManagement",
        "Supervision",
        "ThreatManagement",
      ],
      "Where it stands in the portal, and who may see it.",
      { required: true },
    ),
    threat_type: word(
      "ThreatType",
      ["Activity", "Malware"],
      "What it looks at: audited activities, or malware.",
      {
        required: true,
        replaces: true,
      },
    ),
    notify_user: wholeNames("NotifyUser", "Who gets a message.", {
      required: true,
      example: ["soc@contoso.com"],
    }),
    operation: wholeNames(
      "Operation",
      "The audited activity that it looks for, as the audit log calls it; one in practice.",
      { ...cleared, example: ["MailRedirect"] },
    ),
    ...COUNTING,
    filter: text("Filter", "Which events, in OPATH.", { example: "Activity.ClientIp -ne '192.0.2.1'" }),
    severity: word("Severity", ["Low", "Medium", "High", "Informational"], "How bad it is.", {
      default: "Low",
    }),
    disabled: flag("Disabled", "Is it off?", { default: false }),
    notification_enabled: flag("NotificationEnabled", "Are messages sent?", { default: true }),
    notify_user_on_filter_match: flag(
      "NotifyUserOnFilterMatch",
      "Does each single event send a message too, where they are aggregated?",
      { default: false },
    ),
    notify_user_throttle_threshold: whole(
      "NotifyUserThrottleThreshold",
      [1, 100_000],
      "How many messages at most within the window; left out, there is no limit.",
    ),
    notify_user_throttle_window: whole("NotifyUserThrottleWindow", [1, 100_000], "The window, in minutes."),
    notify_user_suppression_expiry_date: instant(
      "NotifyUserSuppressionExpiryDate",
      "Until when no messages are sent.",
    ),
    notification_culture: checked(
      text("NotificationCulture", "Language of the messages.", { example: "en-US" }),
      (value) =>
        /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?$/.test(String(value))
          ? undefined
          : `got ${JSON.stringify(value)}; expected a culture as en-US`,
    ),
    comment: text("Comment", "A note for administrators."),
  },
  rules: [
    onlyWith("operation", "threat_type", "Activity"),
    onlyWith("threshold", "aggregation_type", "SimpleAggregation"),
    onlyWith("time_window", "aggregation_type", "SimpleAggregation"),
    counted,
  ],
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/new-protectionalert",
  role: "Organization Management, Compliance Administrator or Security Administrator of Security & Compliance",
  effect: "up to a day",
  notes: [
    "The alert policies that Microsoft made cannot be changed by a cmdlet: m365_system_alerts checks them.",
    "Microsoft's page of Set-ProtectionAlert calls notify_user reserved. It is sent all the same, as tools in wide use do; " +
      "where it is not taken, the next plan shows the difference.",
    "A description is not managed: Security & Compliance shows none. Use comment.",
    "The unified audit log has to be on (m365_admin_audit_log_config).",
  ],
  example: {
    name: "Forwarding was set up",
    category: "ThreatManagement",
    threat_type: "Activity",
    operation: ["MailRedirect"],
    aggregation_type: "None",
    severity: "High",
    notify_user: ["soc@contoso.com"],
  },
};
