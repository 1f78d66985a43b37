import { assert, property, string } from "fast-check";
import { findingsJson } from "../../../lib/report/findings-json";
import { findingsText } from "../../../lib/report/findings-text";
import { junit } from "../../../lib/report/junit";
import { coloursBy } from "../../../lib/report/paint";
import { sarif } from "../../../lib/report/sarif";
import { RULES } from "../../../lib/rules";
import { anyText } from "../../support/texts";
import { POLICY, SPF } from "./support/findings";

const suppression = {
  rule: "dmarc-policy-none",
  reason: "roll-out",
  concerns: () => true,
  until: "2026-10-31",
  where: { file: "estate.yaml", line: 4, column: 7, path: [] },
};

test("as text a finding is a line that begins with its place and ends with its rule", () => {
  expect(
    findingsText({
      findings: [SPF, POLICY],
      accepted: [{ ...SPF, reason: "sold" }],
      idle: [{ suppression, why: "expired" }],
    }),
  ).toBe(`estate.yaml:7:3: warning: contoso.net has no SPF record; expected a TXT record at contoso.net that begins with v=spf1; write contoso.net TXT v=spf1 -all [spf-missing]
azuread_conditional_access_policy.mfa: note: the policy "MFA" only reports [ca-report-only]
estate.yaml:4:7: warning: the suppression of dmarc-policy-none has expired; it held until 2026-10-31; remove it
1 warning, 1 note; 1 accepted
`);
});

test("a suppression that suppresses nothing is told, with its place where it has one, and until when it held only if that is over", () => {
  const idle = (why: "unused" | "expired", where: { readonly file?: string; readonly path: never[] }) =>
    findingsText({ findings: [], accepted: [], idle: [{ suppression: { ...suppression, where }, why }] });
  expect(idle("unused", suppression.where)).toBe(
    "estate.yaml:4:7: warning: the suppression of dmarc-policy-none suppresses nothing; remove it\nno findings\n",
  );
  expect(idle("expired", { path: [] })).toBe(
    "warning: the suppression of dmarc-policy-none has expired; it held until 2026-10-31; remove it\nno findings\n",
  );
});

test("as JSON a finding has its fix, and what was received", () => {
  const fix = "publish v=spf1 -all";
  const [json] = JSON.parse(findingsJson([{ ...SPF, fix, received: "nothing" }]));
  expect([json.fix, json.received]).toEqual([fix, "nothing"]);
});

test("nothing to tell is told", () => {
  expect(
    findingsText(
      { findings: [], accepted: [], idle: [] },
      coloursBy((text) => text),
    ),
  ).toBe("no findings\n");
});

test("as JSON a finding has its rule, level, domain, path, line, message and fix", () => {
  expect(JSON.parse(findingsJson([SPF, POLICY]))).toEqual([
    {
      rule: "spf-missing",
      level: "warning",
      domain: "contoso.net",
      source: "declared",
      path: 'domains["contoso.net"]',
      file: "estate.yaml",
      line: 7,
      column: 3,
      message: "contoso.net has no SPF record",
      expected: "a TXT record at contoso.net that begins with v=spf1",
      instead: [{ name: "contoso.net", type: "TXT", ttl: 3600, data: "v=spf1 -all" }],
    },
    {
      rule: "ca-report-only",
      level: "note",
      tenant: "contoso",
      source: "planned",
      path: "azuread_conditional_access_policy.mfa",
      message: 'the policy "MFA" only reports',
    },
  ]);
});

test("in SARIF each result points at a rule of the list, at a file and line, and tells what is accepted", () => {
  const log = JSON.parse(
    sarif([SPF, { ...POLICY, reason: "until spring" }], {
      version: "1.2.3",
      rules: RULES,
      file: "estate.yaml",
    }),
  );
  const [{ tool, results }] = log.runs;
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(tool.driver.rules[results[0].ruleIndex].id).toBe("spf-missing");
  expect(results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "estate.yaml" },
    region: { startLine: 7, startColumn: 3 },
  });
  expect(results[0].suppressions).toBeUndefined();
  expect(results[1].suppressions).toEqual([
    { kind: "inSource", status: "accepted", justification: "until spring" },
  ]);
});

test("in JUnit errors and warnings fail the domain's test case, notes do not", () => {
  expect(
    junit("check", [
      { subject: "contoso.net", findings: [SPF] },
      { subject: "contoso", findings: [POLICY] },
      { subject: "contoso.com", findings: [] },
    ]),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="check" tests="3" failures="1">
    <testcase classname="check" name="contoso.net">
      <failure type="spf-missing" message="contoso.net has no SPF record">estate.yaml:7:3: warning: spf-missing: contoso.net has no SPF record; expected a TXT record at contoso.net that begins with v=spf1; write contoso.net TXT v=spf1 -all</failure>
    </testcase>
    <testcase classname="check" name="contoso">
      <system-out>azuread_conditional_access_policy.mfa: note: ca-report-only: the policy "MFA" only reports</system-out>
    </testcase>
    <testcase classname="check" name="contoso.com"/>
  </testsuite>
</testsuites>
`);
});

test("whatever a record holds, a JUnit report has no markup but its own", () => {
  const empty = junit("check", [{ subject: "contoso.net", findings: [{ ...SPF, message: "" }] }]);
  const markup = (report: string) => report.replace(/="[^"]*"|>[^<]*(?=<)/g, "");
  assert(
    property(anyText(), (message) => {
      const report = junit("check", [{ subject: "contoso.net", findings: [{ ...SPF, message }] }]);
      expect(markup(report)).toBe(markup(empty));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
      expect(report).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }),
  );
});
