import { spfPtr } from "../../../../lib/rules/spf/spf-ptr";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfPtr,
  compliant: {
    "hosts by name": online("contoso.com TXT v=spf1 a:relay.contoso.com -all"),
  },
  violating: {
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
