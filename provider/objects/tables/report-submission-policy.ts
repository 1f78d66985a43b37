import { flag, text, wholeNames } from "../attribute";
import { needs } from "../cross-rules";
import type { SingletonTable } from "../table";
import { SECURITY_ROLE } from "./parts";

const mailbox = { example: ["reports@contoso.com"] } as const;

export const reportSubmissionPolicy: SingletonTable = {
  noun: "ReportSubmissionPolicy",
  kind: "singleton",
  identity: "DefaultReportSubmissionPolicy",
  made: {},
  about: "Where messages go that users report, and what they are told.",
  attributes: {
    enable_report_to_microsoft: flag("EnableReportToMicrosoft", "Do reports go to Microsoft?"),
    report_junk_to_customized_address: flag(
      "ReportJunkToCustomizedAddress",
      "Reported as junk: to a mailbox of yours?",
    ),
    report_junk_addresses: wholeNames(
      "ReportJunkAddresses",
      "That mailbox, in Exchange Online; one.",
      mailbox,
    ),
    report_not_junk_to_customized_address: flag(
      "ReportNotJunkToCustomizedAddress",
      "Reported as not junk: to a mailbox of yours?",
    ),
    report_not_junk_addresses: wholeNames("ReportNotJunkAddresses", "That mailbox.", mailbox),
    report_phish_to_customized_address: flag(
      "ReportPhishToCustomizedAddress",
      "Reported as phishing: to a mailbox of yours?",
    ),
    report_phish_addresses: wholeNames("ReportPhishAddresses", "That mailbox.", mailbox),
    enable_third_party_address: flag(
      "EnableThirdPartyAddress",
      "Do users report with a tool that is not Microsoft's?",
    ),
    third_party_report_addresses: wholeNames(
      "ThirdPartyReportAddresses",
      "Where that tool sends to.",
      mailbox,
    ),
    enable_user_email_notification: flag("EnableUserEmailNotification", "Are users told the verdict?"),
    enable_custom_notification_sender: flag("EnableCustomNotificationSender", "By a sender of yours?"),
    notification_sender_address: wholeNames("NotificationSenderAddress", "That sender; one.", mailbox),
    enable_organization_branding: flag("EnableOrganizationBranding", "With the organization's logo?"),
    junk_review_result_message: text("JunkReviewResultMessage", "What they are told of junk."),
    not_junk_review_result_message: text("NotJunkReviewResultMessage", "What they are told of what is none."),
    phishing_review_result_message: text("PhishingReviewResultMessage", "What they are told of phishing."),
    notification_footer_message: text("NotificationFooterMessage", "Below each of these."),
    pre_submit_message_enabled: flag(
      "PreSubmitMessageEnabled",
      "Is something shown before a message is reported?",
    ),
    post_submit_message_enabled: flag("PostSubmitMessageEnabled", "And after?"),
    disable_quarantine_reporting_option: flag(
      "DisableQuarantineReportingOption",
      "May messages not be reported from quarantine?",
    ),
    report_chat_message_to_customized_address_enabled: flag(
      "ReportChatMessageToCustomizedAddressEnabled",
      "Do messages of Teams that are reported go to that mailbox too?",
    ),
  },
  rules: [
    needs("report_junk_to_customized_address", true, "report_junk_addresses"),
    needs("report_not_junk_to_customized_address", true, "report_not_junk_addresses"),
    needs("report_phish_to_customized_address", true, "report_phish_addresses"),
    needs("enable_third_party_address", true, "third_party_report_addresses"),
    needs("enable_custom_notification_sender", true, "notification_sender_address"),
  ],
  source: "https://learn.microsoft.com/defender-office-365/submissions-user-reported-messages-custom-mailbox",
  role: SECURITY_ROLE,
  notes: [
    "A tenant has it once somebody opened the page in the Defender portal; before, it is made.",
    "Reports reach a mailbox of yours only with m365_report_submission_rule.",
  ],
  example: {
    enable_report_to_microsoft: true,
    report_phish_to_customized_address: true,
    report_phish_addresses: ["reports@contoso.com"],
  },
};
