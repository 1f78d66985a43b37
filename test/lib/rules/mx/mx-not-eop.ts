import { mxNotEop } from "../../../../lib/rules/mx/mx-not-eop";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxNotEop,
  compliant: {
    "EOP's host": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "EOP beside another has a rule of its own": online(
      "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
      "contoso.com MX 10 mx.contoso.net",
    ),
  },
  violating: {
    "a gateway in front": {
      ...online("contoso.com MX 10 mx1.contoso.iphmx.com"),
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "mail of contoso.com is to arrive through EOP, and goes elsewhere",
          received: "mx1.contoso.iphmx.com",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or tell the estate why not: mx is an option of the domain",
        },
      ],
    },
    "the null MX": {
      ...online("contoso.com MX 0 ."),
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "contoso.com is to receive through EOP, and says that it receives nothing",
          received: ".",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or tell the estate why not: mx is an option of the domain",
        },
      ],
    },
  },
};

export default cases;
