import { spfMissing } from "../../../../lib/rules/spf/spf-missing";
import { online, parked, type RuleCases, receiving } from "../fixture";

const cases: RuleCases = {
  rule: spfMissing,
  compliant: {
    "a record of its own": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "a parked domain that says nobody sends": parked("contoso.net TXT v=spf1 -all"),
    "a TXT record that is not known": { ...online(), unknown: ["contoso.com TXT"] },
  },
  violating: {
    "a domain that receives only": {
      ...receiving("contoso.org MX 0 contoso-org.mail.protection.outlook.com"),
      finds: [
        {
          level: "warning",
          at: "contoso.org",
          message: "contoso.org has no SPF record",
          expected: "a TXT record at contoso.org that begins with v=spf1",
          instead: ["contoso.org TXT v=spf1 -all"],
        },
      ],
    },
    "other texts alone": {
      ...online("contoso.com TXT MS=ms12345678"),
      finds: [
        {
          level: "warning",
          at: "contoso.com",
          message: "contoso.com has no SPF record",
          expected: "a TXT record at contoso.com that begins with v=spf1",
          fix: "list who sends, and end with -all",
        },
      ],
    },
    "a record only below the domain": {
      ...online("bounce.contoso.com TXT v=spf1 include:amazonses.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com",
          message: "contoso.com has no SPF record",
          expected: "a TXT record at contoso.com that begins with v=spf1",
          fix: "list who sends, and end with -all",
        },
      ],
    },
    "a parked domain without": {
      ...parked("contoso.net MX 0 ."),
      finds: [
        {
          level: "warning",
          at: "contoso.net",
          message: "contoso.net has no SPF record",
          expected: "a TXT record at contoso.net that begins with v=spf1",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
  },
};

export default cases;
