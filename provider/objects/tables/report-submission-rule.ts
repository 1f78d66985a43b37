import { enabled, recipients, word } from "../attribute";
import type { ObjectTable } from "../table";
import { comments, ruleName, SECURITY_ROLE } from "./parts";

export const reportSubmissionRule: ObjectTable = {
  noun: "ReportSubmissionRule",
  kind: "object",
  about: "Brings messages that users report to the mailbox that the policy names.",
  attributes: {
    name: ruleName,
    report_submission_policy: word(
      "ReportSubmissionPolicy",
      ["DefaultReportSubmissionPolicy"],
      "The policy; there is one.",
      { required: true, replaces: true },
    ),
    sent_to: recipients("SentTo", "The mailbox that the policy names.", { example: ["reports@contoso.com"] }),
    enabled,
    comments,
  },
  source: "https://learn.microsoft.com/defender-office-365/submissions-user-reported-messages-custom-mailbox",
  role: SECURITY_ROLE,
  notes: [
    "A tenant has one rule at most. Where m365_report_submission_policy is in the same configuration, write depends_on.",
  ],
  example: {
    name: "DefaultReportSubmissionRule",
    report_submission_policy: "DefaultReportSubmissionPolicy",
    sent_to: ["reports@contoso.com"],
  },
};
