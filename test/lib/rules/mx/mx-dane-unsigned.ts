import { mxDaneUnsigned } from "../../../../lib/rules/mx/mx-dane-unsigned";
import { CONTOSO, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: mxDaneUnsigned,
  compliant: {
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
      finds: ["contoso.com names a DNSSEC-signed MX host, and its own zone is not signed"],
    },
  },
};

export default cases;
