import { exchangePhishingThresholdLow } from "../../../../lib/rules/exchange/exchange-phishing-threshold-low";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangePhishingThresholdLow,
  compliant: {
    "nothing is known of it": tenant({}),
    "as it should be": tenant({
      exchange: {
        objects: [
          {
            kind: "anti-phish-policy",
            name: "Office365 AntiPhish Default",
            values: {
              name: "Office365 AntiPhish Default",
              phishThresholdLevel: 3,
              enableMailboxIntelligenceProtection: true,
            },
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
              kind: "anti-phish-policy",
              name: "Office365 AntiPhish Default",
              values: {
                name: "Office365 AntiPhish Default",
                phishThresholdLevel: 1,
                enableMailboxIntelligenceProtection: true,
              },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Office365 AntiPhish Default",
          message: "the anti-phishing policy Office365 AntiPhish Default acts on less phishing than it could",
          received: "phishThresholdLevel: 1",
          expected: "2 or more",
          fix: "set phishThresholdLevel",
        },
      ],
    },
  },
};

export default cases;
