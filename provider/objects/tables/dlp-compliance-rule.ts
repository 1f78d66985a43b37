import { flag, name, recipients, shortText, text, wholeNames, word, wordList, words } from "../attribute";
import { SENSITIVE_TYPES } from "../codec/structures";
import { onlyWith, someOf } from "../cross-rules";
import type { ObjectTable } from "../table";
import { policyName } from "./parts";

const off = { default: false } as const;
const cleared = { cleared: null } as const;
const IN_OR_OUT = ["InOrganization", "NotInOrganization"];
const domains = { example: ["fabrikam.com"] } as const;
const people = { example: ["anna@contoso.com"] } as const;

/** What a message or a file has to be. */
const CONDITIONS = {
  content_contains_sensitive_information: {
    ...wholeNames(
      "ContentContainsSensitiveInformation",
      "Kinds of sensitive information, any of them: by name, with ;mincount=5 where once is not enough.",
      { ...cleared, example: ["Credit Card Number", "U.S. Social Security Number (SSN)"] },
    ),
    codec: SENSITIVE_TYPES,
  },
  access_scope: word(
    "AccessScope",
    IN_OR_OUT,
    "Who can read it: people of the organization only, or others too.",
  ),
  from_scope: word("FromScope", IN_OR_OUT, "Where the sender of a message is."),
  from: recipients("From", "Senders.", people),
  sent_to: wholeNames("SentTo", "Recipients.", people),
  sender_domain_is: wholeNames("SenderDomainIs", "Domains of senders.", domains),
  recipient_domain_is: wholeNames("RecipientDomainIs", "Domains of recipients.", domains),
  subject_contains_words: words("SubjectContainsWords", "In the subject.", {
    cleared: [],
    example: ["confidential"],
  }),
  content_extension_matches_words: words(
    "ContentExtensionMatchesWords",
    "Extensions of files, without the dot.",
    { cleared: [], example: ["docm"] },
  ),
  document_is_password_protected: flag(
    "DocumentIsPasswordProtected",
    "Has an attachment or a file a password?",
    off,
  ),
};

export const dlpComplianceRule: ObjectTable = {
  noun: "DlpComplianceRule",
  kind: "object",
  service: "purview",
  about: "A rule of a policy against data loss: what it looks for, and what is done then.",
  attributes: {
    name: { ...policyName, about: "Name of the rule, at most 64 characters." },
    policy: name("Policy", "Name of the policy that it belongs to.", {
      property: "ParentPolicyName",
      required: true,
      replaces: true,
      refersTo: "m365_dlp_compliance_policy",
    }),
    comment: text("Comment", "A note for administrators."),
    disabled: flag("Disabled", "Is it off?", off),
    ...CONDITIONS,
    except_if_from: recipients("ExceptIfFrom", "Not of these senders.", people),
    except_if_from_scope: word("ExceptIfFromScope", IN_OR_OUT, "Not where the sender is there."),
    except_if_sender_domain_is: wholeNames("ExceptIfSenderDomainIs", "Not of these domains.", domains),
    except_if_recipient_domain_is: wholeNames("ExceptIfRecipientDomainIs", "Not to these domains.", domains),
    block_access: flag("BlockAccess", "Is the message refused, or the file closed?", off),
    block_access_scope: word(
      "BlockAccessScope",
      ["All", "PerUser", "PerAnonymousUser"],
      "To whom: everyone but its owner, people outside, or those with the link only.",
    ),
    notify_user: wholeNames(
      "NotifyUser",
      "Who gets a message: addresses, Owner, LastModifier or SiteAdmin.",
      {
        ...cleared,
        example: ["LastModifier"],
      },
    ),
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
  },
  rules: [
    someOf(Object.keys(CONDITIONS), "the rule has no condition"),
    onlyWith("block_access_scope", "block_access", true),
    function* ({ incident_report_content, generate_incident_report }) {
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
    },
    function* ({ notify_allow_override: ways }) {
      if (
        !Array.isArray(ways) ||
        !ways.includes("WithJustification") ||
        !ways.includes("WithoutJustification")
      ) {
        return;
      }
      yield {
        path: ["notify_allow_override"],
        message: "WithJustification and WithoutJustification exclude each other",
      };
    },
  ],
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/new-dlpcompliancerule",
  licence: "Microsoft Purview Data Loss Prevention",
  role: "Compliance Administrator",
  effect: "an hour, up to a day",
  notes: [
    "What only an advanced rule can say (conditions within conditions, labels, levels of confidence) is not managed.",
    "Rules of one policy are tried in the order in which they were made; that order is not managed.",
    "Actions on mail alone (encrypt, quarantine, redirect, subject) need a policy for mail alone.",
  ],
  example: {
    name: "Payment cards to the outside",
    policy: "${m365_dlp_compliance_policy.payment_cards.name}",
    content_contains_sensitive_information: ["Credit Card Number"],
    access_scope: "NotInOrganization",
    block_access: true,
    notify_user: ["LastModifier"],
  },
};
