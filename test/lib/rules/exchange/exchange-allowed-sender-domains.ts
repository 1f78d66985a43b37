import { exchangeAllowedSenderDomains } from "../../../../lib/rules/exchange/exchange-allowed-sender-domains";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeAllowedSenderDomains,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [{ kind: "hosted-content-filter-policy", name: "Default", values: { name: "Default" } }],
      },
    }),
  },
  violating: {
    "one value is otherwise": {
      ...tenant({
        exchange: {
          objects: [
            {
              kind: "hosted-content-filter-policy",
              name: "Default",
              values: { name: "Default", allowedSenderDomains: ["partner.example"] },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Default",
          message: "the anti-spam policy Default lets mail of whole domains past the spam filter",
          received: "allowedSenderDomains: partner.example",
          expected: "nobody",
          fix: "set allowedSenderDomains",
        },
      ],
    },
  },
};

export default cases;
