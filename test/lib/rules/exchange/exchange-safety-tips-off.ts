import { exchangeSafetyTipsOff } from "../../../../lib/rules/exchange/exchange-safety-tips-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeSafetyTipsOff,
  kind: "anti-phish-policy",
  good: {
    name: "Office365 AntiPhish Default",
    enableFirstContactSafetyTips: true,
    enableSimilarUsersSafetyTips: true,
    enableSimilarDomainsSafetyTips: true,
    enableUnusualCharactersSafetyTips: true,
    enableUnauthenticatedSender: true,
    enableViaTag: true,
  },
  bad: { enableFirstContactSafetyTips: false },
  finds: [
    {
      level: "warning",
      message: "the anti-phishing policy Office365 AntiPhish Default does not show all safety tips",
      received: "enableFirstContactSafetyTips: false",
      expected: "true",
      fix: "set enableFirstContactSafetyTips to true",
    },
  ],
});
