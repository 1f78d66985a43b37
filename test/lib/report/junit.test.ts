import { junit } from "../../../lib/report/junit";
import type { Finding } from "../../../lib/rules/finding";

const SPF: Finding = {
  rule: "spf-missing",
  level: "error",
  source: "observed",
  of: "domain",
  subject: "contoso.net",
  message: "contoso.net has no SPF record",
  where: { file: "estate.yaml", line: 7, column: 3 },
};
const DMARC: Finding = {
  ...SPF,
  rule: "dmarc-policy-none",
  level: "warning",
  message: "the policy is none",
  received: '"p=none" & <more>',
  where: {},
};
const NOTE: Finding = {
  ...SPF,
  rule: "dkim-unused-key",
  level: "note",
  message: "a key that nobody signs with",
};

/** The lines between the suite's tags. */
function cases(...of: Parameters<typeof junit>[1]): readonly string[] {
  return junit("verify", of).split("\n").slice(3, -3);
}

test("a suite counts its cases, and those that fail", () => {
  const suite = (...of: Parameters<typeof junit>[1]) => junit("verify", of).split("\n")[2];
  expect([
    suite(),
    suite({ subject: "a.net", findings: [NOTE] }, { subject: "b.net", findings: [], differences: [] }),
    suite(
      { subject: "a.net", findings: [SPF, DMARC] },
      { subject: "b.net", findings: [], differences: ["drift a", "missing b"] },
      { subject: "c.net", findings: [] },
    ),
  ]).toEqual([
    '  <testsuite name="verify" tests="0" failures="0">',
    '  <testsuite name="verify" tests="2" failures="0">',
    '  <testsuite name="verify" tests="3" failures="2">',
  ]);
});

test("one difference is told in the summary of its case, of type drift", () => {
  expect(cases({ subject: "a.net", findings: [], differences: ["drift: a.net TXT"] })).toEqual([
    '    <testcase classname="verify" name="a.net">',
    '      <failure type="drift" message="drift: a.net TXT">drift: a.net TXT</failure>',
    "    </testcase>",
  ]);
});

test("several are counted, differences before findings, and notes stand beside the failure", () => {
  expect(
    cases({
      subject: "contoso.net",
      findings: [SPF, NOTE, DMARC],
      differences: ["drift: a", "missing: b"],
    }),
  ).toEqual([
    '    <testcase classname="verify" name="contoso.net">',
    '      <failure type="drift" message="2 differences, 2 findings">drift: a',
    "missing: b",
    "estate.yaml:7:3: error: spf-missing: contoso.net has no SPF record",
    'warning: dmarc-policy-none: the policy is none, got "p=none" &amp; &lt;more&gt;</failure>',
    "      <system-out>estate.yaml:7:3: note: dkim-unused-key: a key that nobody signs with</system-out>",
    "    </testcase>",
  ]);
});

test.each([
  [[SPF, DMARC], [], 'type="spf-missing" message="2 findings"'],
  [[SPF], ["drift: a"], 'type="drift" message="1 difference, 1 finding"'],
  [[], ["drift: a", "drift: b"], 'type="drift" message="2 differences"'],
  [[DMARC], [], 'type="dmarc-policy-none" message="the policy is none"'],
])("the type of a failure is its first finding's rule, or drift", (findings, differences, attributes) => {
  const [, failure = ""] = cases({ subject: "contoso.net", findings, differences });
  expect(failure).toContain(`<failure ${attributes}>`);
});

test("two notes are two lines", () => {
  expect(cases({ subject: "contoso.net", findings: [NOTE, { ...NOTE, rule: "other" }] })).toEqual([
    '    <testcase classname="verify" name="contoso.net">',
    "      <system-out>estate.yaml:7:3: note: dkim-unused-key: a key that nobody signs with",
    "estate.yaml:7:3: note: other: a key that nobody signs with</system-out>",
    "    </testcase>",
  ]);
});

test("what XML forbids is replaced, line ends and tabs are not", () => {
  expect(
    cases({
      subject: 'a"b<c>.net',
      findings: [],
      differences: ["x\u0000\u0008\u000b\u000c\u001f\ufffe\uffff\t\ry"],
    }),
  ).toEqual([
    '    <testcase classname="verify" name="a&quot;b&lt;c&gt;.net">',
    `      <failure type="drift" message="x${"\ufffd".repeat(7)}\t\ry">x${"\ufffd".repeat(7)}\t\ry</failure>`,
    "    </testcase>",
  ]);
});
