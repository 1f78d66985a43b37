import { dkimDerivedTarget } from "../../../../lib/rules/dkim/dkim-derived-target";
import type { Fixture } from "../fixture";
import { online, type RuleCases, undeclared } from "../fixture";

const fabrikam = (target: string, ...others: readonly string[]): Fixture => ({
  domains: [
    {
      domain: "fabrikam.us",
      profile: "exchange-online",
      tenant: { name: "fabrikam", initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
      records: [`selector1._domainkey.fabrikam.us CNAME ${target}`, ...others],
    },
  ],
});

const cases: RuleCases = {
  rule: dkimDerivedTarget,
  compliant: {
    "the second selector speaks for itself": fabrikam(
      "selector1.fabrikam.dkim.office365.us",
      "selector2._domainkey.fabrikam.us CNAME selector2-fabrikam-us._domainkey.fabrikam.onmicrosoft.us",
    ),
    "a copied key has a rule of its own": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["selector1._domainkey.fabrikam.us TXT v=DKIM1; p="],
        },
      ],
    },
    "nobody names a tenant": undeclared(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.us",
    ),
    "another signer's selector": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["k2._domainkey.fabrikam.us CNAME dkim2.mcsv.net"],
        },
      ],
    },
    "a documented cloud": online(
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    ),
    "a target of another form, as somebody pasted it": fabrikam("selector1.fabrikam.dkim.office365.us"),
  },
  violating: {
    "the worldwide form in GCC High": {
      ...fabrikam("selector1-fabrikam-us._domainkey.fabrikam.onmicrosoft.us"),
      finds: [
        {
          level: "note",
          at: "selector1._domainkey.fabrikam.us CNAME",
          message:
            "the DKIM targets of fabrikam.us may be a guess: Microsoft documents no form for Microsoft 365 GCC High",
          expected: "selector1 and selector2 as Get-DkimSigningConfig shows them",
        },
      ],
    },
  },
};

export default cases;
