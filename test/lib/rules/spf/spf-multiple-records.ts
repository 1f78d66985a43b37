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
    "three records": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: [
            EOP,
            "contoso.com TXT MS=ms12345678",
            "contoso.com TXT v=spf1 mx -all",
            "contoso.com TXT v=spf1 a -all",
          ],
        },
      ],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT #3",
          message: "contoso.com has 3 SPF records, which is a permanent error to receivers",
          received:
            '"v=spf1 include:spf.protection.outlook.com -all" and "v=spf1 mx -all" and "v=spf1 a -all"',
          expected: "one record",
          fix: "write the terms of all into one record, and delete the others",
        },
      ],
    },
    "two records, though they are equal": {
      domains: [{ domain: "contoso.com", profile: "exchange-online", records: [EOP, EOP] }],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT #2",
          message: "contoso.com has 2 SPF records, which is a permanent error to receivers",
          received:
            '"v=spf1 include:spf.protection.outlook.com -all" and "v=spf1 include:spf.protection.outlook.com -all"',
          expected: "one record",
          fix: "write the terms of all into one record, and delete the others",
        },
      ],
    },
    "a second record in capitals": {
      domains: [
        { domain: "contoso.com", profile: "exchange-online", records: [EOP, "contoso.com TXT V=SPF1 -ALL"] },
      ],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT #2",
          message: "contoso.com has 2 SPF records, which is a permanent error to receivers",
          received: '"v=spf1 include:spf.protection.outlook.com -all" and "V=SPF1 -ALL"',
          expected: "one record",
          fix: "write the terms of all into one record, and delete the others",
        },
      ],
    },
  },
};

export default cases;
