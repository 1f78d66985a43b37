import { exchangeAlertOff } from "../../../../lib/rules/exchange/exchange-alert-off";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeAlertOff,
  kind: "protection-alert",
  good: { name: "Forwarding was set up", notifyUser: ["soc@contoso.com"] },
  bad: { disabled: true },
  finds: [
    {
      level: "warning",
      message: "the alert policy Forwarding was set up is off",
      received: "disabled: true",
      expected: "false",
      fix: "set disabled to false; policies that Microsoft made are switched on in the Defender portal",
    },
  ],
});
