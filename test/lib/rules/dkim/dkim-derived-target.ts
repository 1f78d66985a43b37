import { dkimDerivedTarget } from "../../../../lib/rules/dkim/dkim-derived-target";
import { CONTOSO, type Fixture, type FixtureDomain, type RuleCases, undeclared } from "../fixture";

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

const worldwide = (
  of: Pick<FixtureDomain, "mx" | "dkim">,
  domain = "contoso.com",
  token = "contoso-com",
): Fixture => ({
  domains: [
    {
      domain,
      profile: "exchange-online",
      tenant: CONTOSO,
      ...of,
      records: [`selector1._domainkey.${domain} CNAME selector1-${token}._domainkey.contoso.onmicrosoft.com`],
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
    "a domain that was there before the form changed": worldwide({ mx: { addedBefore: "2025-05-01" } }),
    "a partition that the estate names": worldwide({ dkim: { partition: "n" } }),
    "targets as Exchange shows them, hyphen or not": worldwide(
      { dkim: { selector1: "selector1-contosomail-com01i._domainkey.contoso.onmicrosoft.com" } },
      "contoso-mail.com",
      "contosomail-com01i",
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
          fix: "write them as dkim: { selector1: …, selector2: … }",
        },
      ],
    },
    "a domain with a hyphen": {
      ...worldwide({ mx: { addedBefore: "2025-05-01" } }, "contoso-mail.com", "contosomail-com01i"),
      finds: [
        {
          level: "note",
          at: "selector1._domainkey.contoso-mail.com CNAME",
          message:
            "the DKIM targets of contoso-mail.com may be a guess: Microsoft documents no rule for domains with hyphens",
          expected: "selector1 and selector2 as Get-DkimSigningConfig shows them",
          fix: "write them as dkim: { selector1: …, selector2: … }",
        },
      ],
    },
    "a domain that may have been added since May 2025": {
      ...worldwide({ mx: { addedBefore: "2026-07-01" } }),
      finds: [
        {
          level: "note",
          at: "selector1._domainkey.contoso.com CNAME",
          message:
            "the DKIM targets of contoso.com may be a guess: domains added since 2025-05-01 have targets of another form, and nothing says that this one was there before",
          expected: "selector1 and selector2 as Get-DkimSigningConfig shows them",
          fix: "say so by domainsAddedBefore: 2025-05-01 of the tenant or mx: { addedBefore: 2025-05-01 }, or write them as dkim: { selector1: …, selector2: … }",
        },
      ],
    },
  },
};

export default cases;
