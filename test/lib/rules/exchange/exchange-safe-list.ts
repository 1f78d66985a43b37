import { exchangeSafeList } from "../../../../lib/rules/exchange/exchange-safe-list";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeSafeList,
  kind: "hosted-connection-filter-policy",
  name: "the connection filter",
  good: { enableSafeList: false },
  bad: { enableSafeList: true },
  finds: [
    {
      level: "warning",
      message: "the connection filter takes Microsoft's safe list",
      received: "enableSafeList: true",
      expected: "false",
      fix: "set enableSafeList to false",
    },
  ],
});
