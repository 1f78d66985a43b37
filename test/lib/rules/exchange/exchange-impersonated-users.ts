import { exchangeImpersonatedUsers } from "../../../../lib/rules/exchange/exchange-impersonated-users";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeImpersonatedUsers,
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
              enableTargetedUserProtection: true,
              targetedUserProtectionAction: "Quarantine",
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
                enableTargetedUserProtection: false,
                targetedUserProtectionAction: "Quarantine",
              },
            },
          ],
        },
      }),
      finds: [
        {
          level: "warning",
          at: "object Office365 AntiPhish Default",
          message:
            "the anti-phishing policy Office365 AntiPhish Default does not act on senders who pose as sensitive people",
          received: "enableTargetedUserProtection: false",
          expected: "true",
          fix: "set enableTargetedUserProtection to true",
        },
      ],
    },
  },
};

export default cases;
