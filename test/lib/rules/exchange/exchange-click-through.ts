import { exchangeClickThrough } from "../../../../lib/rules/exchange/exchange-click-through";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeClickThrough,
  kind: "safe-links-policy",
  good: { name: "Everyone", allowClickThrough: false, disableUrlRewrite: false },
  bad: { allowClickThrough: true },
  finds: [
    {
      level: "warning",
      message: "the Safe Links policy Everyone lets users go on to what was blocked",
      received: "allowClickThrough: true",
      expected: "false",
      fix: "set allowClickThrough to false",
    },
  ],
});
