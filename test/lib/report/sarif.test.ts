import { sarif } from "../../../lib/report/sarif";
import type { Finding } from "../../../lib/rules/finding";
import { domainRule, tenantRule } from "../../../lib/rules/rule";
import { SPF as ABSENT, POLICY } from "./support/findings";

const SPF_MISSING = domainRule({
  id: "spf-missing",
  title: "no SPF record",
  why: "Anybody may send in the domain's name.",
  level: "error",
  sources: [
    { name: "RFC 7208 §4.5", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.5" },
    { name: "MS.EXO.2.2v3" },
  ],
  check: () => [],
});
const CA_REPORT_ONLY = tenantRule({
  id: "ca-report-only",
  reads: "policies",
  title: "a policy that only reports",
  why: "It asks nobody for a second factor.",
  level: "note",
  sources: [],
  check: () => [],
});
const SPF: Finding = {
  ...ABSENT,
  where: { file: "estates\\north\\estate.yaml", line: 7, column: 3, path: ["domains", "contoso.net"] },
};
const OPTIONS = { version: "1.2.3", rules: [SPF_MISSING, CA_REPORT_ONLY], file: "estate.yaml" };

test("a log holds the rules that were run, and each finding at its place with what survives a moved line", () => {
  const log = sarif([SPF, { ...POLICY, reason: "until the pilot ends" }], OPTIONS);
  expect(log.startsWith('{\n  "$schema"')).toBe(true);
  expect(log.endsWith("}\n")).toBe(true);
  expect(JSON.parse(log)).toStrictEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "mail-hygiene",
            version: "1.2.3",
            rules: [
              {
                id: "spf-missing",
                shortDescription: { text: "no SPF record" },
                fullDescription: { text: "Anybody may send in the domain's name." },
                help: {
                  text: "Anybody may send in the domain's name.\n\nRFC 7208 §4.5 (https://www.rfc-editor.org/rfc/rfc7208#section-4.5)\nMS.EXO.2.2v3",
                },
                defaultConfiguration: { level: "error" },
                properties: { tags: ["mail", "domain"] },
              },
              {
                id: "ca-report-only",
                shortDescription: { text: "a policy that only reports" },
                fullDescription: { text: "It asks nobody for a second factor." },
                help: { text: "It asks nobody for a second factor.\n\n" },
                defaultConfiguration: { level: "note" },
                properties: { tags: ["mail", "tenant"] },
              },
            ],
          },
        },
        results: [
          {
            ruleId: "spf-missing",
            ruleIndex: 0,
            level: "warning",
            message: {
              text: "contoso.net: contoso.net has no SPF record; expected a TXT record at contoso.net that begins with v=spf1; write contoso.net TXT v=spf1 -all",
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "estates/north/estate.yaml" },
                  region: { startLine: 7, startColumn: 3 },
                },
                logicalLocations: [{ fullyQualifiedName: "contoso.net", kind: "namespace" }],
              },
            ],
            partialFingerprints: {
              "mailHygiene/v1": "spf-missing:contoso.net:contoso.net has no SPF record",
            },
          },
          {
            ruleId: "ca-report-only",
            ruleIndex: 1,
            level: "note",
            message: { text: 'contoso: the policy "MFA" only reports' },
            locations: [
              {
                // Code scanning shows nothing that has no line in a file of the repository.
                physicalLocation: {
                  artifactLocation: { uri: "estate.yaml" },
                  region: { startLine: 1, startColumn: 1 },
                },
                logicalLocations: [{ fullyQualifiedName: "contoso", kind: "module" }],
              },
            ],
            partialFingerprints: {
              "mailHygiene/v1": 'ca-report-only:contoso:the policy "MFA" only reports',
            },
            suppressions: [{ kind: "inSource", status: "accepted", justification: "until the pilot ends" }],
          },
        ],
      },
    ],
  });
});

test("the fingerprint of a finding does not hang on its line", () => {
  const fingerprints = [SPF, { ...SPF, where: { file: "estate.yaml", line: 70 } }].map(
    (finding) => JSON.parse(sarif([finding], OPTIONS)).runs[0].results[0].partialFingerprints,
  );
  expect(fingerprints[0]).toEqual(fingerprints[1]);
});
