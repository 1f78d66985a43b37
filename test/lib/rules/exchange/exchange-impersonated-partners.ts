import { exchangeImpersonatedPartners } from "../../../../lib/rules/exchange/exchange-impersonated-partners";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeImpersonatedPartners,
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
              enableTargetedDomainsProtection: true,
              targetedDomainProtectionAction: "Quarantine",
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
                enableTargetedDomainsProtection: false,
                targetedDomainProtectionAction: "Quarantine",
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
            "the anti-phishing policy Office365 AntiPhish Default does not act on names like partners' domains",
          received: "enableTargetedDomainsProtection: false",
          expected: "true",
          fix: "set enableTargetedDomainsProtection to true",
        },
      ],
    },
  },
};

export default cases;
