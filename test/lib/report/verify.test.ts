import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import type { DomainState, PolicyState, RecordState } from "../../../lib/posture/compare";
import { verifyJson } from "../../../lib/report/verify-json";
import { type VerifyReport, verifyText } from "../../../lib/report/verify-text";
import type { Finding } from "../../../lib/rules/finding";
import { MARKED } from "./support/marked";

const name = (text: string) => text as DnsName;
const WHERE = { file: "estate.yaml", line: 7, column: 3, path: ["domains", "contoso.com"] };
const MX: DnsRecord = {
  type: "MX",
  name: name("contoso.com"),
  ttl: 3600,
  preference: 0,
  exchange: name("contoso-com.mail.protection.outlook.com"),
};
const SPF: DnsRecord = { type: "TXT", name: name("contoso.com"), ttl: 3600, value: "v=spf1 -all" };
const KEY: DnsRecord = {
  type: "CNAME",
  name: name("selector1._domainkey.contoso.com"),
  ttl: 3600,
  target: name("selector1-contoso-com._domainkey.contoso.onmicrosoft.com"),
};

function stateOf(
  declared: DnsRecord,
  state: Omit<RecordState, "name" | "type" | "where" | "declared">,
): RecordState {
  return { name: declared.name, type: declared.type, declared, where: WHERE, ...state };
}

const OK = stateOf(MX, { status: "ok" });
const STATES: readonly RecordState[] = [
  OK,
  stateOf(SPF, { status: "drift", observed: { ...SPF, value: "v=spf1 +all" } }),
  stateOf(KEY, {
    status: "drift",
    observed: { type: "TXT", name: KEY.name, ttl: 60, value: "v=DKIM1; p=" },
  }),
  stateOf(MX, {
    status: "pending",
    observed: { ...MX, exchange: name("mx.fabrikam.net") },
    servers: ["ns1.example.net: 0 contoso-com.mail.protection.outlook.com", "ns2.example.net: no answer"],
  }),
  stateOf(KEY, { status: "missing" }),
  stateOf(SPF, { status: "unreachable" }),
  {
    status: "extra",
    name: name("contoso.com"),
    type: "MX",
    observed: { ...MX, preference: 20, exchange: name("mx.fabrikam.net") },
    where: { address: "contoso.com MX" },
  },
];
const FINDING: Finding = {
  rule: "spf-permissive",
  level: "error",
  source: "observed",
  of: "domain",
  subject: "contoso.com",
  message: "everybody may send",
  received: "+all",
  where: { address: "contoso.com TXT" },
};

function report(domains: readonly DomainState[], more: Partial<VerifyReport> = {}): VerifyReport {
  return { domains, findings: [], accepted: [], idle: [], ...more };
}

const domain = (of: string, records: readonly RecordState[], policy?: PolicyState): DomainState => ({
  domain: name(of),
  records,
  ...(policy ? { policy } : {}),
  unanswered: [],
});

const policy = (status: PolicyState["status"], observed?: string): PolicyState => ({
  status,
  where: WHERE,
  ...(observed === undefined ? {} : { observed }),
});

test("a domain where all is well is a line", () => {
  expect(
    verifyText(
      report([
        domain("contoso.com", [OK, OK], policy("ok")),
        domain("fabrikam.net", [OK]),
        domain("parked.net", []),
      ]),
    ),
  ).toBe(`ok  contoso.com  2 records
ok  fabrikam.net  1 record
ok  parked.net  0 records
3 domains, 4 ok; no findings
`);
});

test("each record that is not as declared shows both, where it is declared, and what its servers say", () => {
  expect(
    verifyText(
      report([domain("contoso.com", STATES, policy("drift", "version: STSv1\r\nmode: none\n"))], {
        findings: [FINDING, { ...FINDING, subject: "other.net" }],
        accepted: [{ ...FINDING, reason: "sold" }],
      }),
    ),
  ).toBe(`contoso.com
  drift  contoso.com TXT  estate.yaml:7:3
    declared  v=spf1 -all
    observed  v=spf1 +all
  drift  selector1._domainkey.contoso.com CNAME  estate.yaml:7:3
    declared  selector1-contoso-com._domainkey.contoso.onmicrosoft.com
    observed  TXT v=DKIM1; p=
  pending  contoso.com MX  estate.yaml:7:3
    declared  0 contoso-com.mail.protection.outlook.com
    observed  0 mx.fabrikam.net
    server    ns1.example.net: 0 contoso-com.mail.protection.outlook.com
    server    ns2.example.net: no answer
  missing  selector1._domainkey.contoso.com CNAME  estate.yaml:7:3
    declared  selector1-contoso-com._domainkey.contoso.onmicrosoft.com
  unreachable  contoso.com TXT  estate.yaml:7:3
    declared  v=spf1 -all
  extra  contoso.com MX
    observed  20 mx.fabrikam.net
  drift  MTA-STS policy of contoso.com
    observed  version: STSv1 | mode: none
  error: everybody may send, got +all [spf-permissive]
1 domain, 1 ok, 1 pending, 3 drift, 1 missing, 1 extra, 1 unreachable; 2 errors; 1 accepted
`);
});

