import { exchangeImpersonatedUsers } from "../../../../lib/rules/exchange/exchange-impersonated-users";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeImpersonatedUsers,
  kind: "anti-phish-policy",
  good: {
    name: "Office365 AntiPhish Default",
    enableTargetedUserProtection: true,
    targetedUserProtectionAction: "Quarantine",
  },
  bad: { enableTargetedUserProtection: false },
  finds: [
    {
      level: "warning",
      message:
        "the anti-phishing policy Office365 AntiPhish Default does not act on senders who pose as sensitive people",
      received: "enableTargetedUserProtection: false",
      expected: "true",
      fix: "set enableTargetedUserProtection to true",
    },
  ],
});
