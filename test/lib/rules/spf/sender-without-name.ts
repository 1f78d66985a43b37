import type { SenderName } from "../../../../lib/posture/evidence";
import { senderWithoutName } from "../../../../lib/rules/spf/sender-without-name";
import type { Fixture, RuleCases } from "../fixture";

const sending = (...senderNames: readonly SenderName[]): Fixture => ({
  domains: [
    {
      domain: "contoso.com",
      records: ["contoso.com TXT v=spf1 ip4:203.0.113.25 -all"],
      seen: { senderNames },
    },
  ],
});

const FIX =
  "ask whoever gave you the address to set its reverse record, and give that name the address; or take the address out of SPF";

const cases: RuleCases = {
  rule: senderWithoutName,
  compliant: {
    "a name that leads back": sending({
      address: "203.0.113.25",
      names: ["mail.contoso.com"],
      confirmed: "mail.contoso.com",
    }),
    "nobody answered for the address, or for one of its names": sending(
      { address: "203.0.113.25" },
      { address: "203.0.113.26", names: ["mail.contoso.com"], isOpen: true },
    ),
  },
  violating: {
    "no name, and names of others": {
      ...sending(
        { address: "203.0.113.25", names: [] },
        { address: "2001:db8::25", names: ["a.fabrikam.com"] },
        { address: "203.0.113.27", names: ["a.fabrikam.com", "b.fabrikam.com"] },
      ),
      finds: [
        {
          at: "contoso.com TXT",
          level: "warning",
          message: "2001:db8::25, which sends for contoso.com, has a name that does not lead back to it",
          received: "a.fabrikam.com",
          expected: "a PTR record with a name whose AAAA record is 2001:db8::25",
          fix: FIX,
        },
        {
          at: "contoso.com TXT",
          level: "warning",
          message: "203.0.113.25, which sends for contoso.com, has no name",
          received: "no PTR record",
          expected: "a PTR record with a name whose A record is 203.0.113.25",
          fix: FIX,
        },
        {
          at: "contoso.com TXT",
          level: "warning",
          message: "203.0.113.27, which sends for contoso.com, has a name that does not lead back to it",
          received: "a.fabrikam.com, b.fabrikam.com",
          expected: "a PTR record with a name whose A record is 203.0.113.27",
          fix: FIX,
        },
      ],
    },
  },
};

export default cases;
