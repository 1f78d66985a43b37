import { exchangeForwardingOpen } from "../../../../lib/rules/exchange/exchange-forwarding-open";
import type { Fixture } from "../fixture";
import { type RuleCases, tenant } from "../fixture";

const forwarding = (mode: "On" | "Off" | "Automatic"): Fixture =>
  tenant({ exchange: { forwarding: [{ policy: "Default", mode }] } });

const cases: RuleCases = {
  rule: exchangeForwardingOpen,
  compliant: {
    "nothing is known of it": tenant({}),
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
          fix: "set AutoForwardingMode to Off, and allow it by a policy for the mailboxes that need it",
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
          fix: "set AutoForwardingMode to Off, and allow it by a policy for the mailboxes that need it",
        },
      ],
    },
  },
};

export default cases;
