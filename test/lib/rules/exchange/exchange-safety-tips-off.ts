import { exchangeSafetyTipsOff } from "../../../../lib/rules/exchange/exchange-safety-tips-off";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeSafetyTipsOff,
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
              enableFirstContactSafetyTips: true,
              enableSimilarUsersSafetyTips: true,
              enableSimilarDomainsSafetyTips: true,
              enableUnusualCharactersSafetyTips: true,
              enableUnauthenticatedSender: true,
              enableViaTag: true,
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
                enableFirstContactSafetyTips: false,
                enableSimilarUsersSafetyTips: true,
                enableSimilarDomainsSafetyTips: true,
                enableUnusualCharactersSafetyTips: true,
                enableUnauthenticatedSender: true,
                enableViaTag: true,
              },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Office365 AntiPhish Default",
          message: "the anti-phishing policy Office365 AntiPhish Default does not show all safety tips",
          received: "enableFirstContactSafetyTips: false",
          expected: "true",
          fix: "set enableFirstContactSafetyTips to true",
        },
      ],
    },
  },
};

export default cases;
