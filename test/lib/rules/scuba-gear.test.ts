import { array, assert, asyncProperty, constantFrom, option, record } from "fast-check";
import { evaluate } from "../../../lib/rules/evaluate";
import { packRules } from "../../../lib/rules/packs";
import type { Fixture } from "./fixture";
import { FORMS } from "./forms";

/**
 * The tests of CISA's ScubaGear of one domain's DNS (EXOConfig.rego and ExportEXOProvider.psm1, August 2026), written anew
 * and as literal as they are.
 */
const TESTS: Readonly<
  Record<string, (texts: { readonly spf: readonly string[]; readonly dmarc: readonly string[] }) => boolean>
> = {
  "MS.EXO.2.2v3": ({ spf }) =>
    spf.some(
      (text) => text.startsWith("v=spf1 ") && ["-all", "~all", "redirect"].some((end) => text.includes(end)),
    ),
  "MS.EXO.4.1v1": ({ dmarc }) => dmarc.some((text) => text.startsWith("v=DMARC1;")),
  "MS.EXO.4.2v1": ({ dmarc }) => dmarc.some((text) => text.includes("p=reject;")),
  "MS.EXO.4.4v1": ({ dmarc }) =>
    dmarc.length > 0 && dmarc.every((text) => addresses(text, "rua=") >= 2 && addresses(text, "ruf=") >= 1),
};

function addresses(text: string, tag: string): number {
  return Math.max(
    0,
    ...text
      .split(";")
      .filter((part) => part.includes(tag))
      .map((part) => part.split("@").length - 1),
  );
}

/** The controls of pack scuba that some finding of a rule is about. */
async function unmet(fixture: Fixture): Promise<ReadonlySet<string>> {
  const rules = packRules(["scuba"]);
  const found = evaluate(await FORMS.observed(fixture), rules).map(({ rule }) => rule);
  return new Set(
    rules.flatMap(({ rule }): readonly string[] =>
      found.includes(rule.id) ? (rule.controls?.scuba ?? []) : [],
    ),
  );
}

const DMARC_VERSIONS = ["v=DMARC1;", "v=DMARC1 ;", "V=DMARC1;", "v=DMARC1"];
const DMARC_TAGS = [
  "p=reject",
  "p = reject",
  "p=quarantine",
  "p=none",
  "sp=reject",
  "sp=none",
  "pct=0",
  "t=y",
  "rua=mailto:a@contoso.com",
  "rua=mailto:a@contoso.com,mailto:b@contoso.com",
  "ruf=mailto:a@contoso.com",
];
const SPF_TERMS = [
  "include:spf.protection.outlook.com",
  "ip4:192.0.2.25",
  "-all",
  "~all",
  "?all",
  "+all",
  "-ALL",
  "redirect=_spf.contoso.net",
];

const worlds = record({
  version: constantFrom(...DMARC_VERSIONS),
  tags: array(constantFrom(...DMARC_TAGS), { maxLength: 5 }),
  closed: constantFrom(";", ""),
  other: option(constantFrom("proof=1", "v=DMARC1; p=none;")),
  spfVersion: constantFrom("v=spf1", "V=SPF1"),
  terms: array(constantFrom(...SPF_TERMS), { maxLength: 3 }),
});

test("where pack scuba finds nothing about a control, CISA's own test of it passes", async () => {
  let silent = 0;
  await assert(
    asyncProperty(worlds, async ({ version, tags, closed, other, spfVersion, terms }) => {
      const own = `${version}${version.endsWith(";") ? "" : ";"} ${tags.join("; ")}${closed}`.trim();
      const dmarc = [own, ...(other === null ? [] : [other])];
      const spf = [[spfVersion, ...terms].join(" ")];
      const found = await unmet({
        domains: [
          {
            domain: "contoso.com",
            profile: "exchange-online",
            records: [
              ...spf.map((text) => `contoso.com TXT ${text}`),
              ...dmarc.map((text) => `_dmarc.contoso.com TXT ${text}`),
            ],
          },
        ],
        outside: [
          "spf.protection.outlook.com TXT v=spf1 ip4:198.51.100.0/24 -all",
          "_spf.contoso.net TXT v=spf1 -all",
        ],
      });
      for (const [control, passes] of Object.entries(TESTS)) {
        if (found.has(control)) continue;
        silent += 1;
        if (!passes({ spf, dmarc })) throw new Error(`${control}: ${JSON.stringify({ spf, dmarc })}`);
      }
    }),
    { numRuns: 400 },
  );
  expect(silent).toBeGreaterThan(20);
});

test.each([
  ["p=none with sp=reject", "v=DMARC1; p=none; sp=reject; rua=mailto:a@contoso.com;"],
  ["reject for nobody", "v=DMARC1; p=reject; pct=0;"],
])("what CISA's test of MS.EXO.4.2v1 lets pass is found: %s", async (_title, text) => {
  expect(TESTS["MS.EXO.4.2v1"]?.({ spf: [], dmarc: [text] })).toBe(true);
  const domains = [
    { domain: "contoso.com", profile: "exchange-online", records: [`_dmarc.contoso.com TXT ${text}`] },
  ] as const;
  expect([...(await unmet({ domains }))]).toContain("MS.EXO.4.2v1");
});
