import fc from "fast-check";
import { dump } from "js-yaml";
import { formatLocatedFault } from "../../../lib/located-fault";
import { anyText } from "../../support/texts";
import { estateOf, load, plain } from "./memory-files";

const address = fc.ipV4();
const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
const dmarc = fc.record(
  {
    policy: fc.constantFrom("none", "quarantine", "reject"),
    rua: fc.array(
      label.map((name) => `mailto:dmarc@${name}.example`),
      { maxLength: 2 },
    ),
    test: fc.boolean(),
  },
  { requiredKeys: [] },
);
const sending = fc.record(
  {
    profile: fc.constantFrom("send-only", "exchange-online"),
    ttl: fc.integer({ min: 30, max: 86_400 }),
    spf: fc.record(
      { ip4: fc.array(address, { maxLength: 3 }), all: fc.constantFrom("fail", "softfail") },
      { requiredKeys: [] },
    ),
    dkim: fc.record({ selectors: fc.dictionary(label, fc.constant({ revoked: true }), { maxKeys: 3 }) }),
    senders: fc.array(fc.constantFrom("mailchimp", { sendgrid: { account: "u1234.wl001" } }), {
      maxLength: 2,
    }),
    dmarc,
  },
  { requiredKeys: ["profile"] },
);
const parked = fc.record({ profile: fc.constant("parked"), dmarc }, { requiredKeys: ["profile"] });
const domain = fc
  .tuple(fc.oneof(sending, parked), fc.dictionary(label, fc.oneof(sending, parked), { maxKeys: 2 }))
  .map(([own, subdomains]) => ({ ...own, subdomains }));

/** Sound estates: one tenant, some defaults, a few domains. */
const estate = fc.record({
  version: fc.constant(1),
  tenants: fc.constant({
    contoso: {
      initialDomain: "contoso.onmicrosoft.com",
      cloud: "worldwide",
      domainsAddedBefore: "2026-07-01",
    },
  }),
  defaults: fc.record({
    tenant: fc.constant("contoso"),
    zone: fc.constant({ cloudflare: {} }),
    ttl: fc.integer({ min: 60, max: 3600 }),
    dmarc,
  }),
  domains: fc.dictionary(
    label.map((name) => `${name}.example`),
    domain,
    { maxKeys: 4 },
  ),
});

/** The same value with the keys of every mapping in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, shuffled(member, seed)] as const);
  const turn = entries.length === 0 ? 0 : seed % entries.length;
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
}

describe("for any estate", () => {
  test("the order of keys changes nothing, not even the order of keys in what comes out", () => {
    fc.assert(
      fc.property(estate, fc.nat(7), (value, seed) => {
        const one = estateOf(dump(value, { noRefs: true }));
        const other = estateOf(dump(shuffled(value, seed), { noRefs: true }));
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
    );
  });

  test("domains in files of their own give the same estate as domains in one file", () => {
    fc.assert(
      fc.property(estate, (value) => {
        const { domains, ...head } = value;
        const files = Object.fromEntries(
          Object.entries(domains).map(([name, own], index) => [
            `domains/${index}.yaml`,
            dump({ [name]: own }),
          ]),
        );
        if (Object.keys(files).length === 0) return;
        const split = `${dump(head)}domains: !include domains/*.yaml\n`;
        expect(plain(estateOf(split, files))).toEqual(plain(estateOf(dump(value))));
      }),
    );
  });

  test("JSON and YAML are the same estate", () => {
    fc.assert(
      fc.property(estate, (value) => {
        expect(plain(estateOf(JSON.stringify(value, null, 1)))).toEqual(plain(estateOf(dump(value))));
      }),
    );
  });

  test("what is merged is found where it was written: every value of the options has a place", () => {
    fc.assert(
      fc.property(estate, (value) => {
        const text = dump(value, { noRefs: true });
        const lines = text.split("\n");
        for (const { options, source } of estateOf(text).domains) {
          if (!options.dmarc?.policy) continue;
          const { line = 0, column = 0 } = source(["dmarc", "policy"]);
          expect(lines[(line ?? 0) - 1]?.slice(column - 1)).toBe(options.dmarc.policy);
        }
      }),
    );
  });
});

describe("for any text", () => {
  const word = fc.constantFrom(
    "version: 1",
    "domains:",
    "  contoso.com:",
    "    profile: parked",
    "tenants:",
    "&a",
    "*a",
    "<<: *a",
    "!include",
    "!include x.yaml",
    "- ",
    "? ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "|",
    ">",
    "'",
    '"',
    "#",
    "---",
    "...",
    "%TAG ! x:",
    "\t",
    "__proto__: 1",
    "constructor: {}",
    "null",
    "1e9",
    "\u0000",
    "\uFEFF",
    "\r",
  );
  const texts = fc.oneof(
    anyText({ maxLength: 200 }),
    fc
      .array(fc.tuple(word, fc.constantFrom("\n", " ", "")), { maxLength: 40 })
      .map((parts) => parts.flat().join("")),
  );

  test("loading answers, never throws, and each problem has a place inside a file", () => {
    fc.assert(
      fc.property(texts, texts, (text, included) => {
        const loaded = load(text, { "x.yaml": included });
        if (loaded.ok) return;
        expect(loaded.problems.map(formatLocatedFault).join("\n")).not.toBe("");
        for (const { file, line, column } of loaded.problems) {
          const lines = (file === "x.yaml" ? included : text).split(/\r\n|\n|\r/);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[(line ?? 0) - 1] ?? "").length + 2);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a mutilated estate is refused or read, never thrown at", () => {
    fc.assert(
      fc.property(
        estate,
        fc.array(fc.tuple(fc.nat(2000), fc.nat(30), word), { maxLength: 5 }),
        (value, cuts) => {
          const text = cuts.reduce(
            (whole, [at, length, insert]) => whole.slice(0, at) + insert + whole.slice(at + length),
            dump(value),
          );
          expect(typeof load(text).ok).toBe("boolean");
        },
      ),
      { numRuns: 500 },
    );
  });
});
