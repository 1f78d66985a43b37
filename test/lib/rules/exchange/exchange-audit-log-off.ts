import { exchangeAuditLogOff } from "../../../../lib/rules/exchange/exchange-audit-log-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeAuditLogOff,
  kind: "admin-audit-log-config",
  name: "the unified audit log",
  good: { unifiedAuditLogIngestionEnabled: true },
  bad: { unifiedAuditLogIngestionEnabled: false },
  finds: [
    {
      level: "warning",
      message: "the unified audit log is off",
      received: "unifiedAuditLogIngestionEnabled: false",
      expected: "true",
      fix: "set unifiedAuditLogIngestionEnabled to true",
    },
  ],
});
