import { exchangeMailboxAuditOff } from "../../../../lib/rules/exchange/exchange-mailbox-audit-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeMailboxAuditOff,
  kind: "organization-config",
  name: "the organization's settings",
  good: { auditDisabled: false },
  bad: { auditDisabled: true },
  finds: [
    {
      level: "warning",
      message: "the organization's settings switch mailbox auditing off",
      received: "auditDisabled: true",
      expected: "false",
      fix: "set auditDisabled to false",
    },
  ],
});
