import { declareEstate } from "../../../lib/declare/estate";
import type { Estate } from "../../../lib/estate/model";
import { findingFault, type JudgeOptions, judge } from "../../../lib/rules/judge";
import { estateOf } from "../estate/memory-files";

const ESTATE = `version: 1
rules: RULES
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
defaults: { zone: { cloudflare: {} } }
domains:
  contoso.com:
    profile: send-only
    spf: { ip4: [89.175.3.5] }
    dmarc: { policy: quarantine, rua: ["mailto:d@contoso.com"] }
    subdomains: { news: { profile: send-only, spf: { ip4: [89.175.3.6] } } }
  contoso.net: { profile: parked }
`;

/** What the rules say of the estate, or of one domain of it. */
function judged(rules: string, options: JudgeOptions = {}, only?: string) {
  const estate: Estate = estateOf(ESTATE.replace("RULES", rules));
  const declared = declareEstate(estate, only === undefined ? undefined : new Set([only]));
  if (!declared.ok) throw new Error("the estate is sound");
  return judge(estate, declared, options);
}

function found(rules: string, options?: JudgeOptions, only?: string) {
  const answer = judged(rules, options, only);
  if (!answer.ok) throw new Error("the rules are sound");
  return answer.findings.map(({ rule, subject, level }) => `${level} ${subject} ${rule}`);
}

const OF_COM = [
  "warning contoso.com dkim-missing",
  "warning contoso.com dmarc-enforced-unauthenticated",
  "warning contoso.com reports-undeliverable",
  "warning news.contoso.com dkim-missing",
  "warning news.contoso.com dmarc-enforced-unauthenticated",
];
const SCUBA = [
  "error contoso.com dmarc-not-reject",
  "error news.contoso.com dmarc-inherited-weak",
  "warning contoso.com dkim-missing",
  "warning contoso.com dmarc-no-failure-reports",
  "warning contoso.com dmarc-single-report-address",
  "warning contoso.net dmarc-no-failure-reports",
  "warning contoso.net dmarc-no-reports",
  "warning news.contoso.com dkim-missing",
];

test("an estate is held against the packs that it names, or against those that are asked for", () => {
  expect(found("{}")).toEqual([
    ...OF_COM.slice(0, 3),
    "warning contoso.net dmarc-no-reports",
    ...OF_COM.slice(3),
  ]);
  expect(found("{ packs: [scuba] }")).toEqual(SCUBA);
  expect(found("{ packs: [recommended] }", { packs: ["scuba"] })).toEqual(SCUBA);
});

test("of one domain nothing is said of its neighbours, and its subdomains belong to it", () => {
  expect(found("{}", {}, "contoso.com")).toEqual(OF_COM);
});

test("what the estate accepts is set apart, until its last day", () => {
  const rules =
    "{ suppress: [{ rule: dkim-missing, domains: [contoso.com], reason: next week, until: 2027-03-31 }] }";
  const [accepted, ...rest] = OF_COM;
  expect(found(rules, { today: "2027-03-31" }, "contoso.com")).toEqual(rest);
  expect(found(rules, { today: "2027-04-01" }, "contoso.com")).toEqual([accepted, ...rest]);
});

test("a choice of rules with a fault is refused", () => {
  expect(judged("{ suppress: [{ rule: dkim-mising, reason: next week }] }")).toMatchObject({
    ok: false,
    problems: [{ message: "no rule has this id", fix: "did you mean dkim-missing?" }],
  });
});

test("what a tenant declares is found beside what its domains do", () => {
  const estate = estateOf(`version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2025-05-01
    identity: { breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }, mfa: { baseline: microsoft } }
defaults: { zone: { cloudflare: {} } }
domains: { contoso.net: { profile: parked } }
`);
  const declared = declareEstate(estate);
  if (!declared.ok) throw new Error("the estate is sound");
  const answer = judge(estate, declared);
  expect(answer.ok && new Set(answer.findings.map(({ of, subject }) => `${of} ${subject}`))).toEqual(
    new Set(["tenant contoso", "domain contoso.net"]),
  );
});

test("a finding as a fault of the estate names its rule, and only the places that are known", () => {
  const finding = {
    rule: "dkim-missing",
    level: "warning",
    source: "declared",
    of: "domain",
    subject: "contoso.com",
    message: "contoso.com sends mail and has no DKIM key",
    fix: "publish the selectors",
  } as const;
  const message = "contoso.com sends mail and has no DKIM key; publish the selectors [dkim-missing]";
  const where = { file: "estate.yaml", line: 6, column: 3, path: ["domains", "contoso.com"] };
  expect(findingFault({ ...finding, where })).toStrictEqual({ message, ...where });
  expect(findingFault({ ...finding, where: { address: "contoso.com TXT" } })).toStrictEqual({ message });
});
