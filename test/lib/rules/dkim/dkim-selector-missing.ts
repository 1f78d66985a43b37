import { dkimSelectorMissing } from "../../../../lib/rules/dkim/dkim-selector-missing";
import { online, type RuleCases } from "../fixture";

const ONE = "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";
const TWO = "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com";

const cases: RuleCases = {
  rule: dkimSelectorMissing,
  compliant: {
    "the other is not known yet": { ...online(ONE), unknown: ["selector2._domainkey.contoso.com CNAME"] },
    "mail that leaves elsewhere": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["selector1._domainkey.news.contoso.com CNAME dkim.mcsv.net"],
        },
      ],
    },
    both: online(ONE, TWO),
    "neither has a rule of its own": online("contoso.com TXT v=spf1 -all"),
  },
  violating: {
    "another signer's beside the first": {
      ...online("k2._domainkey.contoso.com CNAME dkim2.mcsv.net", ONE),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message: "contoso.com has only one of Microsoft's two DKIM selectors",
          received: "selector1._domainkey.contoso.com",
          expected: "selector2._domainkey.contoso.com beside it",
          fix: "publish both CNAMEs as Get-DkimSigningConfig shows them",
        },
      ],
    },
    "the second is missing": {
      ...online(ONE),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message: "contoso.com has only one of Microsoft's two DKIM selectors",
          received: "selector1._domainkey.contoso.com",
          expected: "selector2._domainkey.contoso.com beside it",
          fix: "publish both CNAMEs as Get-DkimSigningConfig shows them",
        },
      ],
    },
    "the first is missing": {
      ...online(TWO),
      finds: [
        {
          level: "error",
          at: "selector2._domainkey.contoso.com CNAME",
          message: "contoso.com has only one of Microsoft's two DKIM selectors",
          received: "selector2._domainkey.contoso.com",
          expected: "selector1._domainkey.contoso.com beside it",
          fix: "publish both CNAMEs as Get-DkimSigningConfig shows them",
        },
      ],
    },
  },
};

export default cases;
