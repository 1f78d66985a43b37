import { mxUnresolvable } from "../../../../lib/rules/mx/mx-unresolvable";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxUnresolvable,
  compliant: {
    "addresses that are not known yet": {
      ...online("contoso.com MX 0 mx.contoso.com", "mx.contoso.com TXT gone"),
      unknown: ["mx.contoso.com A"],
    },
    "a host with an address": online("contoso.com MX 0 mx.contoso.com", "mx.contoso.com A 192.0.2.25"),
    "an IPv6 address is one": online("contoso.com MX 0 mx.contoso.com", "mx.contoso.com AAAA 2001:db8::25"),
    "an alias has a rule of its own": online(
      "contoso.com MX 0 mx.contoso.com",
      "mx.contoso.com CNAME relay.contoso.net",
    ),
    "the null MX": parked("contoso.net MX 0 ."),
  },
  violating: {
    "a host without": {
      ...online("contoso.com MX 0 mx.contoso.com", "mx.contoso.com TXT gone"),
      finds: [
        {
          level: "error",
          at: "contoso.com MX",
          message: "the MX host mx.contoso.com of contoso.com has no address",
          expected: "A or AAAA records",
          fix: "check that the domain is verified in its tenant, and compare with the MX that Microsoft shows",
        },
      ],
    },
  },
};

export default cases;
