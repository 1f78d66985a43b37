import { exchangeAttachmentsUnchecked } from "../../../../lib/rules/exchange/exchange-attachments-unchecked";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeAttachmentsUnchecked,
  kind: "safe-attachment-policy",
  good: { name: "Everyone", enable: true },
  bad: { enable: false },
  finds: [
    {
      level: "warning",
      message: "the Safe Attachments policy Everyone delivers attachments that misbehave",
      received: "enable: false",
      expected: "true",
      fix: "set enable to true",
    },
  ],
});
