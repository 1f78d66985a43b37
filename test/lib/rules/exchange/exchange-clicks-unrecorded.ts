import { exchangeClicksUnrecorded } from "../../../../lib/rules/exchange/exchange-clicks-unrecorded";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeClicksUnrecorded,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          { kind: "safe-links-policy", name: "Everyone", values: { name: "Everyone", trackClicks: true } },
        ],
      },
    }),
  },
  violating: {
    "one value is otherwise": {
      ...tenant({
        exchange: {
          objects: [
            { kind: "safe-links-policy", name: "Everyone", values: { name: "Everyone", trackClicks: false } },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Everyone",
          message: "the Safe Links policy Everyone does not record clicks",
          received: "trackClicks: false",
          expected: "true",
          fix: "set trackClicks to true",
        },
      ],
    },
  },
};

export default cases;
