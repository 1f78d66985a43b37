import { exchangeAllowedAddresses } from "../../../../lib/rules/exchange/exchange-allowed-addresses";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeAllowedAddresses,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "hosted-connection-filter-policy",
            name: "the connection filter",
            values: { ipAllowList: [] },
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
              kind: "hosted-connection-filter-policy",
              name: "the connection filter",
              values: { ipAllowList: ["192.0.2.1"] },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the connection filter",
          message: "the connection filter lets mail from some addresses past the filters",
          received: "ipAllowList: 192.0.2.1",
          expected: "nobody",
          fix: "set ipAllowList",
        },
      ],
    },
  },
};

export default cases;
