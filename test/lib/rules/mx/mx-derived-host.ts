import { mxDerivedHost } from "../../../../lib/rules/mx/mx-derived-host";
import { CONTOSO, type Fixture, type FixtureDomain, online, type RuleCases, undeclared } from "../fixture";

const hyphenated = (mx?: FixtureDomain["mx"]): Fixture => ({
  domains: [
    {
      domain: "mu-sigma.com",
      profile: "exchange-online",
      tenant: CONTOSO,
      ...(mx ? { mx } : {}),
      records: ["mu-sigma.com MX 0 musigma-com0e.mail.protection.outlook.com"],
    },
  ],
});

const guess = (domain: string) => ({
  level: "note" as const,
  at: `${domain} MX`,
  message: `the MX host of ${domain} may be a guess: Microsoft documents no rule for domains with hyphens`,
  expected: "the host that the admin center or Graph shows for the domain",
  fix: "compare, and write it as mx: { host: … }",
});

const cases: RuleCases = {
  rule: mxDerivedHost,
  compliant: {
    "dots only, which are documented": online("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "the estate names the host": hyphenated({ host: "musigma-com0e.mail.protection.outlook.com" }),
    "nobody has declared it": undeclared("contoso.com MX 0 contoso-com.mail.protection.outlook.com"),
    "the estate publishes no MX": {
      domains: [
        { domain: "mu-sigma.com", profile: "exchange-online", tenant: CONTOSO, mx: "none", records: [] },
      ],
    },
  },
  violating: {
    "a domain with a hyphen": {
      ...hyphenated(),
      finds: [{ ...guess("mu-sigma.com"), received: "musigma-com0e.mail.protection.outlook.com" }],
    },
    "a day tells the suffix, not the first label": {
      ...hyphenated({ addedBefore: "2026-07-01" }),
      finds: [{ ...guess("mu-sigma.com"), received: "musigma-com0e.mail.protection.outlook.com" }],
    },
    "an internationalised domain, whose form in the DNS has hyphens": {
      domains: [
        {
          domain: "xn--bcher-kva.example",
          profile: "receive-only",
          tenant: CONTOSO,
          records: ["xn--bcher-kva.example MX 0 xnbcherkva-example0e2b.mail.protection.outlook.com"],
        },
      ],
      finds: [
        {
          ...guess("xn--bcher-kva.example"),
          received: "xnbcherkva-example0e2b.mail.protection.outlook.com",
        },
      ],
    },
    "a tenant in GCC High, whose name is the first label": {
      domains: [
        {
          domain: "fabrikam.us",
          profile: "exchange-online",
          tenant: { name: "fabrikam", initialDomain: "fabrikam.onmicrosoft.us", cloud: "gcc-high" },
          records: ["fabrikam.us MX 0 fabrikam.mail.protection.office365.us"],
        },
      ],
      finds: [
        {
          ...guess("fabrikam.us"),
          message:
            "the MX host of fabrikam.us may be a guess: Microsoft documents its form in Microsoft 365 GCC High by an example only",
          received: "fabrikam.mail.protection.office365.us",
        },
      ],
    },
  },
};

export default cases;