test.each<[string, DomainState, readonly Finding[], string]>([
  [
    "a policy alone",
    domain("contoso.com", [OK], policy("missing")),
    [],
    "contoso.com\n  missing  MTA-STS policy of contoso.com\n1 domain, 1 ok, 1 missing; no findings\n",
  ],
  [
    "a policy that did not come, and why",
    domain("contoso.com", [], policy("unreachable", "HTTP 503")),
    [],
    "contoso.com\n  unreachable  MTA-STS policy of contoso.com\n    observed  HTTP 503\n1 domain, 1 unreachable; no findings\n",
  ],
  [
    "a finding alone",
    domain("contoso.com", [OK]),
    [FINDING],
    "contoso.com\n  error: everybody may send, got +all [spf-permissive]\n1 domain, 1 ok; 1 error\n",
  ],
  [
    "a declared record without a place",
    domain("contoso.com", [{ ...stateOf(SPF, { status: "missing" }), where: {} }]),
    [],
    "contoso.com\n  missing  contoso.com TXT\n    declared  v=spf1 -all\n1 domain, 1 missing; no findings\n",
  ],
])("%s is reason enough to show a domain", (_, state, findings, text) => {
  expect(verifyText(report([state], { findings }))).toBe(text);
});

test("nothing that was looked at", () => {
  expect(verifyText(report([]))).toBe("0 domains; no findings\n");
});

test("what waits is a note, what nobody answers for a warning, and the rest errors", () => {
  expect(
    verifyText(
      report([domain("contoso.com", STATES, policy("drift", "mode: none")), domain("fabrikam.net", [OK])], {
        findings: [FINDING, { ...FINDING, level: "warning" }, { ...FINDING, level: "note" }],
      }),
      MARKED,
    )
      .split("\n")
      .filter((line) => line.includes("<")),
  ).toEqual([
    "<bold:contoso.com>",
    "  <error:drift>  contoso.com TXT<dim:  estate.yaml:7:3>",
    "  <error:drift>  selector1._domainkey.contoso.com CNAME<dim:  estate.yaml:7:3>",
    "  <note:pending>  contoso.com MX<dim:  estate.yaml:7:3>",
    "<dim:    server    ns1.example.net: 0 contoso-com.mail.protection.outlook.com>",
    "<dim:    server    ns2.example.net: no answer>",
    "  <error:missing>  selector1._domainkey.contoso.com CNAME<dim:  estate.yaml:7:3>",
    "  <warning:unreachable>  contoso.com TXT<dim:  estate.yaml:7:3>",
    "  <error:extra>  contoso.com MX",
    "  <error:drift>  MTA-STS policy of contoso.com",
    "  <error:error>: everybody may send, got +all <dim:[spf-permissive]>",
    "  <warning:warning>: everybody may send, got +all <dim:[spf-permissive]>",
    "  <note:note>: everybody may send, got +all <dim:[spf-permissive]>",
    "<good:ok>  fabrikam.net  <dim:1 record>",
  ]);
});

