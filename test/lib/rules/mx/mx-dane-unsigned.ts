import { mxDaneUnsigned } from "../../../../lib/rules/mx/mx-dane-unsigned";
import { CONTOSO, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxDaneUnsigned,
  compliant: {
    "a host of nobody known": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          dnssec: false,
          records: ["contoso.com MX 0 mx.contoso.net"],
        },
      ],
    },
    "a signed zone": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          dnssec: true,
          records: ["contoso.com MX 0 contoso-com.j-v1.mx.microsoft"],
        },
      ],
    },
    "a host that is not signed": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          dnssec: false,
          records: ["contoso.com MX 0 contoso-com.mail.protection.outlook.com"],
        },
      ],
    },
  },
  violating: {
    "an unsigned zone": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          dnssec: false,
          records: ["contoso.com MX 0 contoso-com.j-v1.mx.microsoft"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "contoso.com MX",
          message: "contoso.com names a DNSSEC-signed MX host, and its own zone is not signed",
          received: "contoso-com.j-v1.mx.microsoft",
          expected: "a signed zone with a DS record at the registrar",
          fix: "sign the zone, and publish its DS record",
        },
      ],
    },
  },
};

export default cases;
