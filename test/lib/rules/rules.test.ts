import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { RULE_PACK_NAMES } from "../../../lib/pack-names";
import { SOURCES, type Source } from "../../../lib/posture/model";
import { RULES } from "../../../lib/rules";
import { evaluate } from "../../../lib/rules/evaluate";
import type { Finding } from "../../../lib/rules/finding";
import { packRules } from "../../../lib/rules/packs";
import type { Rule } from "../../../lib/rules/rule";
import { expectedFinding } from "./expected-finding";
import { type Fixture, online, parked, type RuleCases, tenant } from "./fixture";
import { FORMS } from "./forms";
import { withRecords } from "./with-records";

/** The files of rules, or of their cases: one a rule, in a folder of its mechanism. */
function ruleFiles(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["controls", "packs", "support"].includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(root, name)).map((file) => join(name, file)))
    .filter((file) => !file.endsWith("index.ts"));
}

const byName = (a: string, b: string) => (basename(a) < basename(b) ? -1 : 1);

const CASES: readonly RuleCases[] = [...ruleFiles(__dirname)]
  .sort(byName)
  .map((file) => require(join(__dirname, file)).default);

/** What a rule finds in a fixture in the form of a source. */
async function findings(rule: Rule, fixture: Fixture, source: Source): Promise<readonly Finding[]> {
  return evaluate(await FORMS[source](fixture), [{ rule, level: rule.level }]);
}

const sourcesOf = ({ from = SOURCES }: Rule, { sources = SOURCES }: Pick<Fixture, "sources">) =>
  from.filter((source) => sources.includes(source));

const compliant = CASES.flatMap(({ rule, compliant: fixtures }) =>
  Object.entries(fixtures).flatMap(([title, fixture]) =>
    sourcesOf(rule, fixture).map((source) => [rule.id, title, source, rule, fixture] as const),
  ),
);
const violating = CASES.flatMap(({ rule, violating: fixtures }) =>
  Object.entries(fixtures).flatMap(([title, fixture]) =>
    sourcesOf(rule, fixture).map((source) => [rule.id, title, source, rule, fixture] as const),
  ),
);

test.each(compliant)("%s finds nothing in %s (%s)", async (_id, _title, source, rule, fixture) => {
  expect(await findings(rule, fixture, source)).toEqual([]);
});

test.each(violating)("%s finds %s (%s)", async (_id, _title, source, rule, fixture) => {
  expect(await findings(rule, fixture, source)).toStrictEqual(
    fixture.finds.map((expected) => expectedFinding(rule, fixture, expected, source)),
  );
});

const advised = violating.flatMap(([id, title, source, rule, fixture]) =>
  fixture.finds.flatMap(({ instead }) =>
    instead ? ([[id, title, source, rule, withRecords(fixture, instead)]] as const) : [],
  ),
);

test.each(advised)(
  "what %s would write instead in %s is right (%s)",
  async (id, _t, source, rule, fixture) => {
    const judges = [
      rule,
      ...RULES.filter((other) => other.id.endsWith("-syntax") && sourcesOf(other, {}).includes(source)),
    ];
    const found = await Promise.all(judges.map((judge) => findings(judge, fixture, source)));
    expect(found.flat()).toEqual([]);
    expect(id).toBe(rule.id);
  },
);

/** The rules that find something in a fixture, by id. */
async function findingRules(fixture: Fixture, source: Source): Promise<readonly string[]> {
  const posture = await FORMS[source](fixture);
  return evaluate(posture, packRules(RULE_PACK_NAMES))
    .map(({ rule }) => rule)
    .sort();
}

test.each(SOURCES)("of a domain without records only what is missing is found (%s)", async (source) => {
  expect(await findingRules(online(), source)).toEqual([
    "dkim-missing",
    "dmarc-missing",
    "mx-missing",
    "spf-missing",
  ]);
  expect(await findingRules(parked(), source)).toEqual(["dmarc-missing", "parked-mx", "spf-missing"]);
  expect(await findingRules(tenant({}), source)).toEqual([]);
});

test.each(SOURCES)("of records that nobody can read only that is found (%s)", async (source) => {
  const unreadable = online(
    "contoso.com TXT v=spf1 ipv4:192.0.2.1 -all",
    "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
    "_dmarc.contoso.com TXT v=DMARC1; p=block;",
    "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
    "google._domainkey.contoso.com TXT v=DKIM1; k=rsa",
    "_smtp._tls.contoso.com TXT v=TLSRPTv1;",
    "default._bimi.contoso.com TXT v=BIMI1;",
  );
  expect(await findingRules(unreadable, source)).toEqual([
    "bimi-syntax",
    "dkim-syntax",
    "dmarc-syntax",
    "spf-syntax",
    "tls-rpt-syntax",
  ]);
});

test("a finding is a sentence that goes on: no part of it ends in a full stop or a semicolon", () => {
  const parts = violating.flatMap(([, , , , { finds }]) =>
    finds.flatMap(({ message, expected, fix }) => [message, expected ?? "-", fix ?? "-"]),
  );
  expect(parts.filter((part) => /[.;,\s]$/.test(part))).toEqual([]);
});

test("every rule has cases on both sides, in a file of its name", () => {
  const tried = CASES.filter(
    ({ compliant, violating }) => Object.keys(compliant).length > 0 && Object.keys(violating).length > 0,
  );
  expect(tried.map(({ rule }) => rule.id)).toEqual(RULES.map(({ id }) => id));
  const rules = join(__dirname, "../../../lib/rules");
  expect([...ruleFiles(rules)].sort(byName).map((file) => basename(file, ".ts"))).toEqual(
    RULES.map(({ id }) => id),
  );
  expect([...ruleFiles(__dirname)].sort()).toEqual([...ruleFiles(rules)].sort());
});
