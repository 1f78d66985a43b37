import { exchangeRemoteForwarding } from "../../../../lib/rules/exchange/exchange-remote-forwarding";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeRemoteForwarding,
  kind: "remote-domain",
  good: { name: "Default", domainName: "*", autoForwardEnabled: false },
  bad: { autoForwardEnabled: true },
  finds: [
    {
      level: "warning",
      message: "the remote domain Default lets mail be forwarded to it by itself",
      received: "autoForwardEnabled: true",
      expected: "false",
      fix: "set autoForwardEnabled to false",
    },
  ],
});
