import { dkimMissing } from "../../../../lib/rules/dkim/dkim-missing";
import { online, parked, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dkimMissing,
  compliant: {
    "Microsoft's selectors": online(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "another signer's selector": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["k2._domainkey.news.contoso.com CNAME dkim2.mcsv.net"],
        },
      ],
    },
    "nothing is sent": parked("contoso.net MX 0 ."),
    "a selector that is known after apply": {
      ...online(),
      unknown: ["selector1._domainkey.contoso.com CNAME"],
    },
  },
  violating: {
    "a domain whose mail does not leave through Exchange Online": {
      domains: [{ domain: "news.contoso.com", profile: "send-only", records: [] }],
      finds: [
        {
          level: "warning",
          at: "news.contoso.com",
          message: "news.contoso.com sends mail and has no DKIM key",
          expected: "a selector of each signer",
          fix: "publish the selectors that the signers show",
        },
      ],
    },
    "no selector": {
      ...online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com",
          message: "contoso.com sends mail and has no DKIM key",
          expected: "CNAMEs at selector1._domainkey.contoso.com and selector2._domainkey.contoso.com",
          fix: "publish the selectors that the signers show",
        },
      ],
    },
    "only a revoked one": {
      ...online("old._domainkey.contoso.com TXT v=DKIM1; p="),
      finds: [
        {
          level: "warning",
          at: "contoso.com",
          message: "contoso.com sends mail and has no DKIM key",
          expected: "CNAMEs at selector1._domainkey.contoso.com and selector2._domainkey.contoso.com",
          fix: "publish the selectors that the signers show",
        },
      ],
    },
  },
};

export default cases;
