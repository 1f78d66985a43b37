import fc from "fast-check";
import { type DomainEntry, resolveByEntry } from "../../../lib/estate/by-entry";
import { type Loaded, loadWhole, reloadEstate } from "../../../lib/estate/load";
import { formatLocatedFault } from "../../../lib/located-fault";
import { VARIED_ESTATE } from "../../support/estate";
import { HEAD, memoryFiles, plain } from "./memory-files";

/** Does the text fall into entries that are right by themselves? */
const isRead = (text: string) => resolveByEntry(text, undefined) !== undefined;

/** Places that findings may tell, one of them of a value that is not there. */
const PATHS = [[], ["profile"], ["spf", "ip4", 0], ["dmarc", "rua", 0], ["records", "lab", "ttl"]];

/** All that is known of an estate, its places among it, or what is wrong with it. */
function outcome(loaded: Loaded) {
  if (!loaded.ok) return { problems: loaded.problems.map(formatLocatedFault) };
  const { estate } = loaded;
  const places = estate.domains.flatMap(({ name, source }) =>
    PATHS.map((path) => [source(path), estate.locate(name, path)]),
  );
  const around = [estate.locateTenant("contoso", ["initialDomain"]), estate.locateRules(["packs"])];
  return { estate: plain(estate), places, around };
}

/** The estate of a text that is read entry by entry must be the one that the whole file gives. */
function holdsFor(text: string): void {
  const files = memoryFiles({ "estate.yaml": text });
  const known = new Map<string, DomainEntry>();
  const whole = outcome(loadWhole("estate.yaml", files));
  expect(outcome(reloadEstate("estate.yaml", files, known))).toEqual(whole);
  expect(outcome(reloadEstate("estate.yaml", files, known))).toEqual(whole);
}

describe("entries are read by themselves", () => {
  test.each<[string, string]>([
    ["in block and flow style", VARIED_ESTATE],
    [
      "with comments and empty lines among them",
      `${HEAD}domains: # all\n\n# one\n  a.com: # here\n# there\n    profile: parked\n\n    zone: { cloudflare: {} }\n\n  b.a.com: { profile: parked }\n# end\n`,
    ],
    [
      "with keys in quotes",
      `${HEAD}domains:\n  "a.com": { profile: parked, zone: { cloudflare: {} } }\n  'b.a.com': { profile: parked }\n`,
    ],
    [
      "with text over several lines",
      `${HEAD}domains:\n  a.com:\n    profile: parked\n    zone: { cloudflare: {} }\n    records:\n      one: { type: TXT, value: "a\n\n       b" }\n      two:\n        type: TXT\n        value: >-\n          c\n          d\n      three:\n        type: TXT\n        value: e\n          f\n  b.a.com: { profile: parked }\n`,
    ],
    [
      "before other keys of the estate",
      `version: 1\ndomains:\n    a.com:\n        profile: parked\n        zone: { cloudflare: {} }\nrules: { packs: [scuba] }\n`,
    ],
    [
      "without a last line end",
      `version: 1\ndomains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }`,
    ],
  ])("%s", (_, text) => {
    expect(isRead(text)).toBe(true);
    holdsFor(text);
  });
});

