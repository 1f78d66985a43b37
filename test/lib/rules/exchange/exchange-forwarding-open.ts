import { exchangeForwardingOpen } from "../../../../lib/rules/exchange/exchange-forwarding-open";
import type { Fixture } from "../fixture";
import { type RuleCases, tenant } from "../fixture";

const forwarding = (mode: "On" | "Off" | "Automatic"): Fixture =>
  tenant({ exchange: { forwarding: [{ policy: "Default", mode }] } });

const cases: RuleCases = {
  rule: exchangeForwardingOpen,
  compliant: {
    off: forwarding("Off"),
  },
  violating: {
    on: {
      ...forwarding("On"),
      finds: [
        {
          level: "warning",
          at: "outbound spam policy Default",
          message: "the outbound spam policy Default lets mailboxes forward to the outside",
          received: "On",
          expected: "Off",
        },
      ],
    },
    "as Microsoft likes": {
      ...forwarding("Automatic"),
      finds: [
        {
          level: "note",
          at: "outbound spam policy Default",
          message: "the outbound spam policy Default leaves forwarding to the outside to Microsoft's default",
          received: "Automatic",
          expected: "Off",
        },
      ],
    },
  },
};

export default cases;
