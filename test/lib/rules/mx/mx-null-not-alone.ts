import { mxNullNotAlone } from "../../../../lib/rules/mx/mx-null-not-alone";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxNullNotAlone,
  compliant: {
    "the null MX alone": parked("contoso.net MX 0 ."),
    "hosts alone": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
  },
  violating: {
    "a preference that no null MX has": {
      ...parked("contoso.net MX 10 ."),
      finds: [
        {
          level: "error",
          at: "contoso.net MX",
          message: "the null MX of contoso.net has a preference, so that senders need not take it for one",
          received: "10 .",
          expected: "0 . (RFC 7505 §3)",
          fix: "write 0",
        },
      ],
    },
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
