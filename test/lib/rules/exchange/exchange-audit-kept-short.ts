import { exchangeAuditKeptShort } from "../../../../lib/rules/exchange/exchange-audit-kept-short";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeAuditKeptShort,
  kind: "unified-audit-log-retention-policy",
  good: { name: "Mail", priority: 1, retentionDuration: "TenYears" },
  bad: { retentionDuration: "NineMonths" },
  finds: [
    {
      level: "warning",
      message: "no policy keeps records of the audit log for a year",
      received: "retentionDuration: NineMonths",
      expected: "TwelveMonths or more",
      fix: "set retentionDuration to TwelveMonths, or take baseline scuba of auditRetention",
    },
  ],
});
