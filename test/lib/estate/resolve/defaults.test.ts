import type { MailDomainOptions } from "../../../../lib/options";
import { estateOf, HEAD, problemsOf } from "../memory-files";

/** The options of contoso.com, in an estate with these defaults. */
function optionsOf(defaults: string, domain: string): MailDomainOptions | undefined {
  return estateOf(
    `${HEAD}defaults: { zone: { cloudflare: {} }, ${defaults} }\ndomains: { contoso.com: { ${domain} } }\n`,
  ).domains[0]?.options;
}

describe("defaults", () => {
  test("sections merge key by key; lists and single values are replaced", () => {
    const options = optionsOf(
      "ttl: 300, spf: { ip4: [89.175.3.5], all: softfail }, dmarc: { rua: ['mailto:d@contoso.com'], policy: none }",
      "profile: send-only, spf: { ip4: [203.0.113.25] }, dmarc: { policy: reject }",
    );
    expect(options).toMatchObject({
      ttl: 300,
      spf: { ip4: ["203.0.113.25"], all: "softfail" },
      dmarc: { rua: ["mailto:d@contoso.com"], policy: "reject" },
    });
  });

  test("selectors and records merge by name, each of them whole", () => {
    const options = optionsOf(
      `dkim: { selectors: { s1: { publicKey: MIIB, keyType: rsa }, s2: { revoked: true } } },
       records: { caa: { type: CAA, tag: issue, value: letsencrypt.org }, site: { type: A, address: 192.0.2.1 } }`,
      `profile: send-only, dkim: { selectors: { s1: { cname: s1.example.net } } },
       records: { site: { type: CNAME, name: www, target: example.net } }`,
    );
    expect(options?.dkim).toEqual({
      selectors: { s1: { cname: "s1.example.net" }, s2: { revoked: true } },
    });
    expect(options?.records).toEqual({
      caa: { type: "CAA", tag: "issue", value: "letsencrypt.org" },
      site: { type: "CNAME", name: "www", target: "example.net" },
    });
  });

  test("an MX is one choice: the domain's host replaces the default partition", () => {
    const options = optionsOf(
      "mx: { partition: o }, tenant: contoso",
      "profile: exchange-online, mx: { host: mx1.contoso.com, priority: 10 }",
    );
    expect(options?.mx).toEqual({ host: "mx1.contoso.com", priority: 10 });
  });

  test("a section may be completed by the domain", () => {
    expect(
      optionsOf(
        "tenant: contoso, mtaSts: { maxAge: 86400 }",
        "profile: exchange-online, mtaSts: { mode: enforce }",
      )?.mtaSts,
    ).toEqual({
      maxAge: 86400,
      mode: "enforce",
    });
  });

  test.each([
    ["mtaSts", "{ mode: testing, maxAge: 86400 }", "{ mode: enforce }", { mode: "enforce", maxAge: 86400 }],
    [
      "tlsRpt",
      '{ rua: ["mailto:t@contoso.com"] }',
      '{ rua: ["mailto:tls@contoso.com"] }',
      { rua: ["mailto:tls@contoso.com"] },
    ],
    [
      "bimi",
      '{ logo: "https://contoso.com/l.svg", certificate: "https://contoso.com/mark.pem" }',
      '{ logo: "https://contoso.com/brand.svg" }',
      { logo: "https://contoso.com/brand.svg", certificate: "https://contoso.com/mark.pem" },
    ],
    [
      "bimi",
      '{ certificate: "https://contoso.com/mark.pem" }',
      '{ logo: "https://contoso.com/l.svg" }',
      { logo: "https://contoso.com/l.svg", certificate: "https://contoso.com/mark.pem" },
    ],
    [
      "onPremises",
      "{ egress: [89.175.3.5], smartHost: smtp.contoso.com }",
      "{ egress: [203.0.113.25] }",
      { egress: ["203.0.113.25"], smartHost: "smtp.contoso.com" },
    ],
    [
      "dkim",
      "{ partition: n }",
      "{ selectors: { s1: { revoked: true } } }",
      { partition: "n", selectors: { s1: { revoked: true } } },
    ],
  ])("%s: %s under %s", (section, below, own, merged) => {
    const options = optionsOf(
      `${section === "onPremises" ? "" : "onPremises: { egress: [89.175.3.5] }, "}tenant: contoso, ${section}: ${below}`,
      `profile: eop-onpremises, ${section}: ${own}`,
    );
    expect(options).toMatchObject({ [section]: merged });
  });

  test("what a parked domain publishes merges key by key", () => {
    const options = optionsOf("parked: { revokeDkim: true }", "profile: parked, parked: {}");
    expect(options?.parked).toEqual({ revokeDkim: true });
  });

  test("what a parked domain has no use for is left out, and its reject is not weakened", () => {
    const options = optionsOf(
      `ttl: 300, tenant: contoso, mx: auto, spf: { ip4: [89.175.3.5] }, dkim: { partition: n }, senders: [mailchimp],
       mtaSts: { mode: enforce }, tlsRpt: { rua: ["mailto:t@contoso.com"] }, bimi: { logo: "https://contoso.com/l.svg" },
       autodiscover: true, onPremises: { egress: [89.175.3.5] }, parked: { revokeDkim: true },
       dmarc: { policy: none, subdomainPolicy: none, nonExistentPolicy: none, test: true, rua: ["mailto:d@contoso.com"] }`,
      "profile: parked",
    );
    expect(options).toEqual({
      domain: "contoso.com",
      profile: "parked",
      tenant: {
        name: "contoso",
        initialDomain: "contoso.onmicrosoft.com",
        cloud: "worldwide",
        domainsAddedBefore: "2026-07-01",
      },
      ttl: 300,
      parked: { revokeDkim: true },
      dmarc: { rua: ["mailto:d@contoso.com"] },
    });
  });

  test("a parked domain's own DMARC policy counts", () => {
    expect(
      optionsOf("dmarc: { policy: none }", "profile: parked, dmarc: { policy: quarantine }")?.dmarc,
    ).toEqual({
      policy: "quarantine",
    });
  });

  test("what a domain itself writes against its profile is refused", () => {
    const problems = problemsOf(`version: 1
defaults: { zone: { cloudflare: {} } }
domains:
  contoso.com: { profile: parked, senders: [mailchimp], mx: "null", autodiscover: false }
  contoso.net: { profile: send-only, mtaSts: { mode: none }, mx: none, spf: {} }
`);
    expect(problems).toEqual([
      'estate.yaml:4:35: domains["contoso.com"].senders: senders does not go with profile parked; leave it out, or choose another profile: the domain sends no mail',
      'estate.yaml:5:38: domains["contoso.net"].mtaSts: mtaSts does not go with profile send-only; leave it out, or choose another profile: the domain receives no mail',
    ]);
  });

  test("a profile is needed, and EOP needs its tenant and the premises' egress", () => {
    const problems = problemsOf(`${HEAD}defaults: { zone: { cloudflare: {} } }
domains:
  contoso.com: { tenant: contoso }
  contoso.net: { profile: receive-only }
  woodgrovebank.com: { profile: eop-onpremises, tenant: contoso }
  exchange2016.nl: { profile: eop-onpremises, tenant: contoso, onPremises: { smartHost: smtphost.exchange2016.nl } }
`);
    expect(problems).toEqual([
      'estate.yaml:6:3: domains["contoso.com"]: "profile" is missing; expected exchange-online | eop-onpremises | on-premises | send-only | receive-only | parked; give it here or in defaults',
      'estate.yaml:7:3: domains["contoso.net"]: profile receive-only needs a tenant; expected tenant: contoso',
      'estate.yaml:8:3: domains["woodgrovebank.com"].onPremises: profile eop-onpremises needs the premises\' egress addresses; expected onPremises: { egress: [203.0.113.25] }',
      'estate.yaml:9:64: domains["exchange2016.nl"].onPremises: profile eop-onpremises needs the premises\' egress addresses; expected onPremises: { egress: [203.0.113.25] }',
    ]);
  });
});

