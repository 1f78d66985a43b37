import { flag, name, recipients, shortText, text, wholeNames, word, wordList } from "../attribute";
import type { CrossRule } from "../table";

const off = { default: false } as const;
const cleared = { cleared: null } as const;
const people = { example: ["anna@contoso.com"] } as const;

/** What is done with a message or a file. */
export const ACTIONS = {
  block_access: flag("BlockAccess", "Is the message refused, or the file closed?", off),
  block_access_scope: word(
    "BlockAccessScope",
    ["All", "PerUser", "PerAnonymousUser"],
    "To whom: everyone but its owner, people outside, or those with the link only.",
  ),
  notify_user: wholeNames("NotifyUser", "Who gets a message: addresses, Owner, LastModifier or SiteAdmin.", {
    ...cleared,
    example: ["LastModifier"],
  }),
  notify_allow_override: wordList(
    "NotifyAllowOverride",
    ["FalsePositive", "WithAcknowledgement", "WithoutJustification", "WithJustification"],
    "How users may go on all the same.",
  ),
  notify_policy_tip_custom_text: shortText(256)("NotifyPolicyTipCustomText", "What they read in the app."),
  notify_email_custom_subject: text("NotifyEmailCustomSubject", "Subject of the message."),
  notify_email_custom_text: shortText(5000)("NotifyEmailCustomText", "Text of the message, in HTML."),
  generate_alert: wholeNames("GenerateAlert", "Who gets an alert: addresses, or SiteAdmin.", {
    ...cleared,
    example: ["soc@contoso.com"],
  }),
  generate_incident_report: wholeNames(
    "GenerateIncidentReport",
    "Who gets a report: addresses, or SiteAdmin.",
    {
      ...cleared,
      example: ["soc@contoso.com"],
    },
  ),
  incident_report_content: wordList(
    "IncidentReportContent",
    [
      "All",
      "Default",
      "DetectionDetails",
      "Detections",
      "DocumentAuthor",
      "DocumentLastModifier",
      "MatchedItem",
      "OriginalContent",
      "RulesMatched",
      "Service",
      "Severity",
      "Title",
    ],
    "What is in it.",
  ),
  report_severity_level: word("ReportSeverityLevel", ["None", "Low", "Medium", "High"], "How bad it is.", {
    default: "Low",
  }),
  encrypt_rms_template: name("EncryptRMSTemplate", "Encrypt the message with this template.", {
    example: "Encrypt",
  }),
  quarantine: flag("Quarantine", "Put the message into quarantine.", off),
  redirect_message_to: recipients("RedirectMessageTo", "Deliver the message to these instead.", people),
  prepend_subject: text("PrependSubject", "Text in front of the subject; end it with a blank."),
  rule_error_action: word(
    "RuleErrorAction",
    ["Ignore", "RetryThenBlock"],
    "What happens where the rule cannot be tried.",
  ),
  stop_policy_processing: flag("StopPolicyProcessing", "Is no later rule tried?", off),
};

/** A report goes to somebody, and All of it leaves nothing to add. */
export const reported: CrossRule = function* ({ incident_report_content, generate_incident_report }) {
  if (!Array.isArray(incident_report_content) || generate_incident_report === undefined) return;
  if (generate_incident_report === null || [generate_incident_report].flat().length === 0) {
    yield {
      path: ["incident_report_content"],
      message: "nobody gets the report",
      fix: "set generate_incident_report, or leave it out",
    };
  }
  if (incident_report_content.includes("All") && incident_report_content.length > 1) {
    yield { path: ["incident_report_content"], message: '"All" stands alone' };
  }
};

/** Users who go on need say why, or need not. */
export const overridden: CrossRule = function* ({ notify_allow_override: ways }) {
  if (!Array.isArray(ways) || !ways.includes("WithJustification") || !ways.includes("WithoutJustification")) {
    return;
  }
  yield {
    path: ["notify_allow_override"],
    message: "WithJustification and WithoutJustification exclude each other",
  };
};
