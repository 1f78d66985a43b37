import { spfMultipleRecords } from "../../../../lib/rules/spf/spf-multiple-records";
import type { RuleCases } from "../fixture";

const EOP = "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all";

const cases: RuleCases = {
  rule: spfMultipleRecords,
  compliant: {
    "one SPF record beside another text": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: [EOP, "contoso.com TXT MS=ms12345678"],
        },
      ],
    },
    "a record each at the domain and below it": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: [EOP, "bounce.contoso.com TXT v=spf1 include:amazonses.com -all"],
        },
      ],
    },
  },
  violating: {
    "two records, though they are equal": {
      domains: [{ domain: "contoso.com", profile: "exchange-online", records: [EOP, EOP] }],
      finds: ["contoso.com has 2 SPF records, which is a permanent error to receivers"],
    },
    "a second record in capitals": {
      domains: [
        { domain: "contoso.com", profile: "exchange-online", records: [EOP, "contoso.com TXT V=SPF1 -ALL"] },
      ],
      finds: ["contoso.com has 2 SPF records, which is a permanent error to receivers"],
    },
  },
};

export default cases;
