import { estateOf, HEAD, plain, problemsOf } from "./memory-files";

const PARKED = (name: string) => `${name}: { profile: parked, zone: { cloudflare: {} } }\n`;
const INCLUDING = `${HEAD}domains: !include domains/*.yaml\n`;

describe("includes", () => {
  const files = { "domains/a.yaml": PARKED("contoso.com"), "domains/b.yaml": PARKED("contoso.net") };
  const inlined = `${HEAD}domains:\n  ${PARKED("contoso.com")}  ${PARKED("contoso.net")}`;

  test.each([
    ["a glob", `${HEAD}domains: !include domains/*.yaml\n`],
    ["a list", `${HEAD}domains: !include [domains/a.yaml, domains/b.yaml]\n`],
    ["a list whose globs overlap", `${HEAD}domains: !include [domains/*.yaml, domains/a.yaml]\n`],
    ["the key of JSON", `${HEAD}domains: {}\ninclude: ["domains/*.yaml"]\n`],
    ["the key of JSON alone", `${HEAD}include: domains/*.yaml\n`],
  ])("%s gives the estate that has everything in one file", (_, text) => {
    expect(plain(estateOf(text, files))).toEqual(plain(estateOf(inlined)));
  });

  test("may stand at any value, and in included files, relative to the file they stand in", () => {
    const estate = estateOf(
      "version: 1\ntenants: !include shared/tenants.yaml\ndomains: !include domains/*.yaml\n",
      {
        "shared/tenants.yaml": "contoso: !include contoso.yaml\n",
        "shared/contoso.yaml": "initialDomain: contoso.onmicrosoft.com\ndomainsAddedBefore: 2026-07-01\n",
        "domains/a.yaml":
          "contoso.com: { profile: send-only, zone: { cloudflare: {} }, spf: { ip4: !include ../shared/egress.yaml } }\n",
        "shared/egress.yaml": "- 89.175.3.5\n",
      },
    );
    expect(Object.keys(estate.tenants)).toEqual(["contoso"]);
    expect(estate.domains[0]?.options.spf).toEqual({ ip4: ["89.175.3.5"] });
  });

  test("problems name the included file", () => {
    expect(problemsOf(INCLUDING, { "domains/a.yaml": "contoso.com:\n  profile: parkd\n" })).toEqual([
      'domains/a.yaml:2:12: domains["contoso.com"].profile: none of the words that belong here, got "parkd"; expected exchange-online | eop-onpremises | on-premises | send-only | receive-only | parked; did you mean parked?',
    ]);
  });

  test("a syntax error in each of two files is two problems", () => {
    expect(problemsOf(INCLUDING, { "domains/a.yaml": "a: [\n", "domains/b.yaml": "b: }\n" })).toEqual([
      expect.stringMatching(/^domains\/a\.yaml:2:1: domains: not YAML: /),
      expect.stringMatching(/^domains\/b\.yaml:1:4: domains: not YAML: /),
    ]);
  });

  test("a domain in two files is refused with both places", () => {
    const twice = { "domains/a.yaml": PARKED("contoso.com"), "domains/b.yaml": `\n${PARKED("contoso.com")}` };
    expect(problemsOf(INCLUDING, twice)).toEqual([
      'domains/b.yaml:2:1: domains["contoso.com"]: the key is given twice, got "contoso.com"; first given at domains/a.yaml:1:1',
    ]);
  });

  test("the same domain spelt in two ways is refused with both places", () => {
    const twice = { "domains/a.yaml": PARKED("Contoso.com"), "domains/b.yaml": PARKED("contoso.com") };
    expect(problemsOf(INCLUDING, twice)).toEqual([
      'domains/b.yaml:1:1: domains["contoso.com"]: the mail domain contoso.com is declared twice, got "contoso.com"; the other is domains["Contoso.com"] at domains/a.yaml:1:1',
    ]);
  });

  test("a glob that matches nothing is refused", () => {
    expect(problemsOf(INCLUDING)).toEqual([
      'estate.yaml:4:10: domains: the include matches no file, got "domains/*.yaml"; expected a path or glob relative to estate.yaml',
    ]);
  });

  test("a file that includes itself by way of another is refused", () => {
    const circle = { "a.yaml": "x: !include b.yaml\n", "b.yaml": "y: !include a.yaml\n" };
    expect(problemsOf(`${HEAD}domains: !include a.yaml\n`, circle)).toEqual([
      "b.yaml:1:4: domains.x.y: a file includes itself, got a.yaml → b.yaml → a.yaml",
    ]);
  });

  test("files included together must be mappings", () => {
    expect(problemsOf(INCLUDING, { ...files, "domains/c.yaml": "- contoso.org\n" })).toEqual([
      "estate.yaml:4:10: domains: files that are included together each hold one mapping, got a list; expected name: value, as in the including file",
    ]);
  });

  test("an include without a file is refused", () => {
    expect(problemsOf(`${HEAD}domains: !include\n`)).toEqual([
      "estate.yaml:4:10: domains: !include without a file; expected a path, a glob such as domains/*.yaml, or a list of them",
    ]);
  });
});
