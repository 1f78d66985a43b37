import { parkedSpf } from "../../../../lib/rules/spf/parked-spf";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: parkedSpf,
  compliant: {
    "nobody sends": parked("contoso.net TXT v=spf1 -all"),
    "a domain that sends": online("contoso.com TXT v=spf1 mx -all"),
  },
  violating: {
    "a sender is left": {
      ...parked("contoso.net TXT v=spf1 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.net TXT",
          message: "contoso.net sends nothing, and its SPF record allows senders",
          received: '"v=spf1 include:spf.protection.outlook.com -all"',
          expected: "v=spf1 -all",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
    softfail: {
      ...parked("contoso.net TXT v=spf1 ~all"),
      finds: [
        {
          level: "warning",
          at: "contoso.net TXT",
          message: "contoso.net sends nothing, and its SPF record allows senders",
          received: '"v=spf1 ~all"',
          expected: "v=spf1 -all",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
  },
};

export default cases;
