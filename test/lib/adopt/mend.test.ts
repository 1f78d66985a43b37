import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mendsDiff } from "../../../cli/adopt/mends-diff";
import { openEstate } from "../../../cli/open-estate";
import { adopt } from "../../../lib/adopt/adopt";
import type { FoundZone } from "../../../lib/adopt/found";
import { judge } from "../../../lib/rules/judge";
import { judgedBy } from "../../support/judges";
import { temporaryFolder } from "../../support/temp";
import { zoneWith } from "./found";

const { test: testWithGit } = judgedBy("git");

function adopted(...zones: readonly FoundZone[]) {
  const made = adopt(zones, { path: "estate.yaml" });
  if (!made.ok) throw new Error(made.problems.join("\n"));
  return made.adoption;
}

const rules = (findings: readonly { readonly rule: string; readonly subject: string }[]) =>
  findings.map(({ rule, subject }) => `${rule} ${subject}`).sort();

const MAIL = [
  "@ MX 0 contoso-com.mail.protection.outlook.com.",
  '@ TXT "v=spf1 include:spf.protection.outlook.com ?all"',
  "autodiscover CNAME autodiscover.outlook.com.",
];

testWithGit(
  "mends are a diff that git applies, after which the estate is declared and its findings are gone",
  () => {
    const folder = temporaryFolder();
    const zones = [
      zoneWith(
        "contoso.com",
        ...MAIL,
        "selector1._domainkey CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com.",
      ),
      zoneWith("contoso.net", '@ TXT "v=spf1 -all"'),
      { ...zoneWith("fabrikam.com", "@ A 192.0.2.80"), host: { kind: "cloudflare" } as const },
    ];
    const adoption = adopted(...zones);
    const { mends } = adoption;
    if (!mends) throw new Error("nothing is mended");
    expect(rules(mends.mended)).toEqual(
      expect.arrayContaining([
        "dmarc-missing contoso.com",
        "spf-open-end contoso.com",
        "dmarc-missing contoso.net",
      ]),
    );
    expect(mends.changes["contoso.com"]).toEqual(
      expect.arrayContaining([
        "Dmarc is published as declared",
        "spf.all goes: mail of all others fails SPF",
      ]),
    );
    const diff = mendsDiff(adoption.files, mends);
    for (const [name, text] of Object.entries(adoption.files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, "mends.diff"), diff);
    execFileSync("git", ["apply", "mends.diff"], { cwd: folder });
    for (const [name, text] of Object.entries(mends.files)) {
      expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    }
    const problems: string[] = [];
    const opened = openEstate("estate.yaml", { folder, err: (text) => problems.push(text) });
    if (!opened) throw new Error(problems.join(""));
    const judged = judge(opened.estate, opened.declared);
    if (!judged.ok) throw new Error("not judged");
    const left = rules(judged.findings);
    expect(left.filter((one) => rules(mends.mended).includes(one))).toEqual([]);
    // Nothing comes that was not there before, but what can be said of a policy only now.
    const before = rules(adoption.findings);
    const come = left.filter((one) => !before.includes(one));
    expect(come.filter((one) => !/^dmarc-(?:policy-none|no-reports) /.test(one))).toEqual([]);
  },
);

test("a zone without faults has no mends, nor has one whose faults no change of the estate mends", () => {
  expect(
    adopted(zoneWith("contoso.net", "@ MX 0 .", '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject;"'))
      .mends,
  ).toBeUndefined();
  expect(
    adopted(
      zoneWith(
        "contoso.net",
        "@ MX 0 .",
        '@ TXT "v=spf1 -all"',
        '@ TXT "v=spf1 a -all"',
        '_dmarc TXT "v=DMARC1; p=reject;"',
      ),
    ).mends?.changes["contoso.net"],
  ).toBeUndefined();
});
