import { exchangeOutsideUnmarked } from "../../../../lib/rules/exchange/exchange-outside-unmarked";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeOutsideUnmarked,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          { kind: "external-in-outlook", name: "the External tag of Outlook", values: { enabled: true } },
        ],
      },
    }),
  },
  violating: {
    "one value is otherwise": {
      ...tenant({
        exchange: {
          objects: [
            { kind: "external-in-outlook", name: "the External tag of Outlook", values: { enabled: false } },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object the External tag of Outlook",
          message: "the External tag of Outlook is off",
          received: "enabled: false",
          expected: "true",
          fix: "set enabled to true",
        },
      ],
    },
  },
};

export default cases;
