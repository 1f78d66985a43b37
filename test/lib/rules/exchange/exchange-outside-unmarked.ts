import { exchangeOutsideUnmarked } from "../../../../lib/rules/exchange/exchange-outside-unmarked";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeOutsideUnmarked,
  kind: "external-in-outlook",
  name: "the External tag of Outlook",
  good: { enabled: true },
  bad: { enabled: false },
  finds: [
    {
      level: "warning",
      message: "the External tag of Outlook is off",
      received: "enabled: false",
      expected: "true",
      fix: "set enabled to true",
    },
  ],
});
