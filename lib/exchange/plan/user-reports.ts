import type { Values } from "../objects";
import type { UserReportsOptions } from "../options";
import type { BaseValues } from "./base-values";
import type { Draft } from "./draft";

const POLICY = "report-submission-policy";
const ID = "UserReports";

/** Plans where messages go that users report; a mailbox of one's own gets them by a rule. */
export function planUserReports(options: UserReportsOptions, base: BaseValues, draft: Draft): void {
  const { baseline = "none", mailbox, allow, ...own } = options;
  const path = ["userReports"];
  const values: Values = { ...base.of(POLICY), ...(own as Values) };
  if (baseline !== "none" && mailbox === undefined) {
    draft.faults.push({
      path,
      message: '"mailbox" is missing',
      expected: "an address, which the baseline sends reports to",
    });
  }
  const brings = Object.entries(values).some(
    ([name, value]) => value === true && /ToCustomizedAddress$|ThirdParty/.test(name),
  );
  if (mailbox !== undefined && !brings) {
    draft.faults.push({
      path: [...path, "mailbox"],
      message: "nothing is sent to it",
      fix: "write baseline: cis, or reportPhishToCustomizedAddress: true with reportPhishAddresses",
    });
  }
  draft.add({ id: ID, kind: POLICY, values, path, allow });
  if (mailbox === undefined) return;
  draft.add({
    id: `${ID}-Rule`,
    kind: "report-submission-rule",
    values: {
      name: "DefaultReportSubmissionRule",
      reportSubmissionPolicy: "DefaultReportSubmissionPolicy",
      sentTo: [mailbox],
    },
    after: [ID],
    path,
  });
}
