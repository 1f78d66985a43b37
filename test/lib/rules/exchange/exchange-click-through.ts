import { exchangeClickThrough } from "../../../../lib/rules/exchange/exchange-click-through";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeClickThrough,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "safe-links-policy",
            name: "Everyone",
            values: { name: "Everyone", allowClickThrough: false, disableUrlRewrite: false },
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
              kind: "safe-links-policy",
              name: "Everyone",
              values: { name: "Everyone", allowClickThrough: true, disableUrlRewrite: false },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Everyone",
          message: "the Safe Links policy Everyone lets users go on to what was blocked",
          received: "allowClickThrough: true",
          expected: "false",
          fix: "set allowClickThrough to false",
        },
      ],
    },
  },
};

export default cases;
