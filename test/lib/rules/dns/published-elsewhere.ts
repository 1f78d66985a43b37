import { publishedElsewhere } from "../../../../lib/rules/dns/published-elsewhere";
import { online, type RuleCases } from "../fixture";

const SAME = {
  level: "note",
  expected: "a record there that says what the domain means",
  fix: "verify reads it through the DNS and judges it",
} as const;

const cases: RuleCases = {
  rule: publishedElsewhere,
  compliant: {
    "aliases to names that are known": {
      domains: [
        {
          domain: "contoso.com",
          profile: "send-only",
          records: ["_dmarc.contoso.com CNAME _dmarc.contoso.net"],
        },
        { domain: "contoso.net", profile: "parked", records: ["_dmarc.contoso.net TXT v=DMARC1; p=reject;"] },
      ],
    },
    "selectors with aliases of their own, as signers publish their keys": online(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "names that no wildcard answers for": online(
      "*.contoso.com CNAME web.vendor.example",
      "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
      "contoso.com TXT v=spf1 -all",
      "_dmarc.contoso.com TXT v=DMARC1; p=reject;",
      "_mta-sts.contoso.com TXT v=STSv1; id=1;",
      "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com",
      "selector1._domainkey.contoso.com TXT v=DKIM1; p=",
      "selector2._domainkey.contoso.com TXT v=DKIM1; p=",
    ),
  },
  violating: {
    "a policy behind an alias": {
      ...online("_dmarc.contoso.com CNAME contoso.dmarc.vendor.example"),
      finds: [
        {
          ...SAME,
          at: "_dmarc.contoso.com CNAME",
          message: "DMARC of contoso.com is published elsewhere: CNAME to contoso.dmarc.vendor.example",
        },
      ],
    },
    "keys behind a delegation": {
      ...online("_domainkey.contoso.com NS ns1.vendor.example"),
      finds: [
        {
          ...SAME,
          at: "_domainkey.contoso.com NS",
          message:
            "DKIM of contoso.com is published elsewhere: _domainkey.contoso.com delegated to ns1.vendor.example",
        },
      ],
    },
    "everything below the domain behind a wildcard": {
      ...online("*.contoso.com CNAME web.vendor.example", "_dmarc.contoso.com TXT v=DMARC1; p=none;"),
      finds: ["DKIM", "MTA-STS", "TLS-RPT"].map((what) => ({
        ...SAME,
        at: "*.contoso.com CNAME",
        message: `${what} of contoso.com is published elsewhere: CNAME to web.vendor.example`,
      })),
    },
  },
};

export default cases;
