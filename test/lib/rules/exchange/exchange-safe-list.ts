import { exchangeSafeList } from "../../../../lib/rules/exchange/exchange-safe-list";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeSafeList,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "hosted-connection-filter-policy",
            name: "the connection filter",
            values: { enableSafeList: false },
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
              values: { enableSafeList: true },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the connection filter",
          message: "the connection filter takes Microsoft's safe list",
          received: "enableSafeList: true",
          expected: "false",
          fix: "set enableSafeList to false",
        },
      ],
    },
  },
};

export default cases;
