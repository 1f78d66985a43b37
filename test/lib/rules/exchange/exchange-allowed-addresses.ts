import { exchangeAllowedAddresses } from "../../../../lib/rules/exchange/exchange-allowed-addresses";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeAllowedAddresses,
  kind: "hosted-connection-filter-policy",
  name: "the connection filter",
  good: { ipAllowList: [] },
  bad: { ipAllowList: ["192.0.2.1"] },
  finds: [
    {
      level: "warning",
      message: "the connection filter lets mail from some addresses past the filters",
      received: "ipAllowList: 192.0.2.1",
      expected: "nobody",
      fix: "set ipAllowList",
    },
  ],
});
