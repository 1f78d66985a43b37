import { spfBroadNetwork } from "../../../../lib/rules/spf/spf-broad-network";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfBroadNetwork,
  compliant: {
    "hosts, and the networks that they stand in": online(
      "contoso.com TXT v=spf1 a mx/16//32 include:spf.protection.outlook.com -all",
    ),
    "the whole Internet has a rule of its own": online("contoso.com TXT v=spf1 ip4:0.0.0.0/0 ip6:::/0 -all"),
    "a large network about which the record is neutral": online(
      "contoso.com TXT v=spf1 ?ip4:10.0.0.0/8 -all",
    ),
    "a network behind all": online("contoso.com TXT v=spf1 -all ip4:10.0.0.0/8"),
    "a /16 and a /32 of IPv6": online("contoso.com TXT v=spf1 ip4:198.18.0.0/16 ip6:2001:db8::/32 -all"),
    "a large network that is refused": online("contoso.com TXT v=spf1 -ip4:10.0.0.0/8 mx -all"),
  },
  violating: {
    "large networks around hosts": {
      ...online("contoso.com TXT v=spf1 a/15 mx//31 -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets a very large network send",
          received: "a/15",
          expected: "a prefix of /16 or longer",
          fix: "list the addresses that really send",
        },
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets a very large network send",
          received: "mx//31",
          expected: "a prefix of /32 or longer",
          fix: "list the addresses that really send",
        },
      ],
    },
    "a /15 and a /31 of IPv6": {
      ...online("contoso.com TXT v=spf1 ip4:198.18.0.0/15 ip6:2001:db8::/31 -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets a very large network send",
          received: "ip4:198.18.0.0/15",
          expected: "a prefix of /16 or longer",
          fix: "list the addresses that really send",
        },
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets a very large network send",
          received: "ip6:2001:db8::/31",
          expected: "a prefix of /32 or longer",
          fix: "list the addresses that really send",
        },
      ],
    },
    "a /8 and a /20 of IPv6": {
      ...online("contoso.com TXT v=spf1 ip4:198.0.0.0/8 ip6:2001::/20 -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets a very large network send",
          received: "ip4:198.0.0.0/8",
          expected: "a prefix of /16 or longer",
          fix: "list the addresses that really send",
        },
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets a very large network send",
          received: "ip6:2001::/20",
          expected: "a prefix of /32 or longer",
          fix: "list the addresses that really send",
        },
      ],
    },
  },
};

export default cases;
