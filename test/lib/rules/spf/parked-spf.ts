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
      finds: ["contoso.net sends nothing, and its SPF record allows senders"],
    },
    softfail: {
      ...parked("contoso.net TXT v=spf1 ~all"),
      finds: ["contoso.net sends nothing, and its SPF record allows senders"],
    },
  },
};

export default cases;
