import { exchangeAuditLogOff } from "../../../../lib/rules/exchange/exchange-audit-log-off";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeAuditLogOff,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "admin-audit-log-config",
            name: "the unified audit log",
            values: { unifiedAuditLogIngestionEnabled: true },
          },
        ],
      },
    }),
  },
  violating: {
    "one value is otherwise": {
      ...tenant({
        exchange: {
          objects: [
            {
              kind: "admin-audit-log-config",
              name: "the unified audit log",
              values: { unifiedAuditLogIngestionEnabled: false },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the unified audit log",
          message: "the unified audit log is off",
          received: "unifiedAuditLogIngestionEnabled: false",
          expected: "true",
          fix: "set unifiedAuditLogIngestionEnabled to true",
        },
      ],
    },
  },
};

export default cases;
