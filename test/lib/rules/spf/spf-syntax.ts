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
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is a permanent error: not an IPv4 address",
          received: '"192.0.2.256"',
          expected: "four numbers such as 192.0.2.1",
        },
      ],
    },
    "errors behind all count too": {
      ...online("contoso.com TXT v=spf1 -all ipv4:192.0.2.1"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: 'the SPF record of contoso.com is a permanent error: unknown mechanism "ipv4"',
          received: '"ipv4:192.0.2.1"',
          expected: "all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value",
          fix: "ip4: is meant, perhaps",
        },
      ],
    },
  },
};

export default cases;
