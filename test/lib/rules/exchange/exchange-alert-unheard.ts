import { exchangeAlertUnheard } from "../../../../lib/rules/exchange/exchange-alert-unheard";
import { type RuleCases, tenant } from "../fixture";

const alert = (values: Readonly<Record<string, boolean | readonly string[]>>) =>
  tenant({
    exchange: {
      objects: [{ kind: "protection-alert", name: "Forwarding", values: { name: "Forwarding", ...values } }],
    },
  });

const found = (received: string) => [
  {
    level: "warning" as const,
    at: "object Forwarding",
    message: "the alert policy Forwarding tells nobody",
    received,
    expected: "an address that somebody reads",
    fix: "name who is told in notifyUser, and leave notificationEnabled on",
  },
];

const cases: RuleCases = {
  rule: exchangeAlertUnheard,
  compliant: {
    "nothing is known of it": tenant({}),
    "somebody is told": alert({ notifyUser: ["soc@contoso.com"] }),
    "one that is off is told of elsewhere": alert({ disabled: true }),
  },
  violating: {
    "nobody is named": { ...alert({}), finds: found("notifyUser: nobody") },
    "no messages are sent": {
      ...alert({ notifyUser: ["soc@contoso.com"], notificationEnabled: false }),
      finds: found("notificationEnabled: false"),
    },
  },
};

export default cases;
