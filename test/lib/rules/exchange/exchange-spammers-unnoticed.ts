import { exchangeSpammersUnnoticed } from "../../../../lib/rules/exchange/exchange-spammers-unnoticed";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeSpammersUnnoticed,
  kind: "hosted-outbound-spam-filter-policy",
  good: { name: "Default", notifyOutboundSpam: true, bccSuspiciousOutboundMail: true },
  bad: { notifyOutboundSpam: false },
  finds: [
    {
      level: "warning",
      message: "the outbound spam policy Default tells nobody of mailboxes that send spam",
      received: "notifyOutboundSpam: false",
      expected: "true",
      fix: "set notifyOutboundSpam to true",
    },
  ],
});
