import { exchangeMailboxAuditOff } from "../../../../lib/rules/exchange/exchange-mailbox-audit-off";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeMailboxAuditOff,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "organization-config",
            name: "the organization's settings",
            values: { auditDisabled: false },
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
              kind: "organization-config",
              name: "the organization's settings",
              values: { auditDisabled: true },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the organization's settings",
          message: "the organization's settings switch mailbox auditing off",
          received: "auditDisabled: true",
          expected: "false",
          fix: "set auditDisabled to false",
        },
      ],
    },
  },
};

export default cases;
