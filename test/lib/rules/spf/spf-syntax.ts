import { spfSyntax } from "../../../../lib/rules/spf/spf-syntax";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfSyntax,
  compliant: {
    "a record with every mechanism": online(
      "contoso.com TXT v=spf1 a mx ip4:192.0.2.0/24 ip6:2001:db8::/32 include:spf.protection.outlook.com exists:%{i}._spf.%{d} -all",
    ),
  },
  violating: {
    "an address that is none": {
      ...online("contoso.com TXT v=spf1 ip4:192.0.2.256 -all"),
      finds: ["the SPF record of contoso.com is a permanent error: not an IPv4 address"],
    },
    "errors behind all count too": {
      ...online("contoso.com TXT v=spf1 -all ipv4:192.0.2.1"),
      finds: ['the SPF record of contoso.com is a permanent error: unknown mechanism "ipv4"'],
    },
  },
};

export default cases;
