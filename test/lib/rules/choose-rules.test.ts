import { chooseRules } from "../../../lib/rules/choose-rules";
import type { Finding } from "../../../lib/rules/finding";
import { sift } from "../../../lib/rules/sift";
import { estateOf } from "../estate/memory-files";

const estate = (rules: string) =>
  estateOf(`version: 1
rules: ${rules}
domains: { contoso.net: { profile: parked, zone: { cloudflare: {} } } }
`);

const finding = (rule: string, subject: string): Finding => ({
  rule,
  level: "warning",
  source: "declared",
  of: "domain",
  subject,
  message: "something is wrong",
  where: {},
});

function choice(rules: string) {
  const chosen = chooseRules(estate(rules));
  if (!chosen.ok) throw new Error("the rules are sound");
  return chosen.choice;
}

test("recommended is run unless the estate names packs", () => {
  const ids = choice("{}").rules.map(({ rule }) => rule.id);
  expect(ids).toContain("spf-lookups");
  expect(ids).not.toContain("dmarc-not-reject");
});

test("a rule that two packs list is run once, at the worse level", () => {
  const { rules } = choice("{ packs: [recommended, scuba] }");
  expect(rules.filter(({ rule }) => rule.id === "spf-missing").map(({ level }) => level)).toEqual(["error"]);
});

test("a suppression of a rule that does not exist is refused at its place, with the rule that was meant", () => {
  expect(chooseRules(estate("{ suppress: [{ rule: dmarc-policy-nonee, reason: roll-out }] }"))).toMatchObject(
    {
      ok: false,
      problems: [
        {
          file: "estate.yaml",
          line: 2,
          column: 29,
          message: "no rule has this id",
          received: '"dmarc-policy-nonee"',
          fix: "did you mean dmarc-policy-none?",
        },
      ],
    },
  );
});

const ROLL_OUT =
  '{ suppress: [{ rule: dmarc-policy-none, domains: ["*.contoso.com"], reason: roll-out, until: 2027-03-31 }] }';

test("what is accepted keeps its reason; other rules and other domains stay", () => {
  const { suppressions } = choice(ROLL_OUT);
  const accepted = finding("dmarc-policy-none", "news.contoso.com");
  const others = [finding("spf-missing", "news.contoso.com"), finding("dmarc-policy-none", "contoso.com")];
  expect(sift([accepted, ...others], suppressions, "2027-03-31")).toEqual({
    findings: others,
    accepted: [{ ...accepted, reason: "roll-out" }],
    idle: [],
  });
});

test("after its last day a suppression holds no more, and is told", () => {
  const { suppressions } = choice(ROLL_OUT);
  const one = finding("dmarc-policy-none", "news.contoso.com");
  expect(sift([one], suppressions, "2027-04-01")).toMatchObject({
    findings: [one],
    accepted: [],
    idle: [{ why: "expired", suppression: { rule: "dmarc-policy-none" } }],
  });
});

test("without a day nothing expires: synth reads no clock", () => {
  const { suppressions } = choice(ROLL_OUT);
  expect(sift([finding("dmarc-policy-none", "news.contoso.com")], suppressions).findings).toEqual([]);
});

test("a suppression that nothing needs is told", () => {
  const { suppressions } = choice(ROLL_OUT);
  expect(sift([], suppressions, "2026-11-26").idle).toMatchObject([
    { why: "unused", suppression: { where: { file: "estate.yaml", line: 2 } } },
  ]);
});

test("a suppression that is like no rule's id is answered with where the ids stand", () => {
  expect(
    chooseRules(estate("{ suppress: [{ rule: nonsense-of-another-tool, reason: roll-out }] }")),
  ).toMatchObject({
    problems: [{ received: '"nonsense-of-another-tool"', expected: "an id of docs/reference/rules.md" }],
  });
});

test("a suppression without domains concerns all, one with several any of them", () => {
  const [all, some] = choice(
    '{ suppress: [{ rule: spf-missing, reason: a }, { rule: spf-missing, reason: b, domains: [contoso.net, "*.contoso.com"] }] }',
  ).suppressions;
  expect(all?.concerns("fabrikam.com")).toBe(true);
  expect(["contoso.net", "news.contoso.com", "fabrikam.com"].map((name) => some?.concerns(name))).toEqual([
    true,
    true,
    false,
  ]);
});

test("without a last day a suppression holds for good; nothing is suppressed unless the estate says so", () => {
  const { suppressions } = choice("{ suppress: [{ rule: spf-missing, reason: roll-out }] }");
  expect(Object.keys(suppressions[0] ?? {})).not.toContain("until");
  expect(sift([finding("spf-missing", "contoso.com")], suppressions, "2099-12-31")).toMatchObject({
    findings: [],
    idle: [],
  });
  expect(choice("{}").suppressions).toEqual([]);
});

test("of two suppressions of one finding the one that still holds counts", () => {
  const { suppressions } = choice(
    "{ suppress: [{ rule: spf-missing, reason: old, until: 2026-01-31 }, { rule: spf-missing, reason: new, until: 2027-01-31 }] }",
  );
  expect(sift([finding("spf-missing", "contoso.com")], suppressions, "2026-11-27")).toMatchObject({
    findings: [],
    accepted: [{ reason: "new" }],
    idle: [{ why: "expired", suppression: { reason: "old" } }],
  });
});
