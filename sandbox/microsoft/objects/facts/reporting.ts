import { refuse } from "../../cmdlets/cmdlet";
import { some } from "../../cmdlets/table-cmdlets";
import type { Row } from "../../table";
import type { Kind } from "../kind";

// What users report, by https://learn.microsoft.com/powershell/module/exchangepowershell/new-reportsubmissionpolicy.

const NAME = "DefaultReportSubmissionPolicy";
const PAIRS = [
  ["ReportJunkToCustomizedAddress", "ReportJunkAddresses"],
  ["ReportNotJunkToCustomizedAddress", "ReportNotJunkAddresses"],
  ["ReportPhishToCustomizedAddress", "ReportPhishAddresses"],
  ["EnableThirdPartyAddress", "ThirdPartyReportAddresses"],
  ["EnableCustomNotificationSender", "NotificationSenderAddress"],
] as const;

export const REPORTING: Readonly<Record<string, Kind>> = {
  ReportSubmissionPolicy: {
    container: "Report Submission",
    only: NAME,
    initial: { [NAME]: {} },
    defaults: {
      EnableReportToMicrosoft: true,
      EnableUserEmailNotification: false,
      EnableOrganizationBranding: false,
      PreSubmitMessageEnabled: true,
      PostSubmitMessageEnabled: true,
      DisableQuarantineReportingOption: false,
      ReportChatMessageEnabled: true,
      ReportChatMessageToCustomizedAddressEnabled: false,
      JunkReviewResultMessage: "",
      NotJunkReviewResultMessage: "",
      PhishingReviewResultMessage: "",
      NotificationFooterMessage: "",
      ...Object.fromEntries(PAIRS.flatMap(([flag, list]) => [[flag, false] as const, [list, []] as const])),
    },
    check: (row: Row) => {
      for (const [flag, list] of PAIRS) {
        if (row[flag] === true && !some(row[list])) refuse(`'${list}' must be specified with '${flag}'.`);
      }
    },
  },
  ReportSubmissionRule: {
    container: "ReportSubmissionRuleVersioned",
    rule: true,
    refersTo: { ReportSubmissionPolicy: "ReportSubmissionPolicy" },
    onePer: "ReportSubmissionPolicy",
    defaults: { ReportSubmissionPolicy: null, SentTo: null, Comments: null },
  },
};
