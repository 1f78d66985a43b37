import { mxMissing } from "../../../../lib/rules/mx/mx-missing";
import { CONTOSO, online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxMissing,
  compliant: {
    "EOP's host": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "a domain that receives nothing": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["news.contoso.com TXT v=spf1 include:servers.mcsv.net -all"],
        },
      ],
    },
    "a host that is known after apply": { ...online(), unknown: ["contoso.com MX"] },
  },
  violating: {
    "the gateway that the estate names": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          mx: [{ host: "mx1.contoso.iphmx.com" }],
          records: [],
        },
      ],
      finds: [
        {
          level: "error",
          at: "contoso.com",
          message: "contoso.com receives mail and has no MX record",
          expected: "an MX record",
          fix: "publish the MX record that the estate names",
        },
      ],
    },
    "no MX": {
      ...online("contoso.com TXT v=spf1 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com",
          message: "contoso.com receives mail and has no MX record",
          expected: "an MX record of EOP's host for the domain",
          fix: "publish the MX record that Microsoft shows for the domain",
        },
      ],
    },
  },
};

export default cases;
