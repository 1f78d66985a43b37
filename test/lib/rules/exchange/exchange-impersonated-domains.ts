import { exchangeImpersonatedDomains } from "../../../../lib/rules/exchange/exchange-impersonated-domains";
import { type RuleCases, tenant } from "../fixture";

const cases: RuleCases = {
  rule: exchangeImpersonatedDomains,
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
              enableOrganizationDomainsProtection: true,
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
                enableOrganizationDomainsProtection: false,
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
            "the anti-phishing policy Office365 AntiPhish Default does not act on names like the own domains",
          received: "enableOrganizationDomainsProtection: false",
          expected: "true",
          fix: "set enableOrganizationDomainsProtection to true",
        },
      ],
    },
  },
};

export default cases;