test("as JSON each record has its state, what is declared where, what is observed, and what servers say", () => {
  const text = verifyJson(
    report(
      [
        domain("contoso.com", STATES.slice(2, 4), policy("drift", "mode: none")),
        domain("fabrikam.net", STATES.slice(6), policy("missing")),
        {
          ...domain("parked.net", [stateOf(SPF, { status: "missing" })]),
          unanswered: [{ name: name("mx.parked.net"), type: "A" }],
        },
      ],
      { findings: [FINDING] },
    ),
  );
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(text)).toStrictEqual({
    domains: [
      {
        domain: "contoso.com",
        records: [
          {
            status: "drift",
            name: "selector1._domainkey.contoso.com",
            type: "CNAME",
            declared: "selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
            place: "estate.yaml:7:3",
            path: 'domains["contoso.com"]',
            observed: { type: "TXT", data: "v=DKIM1; p=", ttl: 60 },
          },
          {
            status: "pending",
            name: "contoso.com",
            type: "MX",
            declared: "0 contoso-com.mail.protection.outlook.com",
            place: "estate.yaml:7:3",
            path: 'domains["contoso.com"]',
            observed: { type: "MX", data: "0 mx.fabrikam.net", ttl: 3600 },
            servers: [
              "ns1.example.net: 0 contoso-com.mail.protection.outlook.com",
              "ns2.example.net: no answer",
            ],
          },
        ],
        policy: { status: "drift", observed: "mode: none" },
        unanswered: [],
      },
      {
        domain: "fabrikam.net",
        records: [
          {
            status: "extra",
            name: "contoso.com",
            type: "MX",
            observed: { type: "MX", data: "20 mx.fabrikam.net", ttl: 3600 },
          },
        ],
        policy: { status: "missing" },
        unanswered: [],
      },
      {
        domain: "parked.net",
        records: [
          {
            status: "missing",
            name: "contoso.com",
            type: "TXT",
            declared: "v=spf1 -all",
            place: "estate.yaml:7:3",
            path: 'domains["contoso.com"]',
          },
        ],
        unanswered: [{ name: "mx.parked.net", type: "A" }],
      },
    ],
    findings: [
      {
        rule: "spf-permissive",
        level: "error",
        domain: "contoso.com",
        source: "observed",
        path: "contoso.com TXT",
        message: "everybody may send",
        received: "+all",
      },
    ],
    notJudged: [],
  });
});

test("what was asked beside the records and not answered shows a domain, where all else is well", () => {
  const state: DomainState = {
    ...domain("contoso.com", [OK], policy("ok")),
    unanswered: [
      { name: name("mx.contoso.com"), type: "A" },
      { name: name("mx.contoso.com"), type: "AAAA" },
    ],
  };
  expect(verifyText(report([state]))).toBe(`contoso.com
  unreachable  mx.contoso.com A
  unreachable  mx.contoso.com AAAA
1 domain, 2 ok, 2 unreachable; no findings
`);
  expect(verifyText(report([state]), MARKED)).toContain("  <warning:unreachable>  mx.contoso.com A\n");
});

test("a policy that is observed in lines of either kind is one line", () => {
  const text = (observed: string) =>
    verifyText(report([domain("contoso.com", [], policy("drift", observed))]));
  const line = "    observed  version: STSv1 | mode: none | max_age: 60\n";
  for (const end of ["\n", "\r\n"]) {
    expect(text(["version: STSv1", "mode: none", "max_age: 60", ""].join(end))).toContain(line);
  }
});

test("what is found alike at many domains is said once; -v says it at each", () => {
  const names = ["contoso.com", "fabrikam.com", "adatum.com", "proseware.com"];
  const findings = names.map((subject) => ({
    ...FINDING,
    level: "note" as const,
    subject,
    message: `the policy of ${subject} at ${subject.replace(".", "-")} only tests`,
  }));
  const own = { ...FINDING, subject: "proseware.com" };
  const domains = names.map((one) => domain(one, [OK], one === "adatum.com" ? policy("missing") : undefined));
  const all = report(domains, { findings: [...findings, own] });
  expect(verifyText(all)).toBe(`contoso.com
  note: the policy of contoso.com at contoso-com only tests, and so it is with 3 more: fabrikam.com, adatum.com, proseware.com, got +all [spf-permissive]
note  fabrikam.com  1 record
adatum.com
  missing  MTA-STS policy of adatum.com
proseware.com
  error: everybody may send, got +all [spf-permissive]
4 domains, 4 ok, 1 missing; 1 error, 4 notes; -v lists all
`);
  expect(verifyText(all, undefined, true).match(/only tests/g)).toHaveLength(4);
  // One that is not looked at says nothing for others.
  const others = report(domains.slice(1), { findings });
  expect(verifyText(others)).toContain(
    "the policy of fabrikam.com at fabrikam-com only tests, and so it is with 2 more",
  );
});
