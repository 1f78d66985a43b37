import { dmarcInheritedWeak } from "../../../../lib/rules/dmarc/dmarc-inherited-weak";
import { type Expected, type Fixture, online, type RuleCases } from "../fixture";

/** contoso.com with this policy, and a subdomain that sends mail by these records. */
function below(policy: string, ...records: readonly string[]): Fixture {
  return {
    domains: [
      {
        domain: "contoso.com",
        profile: "exchange-online",
        records: [`_dmarc.contoso.com TXT v=DMARC1; ${policy}`],
      },
      {
        domain: "shop.contoso.com",
        profile: "exchange-online",
        records: ["shop.contoso.com MX 0 shop-contoso-com.mail.protection.outlook.com", ...records],
      },
    ],
  };
}

function finds(received: string, domain = "shop.contoso.com"): readonly Expected[] {
  return [
    {
      level: "note",
      at: domain,
      subject: domain,
      message: `${domain} inherits a DMARC policy that lets forgeries through`,
      received: `${received} at contoso.com`,
      expected: "quarantine or reject",
      fix: `give ${domain} a record of its own, or tighten that of contoso.com`,
    },
  ];
}

const cases: RuleCases = {
  rule: dmarcInheritedWeak,
  compliant: {
    "reject for the domain is reject below it": below("p=reject;"),
    "quarantine below the domain": below("p=reject; sp=quarantine;"),
    "np is for names that do not exist": below("p=reject; np=none;"),
    "a record of its own": below("p=reject; sp=none;", "_dmarc.shop.contoso.com TXT v=DMARC1; p=none;"),
    "a record of its own that is broken": below(
      "p=reject; sp=none;",
      "_dmarc.shop.contoso.com TXT v=DMARC1; p=x;",
    ),
    "nothing to inherit": online("contoso.com TXT v=spf1 -all"),
    "what is inherited is not known": {
      ...below("p=reject; sp=none;"),
      unknown: ["_dmarc.shop.contoso.com TXT"],
    },
    "a record above that says where its organization begins": {
      domains: [
        ...below("p=reject; sp=none;").domains.slice(0, 1),
        {
          domain: "eu.contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.eu.contoso.com TXT v=DMARC1; p=reject; psd=n;"],
        },
        {
          domain: "shop.eu.contoso.com",
          profile: "exchange-online",
          records: ["shop.eu.contoso.com TXT v=spf1 -all"],
        },
      ],
    },
    "a domain without mail has a rule of its own": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=none;"],
        },
        { domain: "old.contoso.com", profile: "parked", records: ["old.contoso.com MX 0 ."] },
      ],
    },
  },
  violating: {
    "sp=none below p=reject": { ...below("p=reject; sp=none;"), finds: finds("sp=none") },
    "p=none": { ...below("p=none;"), finds: finds("p=none") },
    "quarantine on trial": { ...below("p=quarantine; t=y;"), finds: finds("p=quarantine; t=y") },
    "no policy at all": { ...below("rua=mailto:dmarc@contoso.com;"), finds: finds("p=none") },
    "quarantine for a share of the mail": {
      ...below("p=reject; sp=quarantine; pct=20;"),
      finds: finds("sp=quarantine; pct=20"),
    },
    "a record between the domain and its organization's does not count": {
      domains: [
        ...below("p=reject; sp=none;").domains.slice(0, 1),
        {
          domain: "eu.contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.eu.contoso.com TXT v=DMARC1; p=reject;"],
        },
        {
          domain: "shop.eu.contoso.com",
          profile: "exchange-online",
          records: ["shop.eu.contoso.com TXT v=spf1 -all"],
        },
      ],
      finds: finds("sp=none", "shop.eu.contoso.com"),
    },
    "an observer finds the policy outside the domains that it was asked about": {
      domains: [
        {
          domain: "shop.contoso.com",
          profile: "exchange-online",
          records: ["shop.contoso.com MX 0 shop-contoso-com.mail.protection.outlook.com"],
        },
      ],
      outside: ["_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=none;"],
      sources: ["observed"],
      finds: finds("sp=none"),
    },
  },
};

export default cases;
