import { exchangeDirectSendOpen } from "../../../../lib/rules/exchange/exchange-direct-send-open";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeDirectSendOpen,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "organization-config",
            name: "the organization's settings",
            values: { rejectDirectSend: true },
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
              values: { rejectDirectSend: false },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the organization's settings",
          message: "the organization's settings take anonymous mail in the organization's own name",
          received: "rejectDirectSend: false",
          expected: "true",
          fix: "set rejectDirectSend to true",
        },
      ],
    },
  },
};

export default cases;
