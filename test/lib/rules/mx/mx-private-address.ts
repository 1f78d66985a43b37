import { mxPrivateAddress } from "../../../../lib/rules/mx/mx-private-address";
import { parked, type RuleCases, receiving } from "../fixture";

const MX = "contoso.org MX 10 mail.contoso.org";

const cases: RuleCases = {
  rule: mxPrivateAddress,
  compliant: {
    "an address on the Internet": receiving(MX, "mail.contoso.org A 198.51.100.25"),
    "a private address beside one on the Internet": receiving(
      MX,
      "mail.contoso.org A 10.0.0.25",
      "mail.contoso.org AAAA 2001:db8::25",
    ),
    "no address, which has a rule of its own": receiving(MX),
    "the null MX": parked("contoso.net MX 0 ."),
    "the other family is not known": {
      ...receiving(MX, "mail.contoso.org A 10.0.0.25"),
      sources: ["observed"],
      unknown: ["mail.contoso.org AAAA"],
    },
  },
  violating: {
    "private and loopback addresses only": {
      ...receiving(MX, "mail.contoso.org A 192.168.1.25", "mail.contoso.org AAAA ::1"),
      finds: [
        {
          level: "error",
          at: "contoso.org MX",
          message:
            "the MX host mail.contoso.org of contoso.org has addresses only that nobody outside can reach",
          received: "192.168.1.25, ::1",
          expected: "an address on the Internet",
          fix: "give the host a public address, or name another one",
        },
      ],
    },
  },
};

export default cases;
