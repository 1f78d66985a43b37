import { exchangeImpersonatedPartners } from "../../../../lib/rules/exchange/exchange-impersonated-partners";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeImpersonatedPartners,
  kind: "anti-phish-policy",
  good: {
    name: "Office365 AntiPhish Default",
    enableTargetedDomainsProtection: true,
    targetedDomainProtectionAction: "Quarantine",
  },
  bad: { enableTargetedDomainsProtection: false },
  finds: [
    {
      level: "warning",
      message:
        "the anti-phishing policy Office365 AntiPhish Default does not act on names like partners' domains",
      received: "enableTargetedDomainsProtection: false",
      expected: "true",
      fix: "set enableTargetedDomainsProtection to true",
    },
  ],
});
