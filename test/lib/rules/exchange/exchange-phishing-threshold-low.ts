import { exchangePhishingThresholdLow } from "../../../../lib/rules/exchange/exchange-phishing-threshold-low";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangePhishingThresholdLow,
  kind: "anti-phish-policy",
  good: {
    name: "Office365 AntiPhish Default",
    phishThresholdLevel: 3,
    enableMailboxIntelligenceProtection: true,
  },
  bad: { phishThresholdLevel: 1 },
  finds: [
    {
      level: "warning",
      message: "the anti-phishing policy Office365 AntiPhish Default acts on less phishing than it could",
      received: "phishThresholdLevel: 1",
      expected: "2 or more",
      fix: "set phishThresholdLevel",
    },
  ],
});
