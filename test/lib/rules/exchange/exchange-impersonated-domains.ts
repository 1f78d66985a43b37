import { exchangeImpersonatedDomains } from "../../../../lib/rules/exchange/exchange-impersonated-domains";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeImpersonatedDomains,
  kind: "anti-phish-policy",
  good: {
    name: "Office365 AntiPhish Default",
    enableOrganizationDomainsProtection: true,
    targetedDomainProtectionAction: "Quarantine",
  },
  bad: { enableOrganizationDomainsProtection: false },
  finds: [
    {
      level: "warning",
      message:
        "the anti-phishing policy Office365 AntiPhish Default does not act on names like the own domains",
      received: "enableOrganizationDomainsProtection: false",
      expected: "true",
      fix: "set enableOrganizationDomainsProtection to true",
    },
  ],
});
