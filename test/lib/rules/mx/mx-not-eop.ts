import { mxNotEop } from "../../../../lib/rules/mx/mx-not-eop";
import { CONTOSO, online, parked, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: mxNotEop,
  compliant: {
    "the gateway that the estate names": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          mx: [{ host: "mx1.contoso.iphmx.com" }],
          records: ["contoso.com MX 10 mx1.contoso.iphmx.com"],
        },
      ],
    },
    "a single host that the estate names": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          mx: { host: "mx1.contoso.iphmx.com" },
          records: ["contoso.com MX 10 mx1.contoso.iphmx.com"],
        },
      ],
    },
    "nobody has declared what the domain is for": undeclared("contoso.com MX 10 mx1.contoso.iphmx.com"),
    "a domain that receives nothing": parked("contoso.net MX 10 mx1.contoso.iphmx.com"),
    "no MX has a rule of its own": online(),
    "EOP's host": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "EOP beside another has a rule of its own": online(
      "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
      "contoso.com MX 10 mx.contoso.net",
    ),
  },
  violating: {
    "the estate names EOP's host, and another stands there": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          mx: [{ host: "contoso-com.mail.protection.outlook.com" }],
          records: ["contoso.com MX 10 mx1.contoso.iphmx.com"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "mail of contoso.com is to arrive through EOP, and goes elsewhere",
          received: "mx1.contoso.iphmx.com",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or name the gateway under mx in the estate",
        },
      ],
    },
    "the estate asks for EOP": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          mx: "auto",
          records: ["contoso.com MX 10 mx1.contoso.iphmx.com"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "mail of contoso.com is to arrive through EOP, and goes elsewhere",
          received: "mx1.contoso.iphmx.com",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or name the gateway under mx in the estate",
        },
      ],
    },
    "the estate names a partition": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          mx: { partition: "n" },
          records: ["contoso.com MX 10 mx1.contoso.iphmx.com"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "mail of contoso.com is to arrive through EOP, and goes elsewhere",
          received: "mx1.contoso.iphmx.com",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or name the gateway under mx in the estate",
        },
      ],
    },
    "two gateways": {
      ...online("contoso.com MX 20 mx2.contoso.iphmx.com", "contoso.com MX 10 mx1.contoso.iphmx.com"),
      finds: [
        {
          level: "warning",
          at: "contoso.com MX #2",
          message: "mail of contoso.com is to arrive through EOP, and goes elsewhere",
          received: "mx1.contoso.iphmx.com, mx2.contoso.iphmx.com",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or name the gateway under mx in the estate",
        },
      ],
    },
    "a gateway in front": {
      ...online("contoso.com MX 10 mx1.contoso.iphmx.com"),
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "mail of contoso.com is to arrive through EOP, and goes elsewhere",
          received: "mx1.contoso.iphmx.com",
          expected: "EOP's host for the domain",
          fix: "point the MX to EOP, or name the gateway under mx in the estate",
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
          fix: "point the MX to EOP, or name the gateway under mx in the estate",
        },
      ],
    },
  },
};

export default cases;
