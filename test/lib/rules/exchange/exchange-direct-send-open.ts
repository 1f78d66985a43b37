import { exchangeDirectSendOpen } from "../../../../lib/rules/exchange/exchange-direct-send-open";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeDirectSendOpen,
  kind: "organization-config",
  name: "the organization's settings",
  good: { rejectDirectSend: true },
  bad: { rejectDirectSend: false },
  finds: [
    {
      level: "warning",
      message: "the organization's settings take anonymous mail in the organization's own name",
      received: "rejectDirectSend: false",
      expected: "true",
      fix: "set rejectDirectSend to true",
    },
  ],
});
