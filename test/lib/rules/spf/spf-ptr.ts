import { spfPtr } from "../../../../lib/rules/spf/spf-ptr";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfPtr,
  compliant: {
    "ptr behind all": online("contoso.com TXT v=spf1 -all ptr"),
    "hosts by name": online("contoso.com TXT v=spf1 a:relay.contoso.com -all"),
  },
  violating: {
    "two of them": {
      ...online("contoso.com TXT v=spf1 ptr ?ptr:contoso.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com uses ptr",
          received: "ptr",
          fix: "name the hosts with ip4, ip6 or a",
        },
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com uses ptr",
          received: "?ptr:contoso.com",
          fix: "name the hosts with ip4, ip6 or a",
        },
      ],
    },
    ptr: {
      ...online("contoso.com TXT v=spf1 ptr -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com uses ptr",
          received: "ptr",
          fix: "name the hosts with ip4, ip6 or a",
        },
      ],
    },
  },
};

export default cases;