describe("a subdomain", () => {
  const DEFAULTS = `ttl: 300, mtaSts: { mode: testing }, tlsRpt: { rua: ["mailto:t@contoso.com"] }, bimi: { logo: "https://contoso.com/l.svg" },
    spf: { all: softfail }, dmarc: { policy: none, rua: ["mailto:d@contoso.com"] }`;
  const TENANT = {
    name: "contoso",
    initialDomain: "contoso.onmicrosoft.com",
    cloud: "worldwide",
    domainsAddedBefore: "2026-07-01",
  };

  test("takes tenant and TTL of its domain and the defaults, not its domain's own sections", () => {
    const options = optionsOf(
      DEFAULTS,
      `profile: exchange-online, tenant: contoso, ttl: 900, spf: { ip4: [89.175.3.5] }, senders: [mailchimp], dkim: { partition: n },
       records: { site: { type: A, address: 192.0.2.1 } }, subdomains: { News: { profile: send-only } }`,
    );
    expect(options?.subdomains).toEqual({
      news: { profile: "send-only", tenant: TENANT, ttl: 900, spf: { all: "softfail" } },
    });
  });

  test("that receives mail takes the defaults for MTA-STS and TLS-RPT", () => {
    const options = optionsOf(
      DEFAULTS,
      "profile: exchange-online, tenant: contoso, subdomains: { eu: { profile: exchange-online, ttl: 60 } }",
    );
    expect(options?.subdomains?.eu).toEqual({
      profile: "exchange-online",
      tenant: TENANT,
      ttl: 60,
      spf: { all: "softfail" },
      mtaSts: { mode: "testing" },
      tlsRpt: { rua: ["mailto:t@contoso.com"] },
    });
  });

  test("has DMARC of its own only by asking, and then reports go where the defaults say", () => {
    const options = optionsOf(
      DEFAULTS,
      "profile: send-only, subdomains: { a: { profile: send-only }, b: { profile: send-only, dmarc: { policy: reject } } }",
    );
    expect(options?.subdomains?.a).not.toHaveProperty("dmarc");
    expect(options?.subdomains?.b?.dmarc).toEqual({ policy: "reject", rua: ["mailto:d@contoso.com"] });
  });

  test("that is parked has DMARC of its own, and reports go where the defaults say", () => {
    const ruf = DEFAULTS.replace("dmarc: {", "dmarc: { ruf: ['mailto:f@contoso.com'],");
    const parked = "profile: send-only, subdomains: { old: { profile: parked } }";
    expect(optionsOf(DEFAULTS, parked)?.subdomains?.old?.dmarc).toEqual({ rua: ["mailto:d@contoso.com"] });
    expect(optionsOf(ruf, parked)?.subdomains?.old?.dmarc).toEqual({
      rua: ["mailto:d@contoso.com"],
      ruf: ["mailto:f@contoso.com"],
    });
    expect(optionsOf("ttl: 300", parked)?.subdomains?.old).not.toHaveProperty("dmarc");
  });

  test("is named relative to its domain", () => {
    const problems = problemsOf(`version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    subdomains:
      news.contoso.com: { profile: parked }
      contoso.com: { profile: parked }
      "@": { profile: parked }
      a.news: { profile: parked }
`);
    expect(problems).toEqual([
      'estate.yaml:7:7: domains["contoso.com"].subdomains["news.contoso.com"]: a subdomain is named relative to its domain, got "news.contoso.com"; write news',
      'estate.yaml:8:7: domains["contoso.com"].subdomains["contoso.com"]: a subdomain is named relative to its domain, got "contoso.com"',
      'estate.yaml:9:7: domains["contoso.com"].subdomains["@"]: label "@" is not legal in a host name, got "@"; expected letters, digits and inner hyphens',
    ]);
  });
});
