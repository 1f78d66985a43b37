import { dmarcMissing } from "../../../../lib/rules/dmarc/dmarc-missing";
import type { RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dmarcMissing,
  compliant: {
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
          fix: "write v=DMARC1; p=reject;",
          instead: ["_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject;"],
        },
      ],
    },
  },
};

export default cases;
