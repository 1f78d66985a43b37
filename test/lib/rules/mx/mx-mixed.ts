import { mxMixed } from "../../../../lib/rules/mx/mx-mixed";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxMixed,
  compliant: {
    "both of EOP's hosts during a move": online(
      "contoso.com MX 0 contoso-com.j-v1.mx.microsoft",
      "contoso.com MX 30 contoso-com.mail.protection.outlook.com",
    ),
    "other hosts alone": online("contoso.com MX 10 mx1.contoso.iphmx.com"),
  },
  violating: {
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
