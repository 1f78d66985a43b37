import { mxIpAddress } from "../../../../lib/rules/mx/mx-ip-address";
import { parked, type RuleCases, receiving } from "../fixture";

const cases: RuleCases = {
  rule: mxIpAddress,
  compliant: {
    "a host whose name begins with an address": receiving("contoso.org MX 10 192.0.2.25.contoso.org"),
    "the null MX": parked("contoso.net MX 0 ."),
  },
  violating: {
    "an IPv4 address": {
      ...receiving("contoso.org MX 10 192.0.2.25"),
      finds: [
        {
          level: "error",
          at: "contoso.org MX",
          message: "the MX of contoso.org is an address, which no sender can look up",
          received: "10 192.0.2.25",
          expected: "the name of a host",
          fix: "make an A record with 192.0.2.25, and point the MX to its name",
        },
      ],
    },
  },
};

export default cases;
