import { exchangeAllowedSenderDomains } from "../../../../lib/rules/exchange/exchange-allowed-sender-domains";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeAllowedSenderDomains,
  kind: "hosted-content-filter-policy",
  good: { name: "Default" },
  bad: { allowedSenderDomains: ["partner.example"] },
  finds: [
    {
      level: "warning",
      message: "the anti-spam policy Default lets mail of whole domains past the spam filter",
      received: "allowedSenderDomains: partner.example",
      expected: "nobody",
      fix: "set allowedSenderDomains",
    },
  ],
});
