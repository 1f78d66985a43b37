import { PATTERNS } from "../../../provider/objects/codec/patterns";
import type { GivenValues } from "../../../provider/objects/table";
import { transportRule } from "../../../provider/objects/tables/transport-rule";
import { transportRuleLimits } from "../../../provider/objects/tables/transport-rule-limits";

type Row = Readonly<Record<string, unknown>>;

const CONFIG = {
  TransportRuleLimit: 300,
  TransportRuleSizeLimit: "8 KB (8,192 bytes)",
  TransportRuleCollectionRegexCharsLimit: "20 KB (20,480 bytes)",
  TransportRuleCollectionAddedRecipientsLimit: 100,
};

/** What a plan is told of a rule among others. */
async function told(
  values: GivenValues,
  rows: readonly Row[],
  config: Row | undefined = CONFIG,
  id?: string,
) {
  const found = await transportRuleLimits({
    values,
    id,
    rows,
    ask: async (noun) => (noun === "TransportConfig" && config ? [config] : []),
  });
  return found.map(({ severity = "error", summary }) => `${severity}: ${summary}`);
}

const rules = (count: number, facts: Row = {}) =>
  Array.from({ length: count }, (_, place) => ({ Guid: `guid-${place}`, ...facts }));
const texts = (count: number, length: number) => Array.from({ length: count }, () => "x".repeat(length));

test("no more rules than the tenant takes; one that is there may change", async () => {
  expect(await told({ name: "A" }, rules(299))).toEqual([]);
  expect(await told({ name: "A" }, rules(300))).toEqual([
    "error: the tenant has 300 transport rules, and takes 300",
  ]);
  expect(await told({ name: "A" }, rules(300), CONFIG, "guid-0")).toEqual([]);
  expect(await told({ name: "A" }, rules(10), { TransportRuleLimit: 10 })).toHaveLength(1);
});

test("a rule whose texts alone are over the limit is too large, by bytes", async () => {
  expect(await told({ name: "A", apply_html_disclaimer_text: "x".repeat(8191) }, [])).toEqual([]);
  expect(await told({ name: "A", apply_html_disclaimer_text: "x".repeat(8192) }, [])).toEqual([
    "error: the rule is too large: its texts alone have 8193 bytes",
  ]);
  expect(await told({ name: "A", apply_html_disclaimer_text: "ü".repeat(4096) }, [])).toHaveLength(1);
});

test("regular expressions of all rules together: sure by itself, a warning with others", async () => {
  const own = { name: "A", subject_matches_patterns: texts(10, 100), from_address_contains_words: ["x"] };
  expect(await told(own, rules(194, { RegexSize: 100 }))).toEqual([]);
  expect(await told(own, rules(195, { RegexSize: 100 }))).toEqual([
    "warning: 1000 characters of regular expressions, and 19500 in other rules: the tenant takes 20480 in all",
  ]);
  // The rule's own share of what is there is not counted twice.
  expect(
    await told(
      own,
      [
        { Guid: "a", RegexSize: 19_000 },
        { Guid: "b", RegexSize: 19_000 },
      ],
      CONFIG,
      "a",
    ),
  ).toEqual([]);
  expect(
    await told(own, [], { ...CONFIG, TransportRuleCollectionRegexCharsLimit: "0.9 KB (922 bytes)" }),
  ).toEqual(["error: 1000 characters of regular expressions: the tenant takes 922 in all"]);
  expect(await told({ name: "A" }, rules(300, { RegexSize: 100 }), CONFIG, "guid-0")).toEqual([]);
});

test("recipients that rules add", async () => {
  const own = { copy_to: texts(50, 5), blind_copy_to: texts(40, 5) };
  expect(await told(own, [{ Guid: "a", AddToRecipients: texts(10, 3) }])).toEqual([]);
  expect(await told(own, [{ Guid: "a", AddToRecipients: texts(11, 3) }])).toEqual([
    "warning: 90 recipients that rules add, and 11 in other rules: the tenant takes 100 in all",
  ]);
  expect(await told({ ...own, add_to_recipients: texts(11, 5) }, [])).toEqual([
    "error: 101 recipients that rules add: the tenant takes 100 in all",
  ]);
});

test("where the tenant does not say, usual limits hold", async () => {
  expect(await told({ name: "A" }, rules(300), {})).toHaveLength(1);
  expect(await told({ name: "A" }, rules(300), undefined)).toHaveLength(1);
});

describe("patterns", () => {
  test.each([
    "^inv[0-9]+$",
    "(?i)secret",
    "\\bIBAN\\b",
    "(?<year>\\d{4})",
    "(?>a|b)",
    "\\A\\s*\\z",
    "a{,3}",
    "(?(1)a|b)",
    "[a-z-[aeiou]]",
    "[z-[aeiou]]",
    "share\\\\Z",
    "(\\\\A)",
    "^(\\(?s)",
    "([(?#])",
    "[](]",
    "(?x) a # a parenthesis: (",
    "(?-x)a",
    "(?'year'\\d{4})",
    "(?<!a)*",
    "^*a",
  ])("%s is one", (pattern) => expect(PATTERNS.fault?.(pattern)).toBeUndefined());
  test.each(["(", "a)", "[z-a]", "*a", "a**", "[a", "a{3,2}", "\\", "\\\\(?", "(\\)", "(?:a"])(
    "%s is none",
    (pattern) =>
      expect(PATTERNS.fault?.(pattern)).toContain(`${JSON.stringify(pattern)} is no regular expression: `),
  );

  test("of an attribute they stand behind its name", () => {
    const fault = transportRule.attributes.sender_ad_attribute_matches_patterns?.codec.fault;
    expect(fault?.("Department:^Sales$")).toBeUndefined();
    expect(fault?.("Department:(")).toContain("is no regular expression");
    expect(fault?.("^Sales$")).toContain("expected an attribute and a pattern");
  });

  test("words and patterns have at most 128 characters", () => {
    const fault = transportRule.attributes.subject_contains_words?.codec.fault;
    expect(fault?.("x".repeat(128))).toBeUndefined();
    expect(fault?.("x".repeat(129))).toContain("129 characters");
    expect(PATTERNS.fault?.("x".repeat(129))).toContain("expected at most 128");
  });
});
