import { estateOf, HEAD, plain, problemsOf } from "./memory-files";

const COMPANY = `version: 1
defaults:                       # under every domain; a domain's own value wins
  ttl: 3600
  dmarc: { policy: none, rua: ["mailto:dmarc@contoso.com"] }
tenants:
  contoso:
    tenantId: 11111111-1111-4111-8111-111111111111
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2026-07-01
    cloud: worldwide
domains:
  contoso.com:
    tenant: contoso
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } }
    profile: exchange-online
    mx: auto
    spf: { ip4: [89.175.3.5], include: [], all: softfail }
    dkim: { partition: n }
    senders: [{ sendgrid: { selectors: [s1, s2], account: u1234.wl001 } }]
    dmarc: { policy: quarantine, subdomainPolicy: reject, test: false }
    mtaSts: { mode: testing, maxAge: 604800 }
    tlsRpt: { rua: ["mailto:tls@contoso.com"] }
    subdomains: { news: { profile: send-only, senders: [mailchimp] } }
  contoso-ag.example: { profile: parked, zone: { cloudflare: { zoneName: contoso-ag.example } } }
`;

describe("an estate file", () => {
  test("holds every domain with its defaults merged, its tenant looked up and its zone found", () => {
    expect(plain(estateOf(COMPANY))).toEqual({
      version: 1,
      providers: {},
      rules: {},
      review: {},
      tenants: {
        contoso: {
          tenantId: "11111111-1111-4111-8111-111111111111",
          initialDomain: "contoso.onmicrosoft.com",
          domainsAddedBefore: "2026-07-01",
          cloud: "worldwide",
        },
      },
      state: { type: "local", path: "state/{stack}.tfstate" },
      domains: [
        {
          name: "contoso-ag.example",
          zone: {
            host: "cloudflare",
            name: "contoso-ag.example",
            source: { by: "name" },
            declaredBy: "contoso-ag.example",
          },
          options: {
            domain: "contoso-ag.example",
            profile: "parked",
            ttl: 3600,
            dmarc: { rua: ["mailto:dmarc@contoso.com"] },
          },
          import: {},
          keep: {},
        },
        {
          name: "contoso.com",
          zone: {
            host: "cloudflare",
            name: "contoso.com",
            source: { by: "id", id: "023e105f4ecef8ad9ca31a8372d0c353" },
            declaredBy: "contoso.com",
          },
          options: {
            domain: "contoso.com",
            profile: "exchange-online",
            tenant: {
              name: "contoso",
              initialDomain: "contoso.onmicrosoft.com",
              cloud: "worldwide",
              domainsAddedBefore: "2026-07-01",
            },
            ttl: 3600,
            mx: "auto",
            spf: { ip4: ["89.175.3.5"], include: [], all: "softfail" },
            dkim: { partition: "n" },
            senders: [{ sendgrid: { selectors: ["s1", "s2"], account: "u1234.wl001" } }],
            dmarc: {
              policy: "quarantine",
              subdomainPolicy: "reject",
              rua: ["mailto:dmarc@contoso.com"],
              test: false,
            },
            mtaSts: { mode: "testing", maxAge: 604800 },
            tlsRpt: { rua: ["mailto:tls@contoso.com"] },
            acceptsReportsFrom: ["contoso-ag.example"],
            subdomains: {
              news: {
                profile: "send-only",
                ttl: 3600,
                tenant: {
                  name: "contoso",
                  initialDomain: "contoso.onmicrosoft.com",
                  cloud: "worldwide",
                  domainsAddedBefore: "2026-07-01",
                },
                senders: ["mailchimp"],
              },
            },
          },
          import: {},
          keep: {},
        },
      ],
    });
  });

  test("may be JSON, tabs included", () => {
    const json =
      '{\n\t"version": 1,\n\t"domains": {\n\t\t"contoso.com": {\n\t\t\t"profile": "parked",\n\t\t\t"zone": { "cloudflare": {} }\n\t\t}\n\t}\n}';
    expect(estateOf(json).domains.map(({ name }) => name)).toEqual(["contoso.com"]);
  });

  test("shares values by anchors and merge keys", () => {
    const { domains } = estateOf(`version: 1
domains:
  contoso.com: &idle { profile: parked, zone: { cloudflare: {} }, ttl: 300 }
  contoso.net: { <<: *idle, ttl: 600 }
  contoso.org: *idle
`);
    expect(domains.map(({ name, options, zone }) => [name, options.ttl, zone.name])).toEqual([
      ["contoso.com", 300, "contoso.com"],
      ["contoso.net", 600, "contoso.net"],
      ["contoso.org", 300, "contoso.org"],
    ]);
  });

  test("keeps keys as they are written: the selector 007 is not 7, and constructor is a fine label", () => {
    const [domain] = estateOf(`${HEAD}domains:
  contoso.com:
    profile: send-only
    zone: { cloudflare: {} }
    dkim: { selectors: { 007: { revoked: true }, 20230601: { cname: k.example.net } } }
    subdomains: { constructor: { profile: parked } }
`).domains;
    expect(Object.keys(domain?.options.dkim?.selectors ?? {}).sort()).toEqual(["007", "20230601"]);
    expect(domain?.options.subdomains).toEqual({ constructor: { profile: "parked" } });
  });

  test("writes domain keys as DNS has them: A-labels in lower case", () => {
    const { domains } = estateOf(`version: 1
domains:
  Bücher.Example: { profile: parked, zone: { cloudflare: {} } }
`);
    expect(domains.map(({ name }) => name)).toEqual(["xn--bcher-kva.example"]);
  });

  test.each([
    ["", ["estate.yaml:1:1: the estate is empty"]],
    ["# nothing yet\n", ["estate.yaml:1:1: the estate is empty"]],
    ["- a\n", [expect.stringMatching(/^estate\.yaml:1:1: a mapping belongs here, got a list; expected /)]],
    ["version: 1\ndomains: {\n", [expect.stringMatching(/^estate\.yaml:3:1: not YAML: /)]],
    ["version: 1\n\tdomains: 1\n", [expect.stringMatching(/^estate\.yaml:2:\d: not YAML: /)]],
    [
      "version: 1\ndomains: {}\n---\nversion: 1\n",
      ["estate.yaml:4:1: a second document in one file; split it"],
    ],
  ])("that is no estate is refused with its place: %j", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test("that cannot be read is a problem, not an exception", () => {
    expect(problemsOf("version: 1\ndomains: !include nowhere.yaml\n")).toEqual([
      'estate.yaml:2:10: domains: the include matches no file, got "nowhere.yaml"; expected a path or glob relative to estate.yaml',
    ]);
  });
});
