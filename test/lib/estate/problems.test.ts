import { problemsOf as declaredProblems } from "../../../lib/declare/estate";
import { HEAD, load, problemsOf } from "./memory-files";

/** The problems of one domain that is sound but for these lines. */
function domainProblems(...lines: readonly string[]): string[] {
  const body = lines.map((line) => `    ${line}\n`).join("");
  return problemsOf(
    `${HEAD}domains:\n  contoso.com:\n    profile: exchange-online\n    tenant: contoso\n    zone: { cloudflare: {} }\n${body}`,
  );
}

const AT = 'domains["contoso.com"]';

describe("a problem names file, line, column, value, expectation and fix", () => {
  test.each([
    [
      "spf: { all: hardfail }",
      `estate.yaml:9:17: ${AT}.spf.all: none of the words that belong here, got "hardfail"; expected fail | softfail | neutral; did you mean fail?`,
    ],
    ["spf: { ip5: [] }", `estate.yaml:9:12: ${AT}.spf.ip5: unknown key, got "ip5"; did you mean ip4?`],
    [
      "spf: { ip4: 89.175.3.5 }",
      `estate.yaml:9:17: ${AT}.spf.ip4: a list belongs here, got "89.175.3.5"; expected a list; write ["89.175.3.5"]`,
    ],
    [
      "spf: [a]",
      `estate.yaml:9:5: ${AT}.spf: a mapping belongs here, got a list; expected a mapping with ip4, ip6, include, a, mx, exists, all, redirect`,
    ],
    ["ttl: 1h", `estate.yaml:9:10: ${AT}.ttl: a number belongs here, got "1h"; expected a number`],
    [
      'ttl: "3600"',
      `estate.yaml:9:10: ${AT}.ttl: a number belongs here, got "3600"; expected a number; write 3600, without quotes`,
    ],
    [
      "ttl: -1",
      `estate.yaml:9:10: ${AT}.ttl: not of the form that belongs here, got -1; expected a whole number from 0 to 2147483647 (seconds)`,
    ],
    [
      "autodiscover: yes",
      `estate.yaml:9:19: ${AT}.autodiscover: true or false belongs here, got "yes"; expected true | false; write true`,
    ],
    [
      "mx: null",
      `estate.yaml:9:9: ${AT}.mx: YAML reads this as nothing; expected auto | none | null | a host | a list of hosts; for the null MX write "null", in quotes`,
    ],
    [
      "mx: mail.example.com",
      `estate.yaml:9:9: ${AT}.mx: a host is written under its key, got "mail.example.com"; expected auto | none | null; write { host: mail.example.com }`,
    ],
    [
      "mx: atuo",
      `estate.yaml:9:9: ${AT}.mx: none of the words that belong here, got "atuo"; expected auto | none | null; did you mean auto?`,
    ],
    ["tlsRpt:", `estate.yaml:9:5: ${AT}.tlsRpt: a key without a value; expected a mapping with rua, hosted`],
    [
      "dmarc: { failureOptions: [1] }",
      `estate.yaml:9:31: ${AT}.dmarc.failureOptions[0]: none of the words that belong here, got 1; expected 0 | 1 | d | s; quote it: "1"`,
    ],
    [
      "dkim: { selectors: { s1: { cnam: k.example.net } } }",
      `estate.yaml:9:26: ${AT}.dkim.selectors.s1: a selector without a key, got cnam; expected one of cname | txt | publicKey | revoked; did you mean cname?`,
    ],
    [
      "records: { caa: { type: CNAM, target: a.example } }",
      `estate.yaml:9:29: ${AT}.records.caa.type: not a record type, got "CNAM"; expected A | AAAA | CNAME | MX | TXT | CAA | TLSA | NS | SRV | SVCB | HTTPS | NAPTR | PTR | SSHFP | SMIMEA | OPENPGPKEY | URI | CERT | DS | DNSKEY | LOC; did you mean CNAME?`,
    ],
    [
      "mtaSts: { maxAge: 86400 }",
      `estate.yaml:9:5: ${AT}.mtaSts: "mode" is missing; give it here or in defaults.mtaSts`,
    ],
    [
      "import: { Spf: 372E67954025E0BA6AAA6D586B9E0B59 }",
      `estate.yaml:9:20: ${AT}.import.Spf: not of the form that belongs here, got "372E67954025E0BA6AAA6D586B9E0B59"; expected 32 lower-case hexadecimal digits`,
    ],
    [
      "subdomains: { news: { profile: send-only, import: {} } }",
      `estate.yaml:9:47: ${AT}.subdomains.news.import: "import" has no place here; write it in the domain's import, as "news/Spf"`,
    ],
  ])("%s", (line, problem) => {
    expect(domainProblems(line)).toEqual([problem]);
  });

  test("digits that YAML takes for a number are shown as they are written", () => {
    expect(domainProblems("import: { Spf: 02305910439112345678901234567890 }")).toEqual([
      `estate.yaml:9:20: ${AT}.import.Spf: YAML reads this as a number or boolean, got 02305910439112345678901234567890; expected text; quote it: "02305910439112345678901234567890"`,
    ]);
  });

  test("all problems of all domains are reported together, in the order of the file", () => {
    const problems = problemsOf(`${HEAD}domains:
  contoso.com: { profile: exchange-onlin, tenant: contoso, zone: { cloudflare: {} } }
  contoso.net: { profile: exchange-online, tenant: contos, zone: { cloudflare: {} } }
  contoso.org: { profile: parked, extra: 1, more: 2, mtaSts: { mode: enforce } }
  fabrikam.com: { profile: parked, mtaSts: { mode: enforce } }
`);
    expect(problems).toEqual([
      'estate.yaml:5:27: domains["contoso.com"].profile: none of the words that belong here, got "exchange-onlin"; expected exchange-online | eop-onpremises | on-premises | send-only | receive-only | parked; did you mean exchange-online?',
      'estate.yaml:6:52: domains["contoso.net"].tenant: no tenant has this name, got "contos"; expected contoso; did you mean contoso?',
      expect.stringMatching(/^estate\.yaml:7:3: domains\["contoso\.org"\]: the domain is inside no zone/),
      expect.stringMatching(
        /^estate\.yaml:7:35: domains\["contoso\.org"\]\.extra: unknown key, got "extra"; expected tenant \| /,
      ),
      expect.stringMatching(/^estate\.yaml:7:45: domains\["contoso\.org"\]\.more: unknown key, got "more"/),
      expect.stringMatching(
        /^estate\.yaml:7:54: domains\["contoso\.org"\]\.mtaSts: mtaSts does not go with profile/,
      ),
      'estate.yaml:8:3: domains["fabrikam.com"]: the domain is inside no zone; expected zone: { cloudflare: { zoneName: fabrikam.com } }, or a domain of the estate above it',
      'estate.yaml:8:36: domains["fabrikam.com"].mtaSts: mtaSts does not go with profile parked; leave it out, or choose another profile: the domain receives no mail',
    ]);
  });

  test("a key given twice is reported at both places, each time it is given", () => {
    expect(
      problemsOf(`version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} }, ttl: 60, ttl: 90 }
  contoso.com: { profile: parked }
  contoso.com: { profile: parked }
`),
    ).toEqual([
      'estate.yaml:3:70: domains["contoso.com"].ttl: the key is given twice, got "ttl"; first given at estate.yaml:3:61',
      'estate.yaml:4:3: domains["contoso.com"]: the key is given twice, got "contoso.com"; first given at estate.yaml:3:3',
      'estate.yaml:5:3: domains["contoso.com"]: the key is given twice, got "contoso.com"; first given at estate.yaml:3:3',
    ]);
  });

  test("two keys that are one name are refused, with both places", () => {
    expect(
      problemsOf(`version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} }, subdomains: { news: { profile: parked } } }
  Contoso.com.: { profile: parked }
  news.contoso.com: { profile: parked }
`),
    ).toEqual([
      'estate.yaml:3:3: domains["contoso.com"]: the mail domain contoso.com is declared twice, got "contoso.com"; the other is domains["Contoso.com."] at estate.yaml:4:3',
      'estate.yaml:3:75: domains["contoso.com"].subdomains.news: the mail domain news.contoso.com is declared twice, got "news"; the other is domains["news.contoso.com"] at estate.yaml:5:3',
    ]);
  });

  test("a secret is refused by its name and never repeated", () => {
    const [problem, ...others] = problemsOf(`version: 1
state:
  s3: { bucket: b, region: eu-central-1, key: "mail/{stack}.tfstate", secret_key: wJalrXUtnFEMI }
domains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }
`);
    expect(others).toEqual([]);
    expect(problem).toBe(
      "estate.yaml:3:71: state.s3.secret_key: a secret has no place in the estate; take it from the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
    );
  });

  test.each([
    ["s3: { bucket: b, region: eu-central-1, key: terraform.tfstate }", "state.s3.key"],
    ["azurerm: { storageAccountName: a, containerName: c, key: '{domain}' }", "state.azurerm.key"],
    ["gcs: { bucket: b, prefix: mail }", "state.gcs.prefix"],
    ["cloud: { organization: contoso, workspace: mail }", "state.cloud.workspace"],
    ["local: { path: 'state/{stack}/{stack}{x}' }", "state.local.path"],
  ])("two stacks never share a state: %s", (state, path) => {
    const [problem, ...others] = problemsOf(
      `version: 1\nstate: { ${state} }\ndomains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }\n`,
    );
    expect(others).toEqual([]);
    expect(problem).toContain(`${path}: not of the form that belongs here, got `);
    expect(problem).toContain(
      "expected text that holds {stack}, without which two stacks would share a state",
    );
  });

  test("the German cloud is known, retired, and answered with what to write instead", () => {
    expect(
      problemsOf(`version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, cloud: germany } }
domains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }
`),
    ).toEqual([
      'estate.yaml:2:70: tenants.contoso.cloud: the German cloud is retired (closed 29 October 2021), got "germany"; expected worldwide | gcc | gcc-high | dod | china; write worldwide, where its tenants were moved',
    ]);
  });

  test("an initial domain of another cloud is refused", () => {
    const [problem] = problemsOf(`version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.us } }
domains: {}
`);
    expect(problem).toMatch(
      /^estate\.yaml:2:38: tenants\.contoso\.initialDomain: not an initial domain of Microsoft 365 worldwide, got "contoso\.onmicrosoft\.us"/,
    );
  });

  test("aliases cannot blow the estate up", () => {
    const levels = ["l0: &l0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 9; level++) {
      const aliases = Array.from({ length: 10 }, () => `*l${level - 1}`).join(", ");
      levels.push(`l${level}: &l${level} [${aliases}]`);
    }
    expect(problemsOf(`${levels.join("\n")}\nversion: 1\ndomains: {}\n`)).toEqual([
      expect.stringMatching(/^estate\.yaml:\d+:\d+: l\d\[\d\]: aliases stand for more than 200000 values; /),
    ]);
  });

  test("an alias without its anchor, an unknown tag and a key that is a list are each told", () => {
    expect(problemsOf("version: *one\nstate: !secret x\n? [a]\n: 1\ndomains: {}\n")).toEqual([
      "estate.yaml:1:10: version: alias of an anchor that does not stand before it, got *one; expected &one on a value above",
      "estate.yaml:2:8: state: tag without meaning here, got !secret; expected !include",
      "estate.yaml:3:3: a key that is not plain text; expected text as the key",
    ]);
  });
});

