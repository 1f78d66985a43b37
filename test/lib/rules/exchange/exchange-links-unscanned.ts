import { exchangeLinksUnscanned } from "../../../../lib/rules/exchange/exchange-links-unscanned";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeLinksUnscanned,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "safe-links-policy",
            name: "Everyone",
            values: { name: "Everyone", scanUrls: true, deliverMessageAfterScan: true },
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
              values: { name: "Everyone", scanUrls: false, deliverMessageAfterScan: true },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Everyone",
          message: "the Safe Links policy Everyone does not look at links before delivery",
          received: "scanUrls: false",
          expected: "true",
          fix: "set scanUrls to true",
        },
      ],
    },
  },
};

export default cases;