describe("the whole file is read where an entry may mean another thing by itself, or is wrong", () => {
  test.each<[string, string]>([
    [
      "an anchor and its alias",
      `${HEAD}domains:\n  a.com: &a { profile: parked, zone: { cloudflare: {} } }\n  b.com: *a\n`,
    ],
    ["a tag", `${HEAD}domains:\n  a.com: !!map { profile: parked, zone: { cloudflare: {} } }\n`],
    ["domains in flow style", `${HEAD}domains: { a.com: { profile: parked, zone: { cloudflare: {} } } }\n`],
    [
      "a quoted text through which an entry seems to begin",
      `${HEAD}domains:\n  a.com:\n    profile: parked\n    zone: { cloudflare: {} }\n    records: { one: { type: TXT, value: "a\n  b.com: c" } }\n`,
    ],
    ["a text that holds the line domains:", `$schema: "a\ndomains:\n  b.com: {}\n"\n${HEAD}domains: {}\n`],
    [
      "an included file",
      `${HEAD}include: [more.yaml]\ndomains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\n`,
    ],
    [
      "a domain that stands twice",
      `${HEAD}domains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\n  "a.com": { profile: parked }\n`,
    ],
    [
      "domains that stand twice",
      `${HEAD}domains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\ndomains:\n  b.com: { profile: parked }\n`,
    ],
    [
      "two domains of one name",
      `${HEAD}domains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\n  A.com: { profile: parked }\n`,
    ],
    ["a list in place of the entries", `${HEAD}domains:\n  - a.com\n`],
    ["no domains", `${HEAD}domains:\n`],
    ["a second document", `${HEAD}domains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\n---\n`],
    [
      "an entry that is faulty",
      `${HEAD}domains:\n  a.com: { profile: park }\n  b.com: { profile: parked, zone: { cloudflare: {} } }\n`,
    ],
    ["a faulty head", `version: 2\ndomains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\n`],
    [
      "a fault between domains",
      `version: 1\ndomains:\n  a.com: { profile: receive-only, zone: { cloudflare: {} } }\n`,
    ],
    [
      "a line less indented than the first entry",
      `${HEAD}domains:\n    a.com: { profile: parked, zone: { cloudflare: {} } }\n  b.com: { profile: parked }\n`,
    ],
    [
      "Windows' line ends",
      `${HEAD}domains:\n  a.com: { profile: parked, zone: { cloudflare: {} } }\n`.replaceAll("\n", "\r\n"),
    ],
    ["JSON", `{"version":1,\n"domains":{"a.com":{"profile":"parked","zone":{"cloudflare":{}}}}}`],
  ])("%s", (_, text) => {
    expect(isRead(text)).toBe(false);
    holdsFor(text);
  });
});

test("an entry is known by its text: what is around it may change, and it is not read again", () => {
  const entry = "  a.com:\n    profile: parked\n    zone: { cloudflare: {} }\n";
  const known = new Map<string, DomainEntry>();
  const read = (text: string) =>
    outcome(reloadEstate("estate.yaml", memoryFiles({ "estate.yaml": text }), known));
  read(`version: 1\ndomains:\n${entry}`);
  expect([...known]).toEqual([
    [entry, { key: "a.com", input: { profile: "parked", zone: { cloudflare: {} } } }],
  ]);
  expect(
    read(`version: 1\ndefaults: { ttl: 300 }\ndomains:\n  b.a.com: { profile: parked }\n${entry}`),
  ).toMatchObject({
    estate: { domains: [{ name: "a.com", options: { ttl: 300 } }, { name: "b.a.com" }] },
  });
  expect(known.size).toBe(2);
});

/** Lines that cut through texts, lists, entries and documents, beside those that make estates. */
const LINES = [
  "domains:",
  "domains: # again",
  "  a.com:",
  "  a.com: { profile: parked, zone: { cloudflare: {} } }",
  "  b.a.com: { profile: parked }",
  '  "c.a.com": { profile: parked,',
  "  c.com: {",
  "    profile: parked",
  "    zone: { cloudflare: {} }",
  "    records:",
  "      one: { type: TXT, value: |",
  "      one: { type: TXT, value: a }",
  "      two:",
  "        type: TXT",
  "        value: >-",
  "        value: |2+",
  '        value: "',
  "          text",
  "  text",
  "text",
  '"',
  "  }",
  "    }}",
  "  - a",
  "  ? a",
  "  : b",
  "",
  "   ",
  "# remark",
  "    # remark",
  "rules: { packs: [scuba] }",
  "rules:",
  "  packs: [",
  "  scuba ]",
  "defaults: { ttl: 300 }",
  "---",
  "...",
  "version: 1",
];
const line = fc.constantFrom(...LINES);
const RUNS = 400;

describe("for any text", () => {
  test("reading it by its entries gives what reading the whole of it does", () => {
    let read = 0;
    const text = fc
      .tuple(
        fc.constantFrom(VARIED_ESTATE, `${HEAD}domains:\n`),
        fc.array(fc.tuple(fc.nat(60), fc.nat(2), line), { maxLength: 3 }),
      )
      .map(([base, edits]) => {
        const lines = base.split("\n");
        for (const [at, removed, added] of edits) lines.splice(at % (lines.length + 1), removed, added);
        return lines.join("\n");
      });
    fc.assert(
      fc.property(text, (edited) => {
        if (isRead(edited)) read++;
        holdsFor(edited);
      }),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(RUNS / 20);
  });

  test("so it does for texts put together from such lines alone", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.boolean(), (lines, ends) => {
        holdsFor(`version: 1\n${lines.join("\n")}${ends ? "\n" : ""}`);
      }),
      { numRuns: RUNS },
    );
  });
});
