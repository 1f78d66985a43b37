import { dmarcMissing } from "../../../../lib/rules/dmarc/dmarc-missing";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcMissing,
  compliant: {
    "one that cannot be read has a rule of its own": online("_dmarc.contoso.com TXT v=DMARC1; p=block;"),
    "two have a rule of their own": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=none;",
      "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
    ),
    "one that is not known yet": { ...online(), unknown: ["_dmarc.contoso.com TXT"] },
    "a parent whose record nobody knows": {
      domains: [{ domain: "news.contoso.com", profile: "send-only", records: [] }],
    },
    "a record of the domain's own": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=none;"],
        },
      ],
    },
    "a subdomain that its parent's record covers": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=reject;"],
        },
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["news.contoso.com TXT v=spf1 include:servers.mcsv.net -all"],
        },
      ],
    },
    "an alias to the right record": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com CNAME _dmarc.fabrikam.com"],
        },
        {
          domain: "fabrikam.com",
          profile: "parked",
          records: ["_dmarc.fabrikam.com TXT v=DMARC1; p=reject;"],
        },
      ],
    },
  },
  violating: {
    "a parent whose record cannot be read": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=block;"],
        },
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["news.contoso.com TXT v=spf1 -all"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "news.contoso.com",
          subject: "news.contoso.com",
          message: "news.contoso.com has no DMARC record, nor has a domain above it",
          expected: "a TXT record at _dmarc.news.contoso.com",
          fix: "begin with v=DMARC1; p=none; and an address for reports, then tighten",
        },
      ],
    },
    "a parent with two records, which are none": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=none;", "_dmarc.contoso.com TXT v=DMARC1; p=reject;"],
        },
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["news.contoso.com TXT v=spf1 -all"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "news.contoso.com",
          subject: "news.contoso.com",
          message: "news.contoso.com has no DMARC record, nor has a domain above it",
          expected: "a TXT record at _dmarc.news.contoso.com",
          fix: "begin with v=DMARC1; p=none; and an address for reports, then tighten",
        },
      ],
    },
    "a text that nearly is one, and one where nobody asks": {
      ...online("_dmarc.contoso.com TXT v=DMARC1, p=reject", "contoso.com TXT v=DMARC1; p=reject;"),
      finds: [
        {
          level: "error",
          at: "_dmarc.contoso.com TXT",
          message:
            'the text at _dmarc.contoso.com looks like a DMARC record but is none, because "," follows v=DMARC1, where a semicolon must',
          received: '"v=DMARC1, p=reject"',
          fix: "write v=DMARC1; p=reject; at _dmarc.contoso.com",
        },
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the text at contoso.com looks like a DMARC record but is none, because receivers ask for a DMARC record at _dmarc.contoso.com only",
          received: '"v=DMARC1; p=reject;"',
          fix: "write v=DMARC1; p=reject; at _dmarc.contoso.com",
        },
      ],
    },
    "a domain without any": {
      domains: [
        { domain: "contoso.com", profile: "exchange-online", records: ["contoso.com TXT v=spf1 mx -all"] },
      ],
      finds: [
        {
          level: "warning",
          at: "contoso.com",
          message: "contoso.com has no DMARC record, nor has a domain above it",
          expected: "a TXT record at _dmarc.contoso.com",
          fix: "begin with v=DMARC1; p=none; and an address for reports, then tighten",
        },
      ],
    },
    "a parked domain without any": {
      domains: [{ domain: "contoso.net", profile: "parked", records: ["contoso.net MX 0 ."] }],
      finds: [
        {
          level: "warning",
          at: "contoso.net",
          message: "contoso.net has no DMARC record, nor has a domain above it",
          expected: "a TXT record at _dmarc.contoso.net",
          instead: ["_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject;"],
        },
      ],
    },
  },
};

export default cases;