test("the faults of a tenant come all at once with those of the domains: of its form, of what it means, and between its parts", () => {
  const text = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2025-05-01
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com] }
      sspr: { group: sg-password-reset, users: [not-a-upn] }
      namedLocations:
        office: { ranges: [203.0.113.0/24] }
        plant: { ip: [203.0.113.7/24] }
      mfa:
        policies:
          one: { include: al, grant: block }
          two: { include: all, excludeLocations: [office], grant: block }
          three: { include: all, excludeLocations: [nowhere], grant: { controls: [] } }
  fabrikam:
    initialDomain: fabrikam.onmicrosoft.com
    identity: { mfa: {} }
domains:
  contoso.com: { tenant: contoso, profile: exchange-online, zone: { cloudflare: {} }, spf: { ip4: 203.0.113.256 } }
`;
  const loaded = load(text);
  if (loaded.ok) throw new Error("the estate was accepted");
  const told = declaredProblems(loaded).map(({ line, message }) => `${line}: ${message}`);
  expect(told).toEqual([
    "7: one break-glass account",
    "8: not a user principal name",
    "10: unknown key",
    "11: bits are set behind the prefix",
    "14: none of the words that belong here",
    "16: no named location has this name",
    "16: a grant that demands nothing",
    "19: policies without break-glass accounts could lock everyone out",
    "21: a list belongs here",
    "21: not an IPv4 address",
  ]);
});
