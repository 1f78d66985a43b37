import { mxMixed } from "../../../../lib/rules/mx/mx-mixed";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxMixed,
  compliant: {
    "the null MX beside EOP has a rule of its own": online(
      "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
      "contoso.com MX 10 .",
    ),
    "the null MX beside a host that is none of EOP's": online(
      "contoso.com MX 0 .",
      "contoso.com MX 10 mx.contoso.net",
    ),
    "no MX": online(),
    "both of EOP's hosts during a move": online(
      "contoso.com MX 0 contoso-com.j-v1.mx.microsoft",
      "contoso.com MX 30 contoso-com.mail.protection.outlook.com",
    ),
    "other hosts alone": online("contoso.com MX 10 mx1.contoso.iphmx.com"),
  },
  violating: {
    "two others, the preferred one first": {
      ...online(
        "contoso.com MX 20 mx2.contoso.net",
        "contoso.com MX 10 mx1.contoso.net",
        "contoso.com MX 30 contoso-com.mail.protection.outlook.com",
      ),
      finds: [
        {
          level: "warning",
          at: "contoso.com MX #2",
          message: "contoso.com has MX hosts of EOP beside others",
          received: "mx1.contoso.net, mx2.contoso.net",
          expected: "EOP's hosts alone",
          fix: "remove the others once no mail needs them",
        },
      ],
    },
    "EOP beside the old host": {
      ...online(
        "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
        "contoso.com MX 10 mail.contoso.com",
      ),
      finds: [
        {
          level: "warning",
          at: "contoso.com MX #2",
          message: "contoso.com has MX hosts of EOP beside others",
          received: "mail.contoso.com",
          expected: "EOP's hosts alone",
          fix: "remove the others once no mail needs them",
        },
      ],
    },
  },
};

export default cases;
