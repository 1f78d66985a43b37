import { exchangeForwardingOpen } from "../../../../lib/rules/exchange/exchange-forwarding-open";
import type { Fixture } from "../fixture";
import { type RuleCases, tenant } from "../fixture";

const forwarding = (mode: "On" | "Off" | "Automatic"): Fixture =>
  tenant({ exchange: { forwarding: [{ policy: "Default", mode, where: {} }] } });

const cases: RuleCases = {
  rule: exchangeForwardingOpen,
  compliant: {
    off: forwarding("Off"),
  },
  violating: {
    on: {
      ...forwarding("On"),
      finds: ["the outbound spam policy Default lets mailboxes forward to the outside"],
    },
    "as Microsoft likes": {
      ...forwarding("Automatic"),
      finds: ["the outbound spam policy Default leaves forwarding to the outside to Microsoft's default"],
    },
  },
};

export default cases;
