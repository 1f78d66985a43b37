import { exchangeDataLossIdle } from "../../../../lib/rules/exchange/exchange-data-loss-idle";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeDataLossIdle,
  kind: "dlp-compliance-policy",
  good: { name: "Cards", mode: "Enable" },
  bad: { mode: "TestWithNotifications" },
  finds: [
    {
      level: "warning",
      message: "the data loss policy Cards stops nothing",
      received: "mode: TestWithNotifications",
      expected: "Enable",
      fix: "set mode",
    },
  ],
});
