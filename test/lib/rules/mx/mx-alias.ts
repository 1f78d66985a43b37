import { mxAlias } from "../../../../lib/rules/mx/mx-alias";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxAlias,
  compliant: {
    "the null MX": online("contoso.com MX 0 ."),
    "a host that nobody knows anything of": online("contoso.com MX 0 mx.contoso.net"),
    "a host with an address": { ...online("contoso.com MX 0 mx.contoso.com", "mx.contoso.com A 192.0.2.25") },
  },
  violating: {
    "an alias in the zone": {
      ...online("contoso.com MX 0 mx.contoso.com", "mx.contoso.com CNAME relay.contoso.net"),
      finds: [
        {
          level: "error",
          at: "contoso.com MX",
          message: "the MX host mx.contoso.com of contoso.com is an alias",
          received: "CNAME relay.contoso.net",
          expected: "a host with A or AAAA records",
          fix: "name relay.contoso.net in the MX itself",
        },
      ],
    },
  },
};

export default cases;
