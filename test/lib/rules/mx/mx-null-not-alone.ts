import { mxNullNotAlone } from "../../../../lib/rules/mx/mx-null-not-alone";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxNullNotAlone,
  compliant: {
    "the null MX alone": parked("contoso.net MX 0 ."),
    "hosts alone": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
  },
  violating: {
    "a domain that receives": {
      ...online("contoso.com MX 10 mail.contoso.com", "contoso.com MX 0 ."),
      finds: [
        {
          level: "error",
          at: "contoso.com MX #2",
          message: "contoso.com says that it receives no mail, and names hosts that receive it",
          received: "0 ., 10 mail.contoso.com",
          expected: "the null MX alone, or the hosts alone",
          fix: "remove the null MX",
        },
      ],
    },
    both: {
      ...parked("contoso.net MX 0 .", "contoso.net MX 10 mail.contoso.net"),
      finds: [
        {
          level: "error",
          at: "contoso.net MX",
          message: "contoso.net says that it receives no mail, and names hosts that receive it",
          received: "0 ., 10 mail.contoso.net",
          expected: "the null MX alone, or the hosts alone",
          fix: "remove the other records",
        },
      ],
    },
  },
};

export default cases;
