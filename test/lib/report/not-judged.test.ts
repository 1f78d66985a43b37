import { findingsJson } from "../../../lib/report/findings-json";
import { findingsText } from "../../../lib/report/findings-text";
import { junit } from "../../../lib/report/junit";
import { sarif } from "../../../lib/report/sarif";
import { verifyJson } from "../../../lib/report/verify-json";
import { verifyText } from "../../../lib/report/verify-text";
import type { NotJudged } from "../../../lib/rules/not-judged";
import { POLICY } from "./support/findings";

const SMTP_AUTH: NotJudged = {
  list: "scuba",
  control: "MS.EXO.5.1v1",
  asks: "SMTP AUTH off",
  look: { place: "Exchange Online PowerShell", how: "Get-TransportConfig: SmtpClientAuthenticationDisabled" },
};
const LEGACY: NotJudged = {
  list: "scuba",
  control: "MS.AAD.1.1v1",
  asks: "legacy authentication blocked",
  look: { place: "Entra admin center", how: "Conditional Access > Policies" },
};
const ENTRA: NotJudged = { ...LEGACY, control: "MS.AAD.2.1v1", asks: "users at high risk blocked" };
const SIGNING: NotJudged = {
  list: "scuba",
  control: "MS.EXO.3.1v1",
  asks: "DKIM for each domain",
  part: "whether Exchange Online signs",
  look: { place: "Exchange Online PowerShell", how: "Get-DkimSigningConfig: Enabled" },
};
const UNSUBSCRIBE: NotJudged = {
  list: "bulk-sender",
  control: "unsubscribe",
  asks: "one click to unsubscribe",
  look: { place: "messages", how: "List-Unsubscribe" },
};
const NOT_JUDGED = [SMTP_AUTH, LEGACY, ENTRA, SIGNING, UNSUBSCRIBE];
const NOTHING = { findings: [], accepted: [], idle: [] };

test("as text they are named by list and by the place where one looks, and the last line counts them", () => {
  expect(findingsText({ ...NOTHING, notJudged: NOT_JUDGED })).toBe(
    `not judged: 3 of the 70 controls of scuba, and 1 in part; look yourself (-v tells where)
  Entra admin center: MS.AAD.1.1v1, MS.AAD.2.1v1
  Exchange Online PowerShell: MS.EXO.5.1v1
  in part: MS.EXO.3.1v1
not judged: 1 of the 10 controls of bulk-sender; look yourself (-v tells where)
  messages: unsubscribe
no findings; 4 controls not judged
`,
  );
});

test("in full, each has a line with what it asks for and where exactly one looks", () => {
  const only = { ...LEGACY, tenants: ["fabrikam", "northwind"] };
  expect(findingsText({ ...NOTHING, notJudged: [SMTP_AUTH, SIGNING, only] }, undefined, true)).toBe(
    `not judged: 1 of the 70 controls of scuba, and 2 in part; look yourself
  MS.EXO.5.1v1: SMTP AUTH off; look: Exchange Online PowerShell, Get-TransportConfig: SmtpClientAuthenticationDisabled
  MS.EXO.3.1v1: DKIM for each domain; not judged: whether Exchange Online signs; look: Exchange Online PowerShell, Get-DkimSigningConfig: Enabled
  MS.AAD.1.1v1: legacy authentication blocked (fabrikam, northwind); look: Entra admin center, Conditional Access > Policies
no findings; 1 control not judged
`,
  );
});

test("parts alone are said without a count", () => {
  const lines = findingsText({ ...NOTHING, notJudged: [SIGNING] }).split("\n");
  expect(lines.at(-2)).toBe("no findings; controls judged in part");
});

test("verify ends with them too", () => {
  expect(verifyText({ domains: [], ...NOTHING, notJudged: [LEGACY] })).toBe(
    `not judged: 1 of the 70 controls of scuba; look yourself (-v tells where)
  Entra admin center: MS.AAD.1.1v1
0 domains; no findings; 1 control not judged
`,
  );
  expect(verifyText({ domains: [], ...NOTHING, notJudged: [LEGACY] }, undefined, true)).toContain(
    "\n  MS.AAD.1.1v1: legacy authentication blocked; look: Entra admin center, Conditional Access > Policies\n",
  );
});

const JSON_OF_SIGNING = {
  notJudged: "MS.EXO.3.1v1",
  pack: "scuba",
  asks: "DKIM for each domain",
  part: "whether Exchange Online signs",
  place: "Exchange Online PowerShell",
  look: "Get-DkimSigningConfig: Enabled",
};

test("as JSON they stand behind the findings, without a rule", () => {
  const [first, ...others] = JSON.parse(
    findingsJson([POLICY], [SIGNING, { ...LEGACY, tenants: ["fabrikam"] }]),
  );
  expect(first.rule).toBe("ca-report-only");
  expect(others).toEqual([
    JSON_OF_SIGNING,
    {
      notJudged: "MS.AAD.1.1v1",
      pack: "scuba",
      asks: "legacy authentication blocked",
      tenants: ["fabrikam"],
      place: "Entra admin center",
      look: "Conditional Access > Policies",
    },
  ]);
  expect(JSON.parse(verifyJson({ domains: [], ...NOTHING, notJudged: [SIGNING] }))).toEqual({
    domains: [],
    findings: [],
    notJudged: [JSON_OF_SIGNING],
  });
});

test("in SARIF they are notifications of the run, not results", () => {
  const log = (notJudged: readonly NotJudged[]) =>
    JSON.parse(sarif([], { version: "1.2.3", rules: [], file: "estate.yaml", notJudged })).runs[0];
  expect(log([SIGNING])).toMatchObject({
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            level: "note",
            descriptor: { id: "scuba/MS.EXO.3.1v1" },
            message: {
              text: "not judged: MS.EXO.3.1v1: DKIM for each domain; not judged: whether Exchange Online signs; look: Exchange Online PowerShell, Get-DkimSigningConfig: Enabled",
            },
          },
        ],
      },
    ],
    results: [],
  });
  expect(log([]).invocations).toBeUndefined();
});

test("in JUnit each is a test case that was skipped", () => {
  expect(junit("verify", [{ subject: "contoso.com", findings: [] }], [LEGACY])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="verify" tests="2" failures="0" skipped="1">
    <testcase classname="verify" name="contoso.com"/>
    <testcase classname="verify" name="scuba MS.AAD.1.1v1">
      <skipped message="not judged: legacy authentication blocked; look: Entra admin center, Conditional Access &gt; Policies"/>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});
