import { dkimOtherTarget } from "../../../../lib/rules/dkim/dkim-other-target";
import { CONTOSO, online, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: dkimOtherTarget,
  compliant: {
    "a key has a rule of its own": online("selector1._domainkey.contoso.com TXT v=DKIM1; p="),
    "a target that is not Microsoft's": online(
      "selector1._domainkey.contoso.com CNAME s1.domainkey.u1.wl.sendgrid.net",
    ),
    "a selector of another name": online(
      "selector3._domainkey.contoso.com CNAME selector1-contoso-org._domainkey.contoso.onmicrosoft.com",
    ),
    "nobody says whose tenant it is": undeclared(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.fabrikam.onmicrosoft.com",
      "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.fabrikam.n-v1.dkim.mail.microsoft",
    ),
    "the domain's own, classic": online(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "the domain's own, partitioned": online(
      "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    ),
    "another signer's target": online("k2._domainkey.contoso.com CNAME dkim2.mcsv.net"),
  },
  violating: {
    "a domain with a hyphen, whose token is not documented": {
      domains: [
        {
          domain: "mu-sigma.com",
          profile: "exchange-online",
          tenant: CONTOSO,
          records: [
            "selector2._domainkey.mu-sigma.com CNAME selector2-musigma-com._domainkey.contoso.onmicrosoft.com",
          ],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "selector2._domainkey.mu-sigma.com CNAME",
          message: "selector2._domainkey.mu-sigma.com: target of another domain",
          received: '"selector2-musigma-com._domainkey.contoso.onmicrosoft.com"',
          expected: "selector2-musigma-com0e._domainkey…",
          fix: "write the target that Get-DkimSigningConfig shows for this domain",
        },
      ],
    },
    "swapped selectors": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
      ),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message: "selector1._domainkey.contoso.com: target of selector2",
          received: '"selector2-contoso-com._domainkey.contoso.onmicrosoft.com"',
          expected: "that of selector1",
          fix: "swap the targets of selector1 and selector2",
        },
      ],
    },
    "another domain's": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector1-contoso-org._domainkey.contoso.onmicrosoft.com",
      ),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message: "selector1._domainkey.contoso.com: target of another domain",
          received: '"selector1-contoso-org._domainkey.contoso.onmicrosoft.com"',
          expected: "selector1-contoso-com._domainkey…",
          fix: "write the target that Get-DkimSigningConfig shows for this domain",
        },
      ],
    },
    "in another tenant": {
      ...online(
        "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.fabrikam.onmicrosoft.com",
      ),
      finds: [
        {
          level: "error",
          at: "selector1._domainkey.contoso.com CNAME",
          message: "selector1._domainkey.contoso.com: target in another tenant",
          received: '"selector1-contoso-com._domainkey.fabrikam.onmicrosoft.com"',
          expected: "one of contoso.onmicrosoft.com",
          fix: "write the target that Get-DkimSigningConfig shows for this domain",
        },
      ],
    },
  },
};

export default cases;
