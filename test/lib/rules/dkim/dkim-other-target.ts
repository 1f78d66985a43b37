import { dkimOtherTarget } from "../../../../lib/rules/dkim/dkim-other-target";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: dkimOtherTarget,
  compliant: {
    "the domain's own, classic": online(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "the domain's own, partitioned": online(
      "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    ),
    "another signer's target": online("k2._domainkey.contoso.com CNAME dkim2.mcsv.net"),
  },
  violating: {
    "swapped selectors": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
      ),
      finds: ["selector1._domainkey.contoso.com: target of selector2"],
    },
    "another domain's": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector1-contoso-org._domainkey.contoso.onmicrosoft.com",
      ),
      finds: ["selector1._domainkey.contoso.com: target of another domain"],
    },
    "in another tenant": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.fabrikam.onmicrosoft.com",
      ),
      finds: ["selector1._domainkey.contoso.com: target in another tenant"],
    },
  },
};

export default cases;
