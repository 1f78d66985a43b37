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
    "a record that only others would include": {
      ...online("_spf.contoso.com TXT v=spf1 ip4:192.0.2.25 -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com",
          message: "contoso.com has no SPF record",
          received: "one at _spf.contoso.com alone, which counts where it is included",
          expected: "a TXT record at contoso.com that begins with v=spf1",
          fix: "write v=spf1 include:_spf.contoso.com -all",
        },
      ],
    },
    "a text that nearly is one": {
      ...online("contoso.com TXT  v=spf1 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the text at contoso.com looks like an SPF record but is none, because it begins with white space",
          received: '" v=spf1 include:spf.protection.outlook.com -all"',
          fix: "write v=spf1 include:spf.protection.outlook.com -all at contoso.com",
        },
      ],
    },
    "a version and nothing behind it": {
      ...online("contoso.com TXT v=spf1;"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            'the text at contoso.com looks like an SPF record but is none, because ";" follows v=spf1, where a space must',
          received: '"v=spf1;"',
          fix: "begin the text with v=spf1 and a space",
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
