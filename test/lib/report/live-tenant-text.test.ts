import { readPosture } from "../../../lib/posture/from-reading";
import type { LiveTenant, LiveThing } from "../../../lib/posture/live-tenant";
import type { Posture } from "../../../lib/posture/model";
import { auditHtml } from "../../../lib/report/audit-html";
import { tenantFaults } from "../../../lib/report/live-tenant-text";
import { scores, scoreText } from "../../../lib/report/score";
import { verifyJson } from "../../../lib/report/verify-json";
import { type VerifyReport, verifyText } from "../../../lib/report/verify-text";
import { evaluate } from "../../../lib/rules/evaluate";
import { notJudged } from "../../../lib/rules/not-judged";
import { packRules } from "../../../lib/rules/packs";
import { readingOf, shownObject } from "../posture/reading";

const WHERE = { file: "estate.yaml", line: 7 };
const thing = (status: LiveThing["status"], what: string, more: Partial<LiveThing> = {}): LiveThing => ({
  status,
  what,
  differences: [],
  where: WHERE,
  ...more,
});
const report = (...things: readonly LiveThing[]): VerifyReport & { tenants: readonly LiveTenant[] } => ({
  domains: [],
  tenants: [{ name: "contoso", things }],
  findings: [],
  accepted: [],
  idle: [],
});

test("a tenant that is as declared is a line", () => {
  expect(verifyText(report(thing("ok", "the connection filter")))).toBe(
    "ok  contoso  1 ok\n0 domains; 1 tenant, 1 ok; no findings\n",
  );
  expect(verifyText(report())).toBe(
    "ok  contoso  nothing declared\n0 domains; 1 tenant, nothing declared; no findings\n",
  );
});

const MIXED = report(
  thing("ok", "self-service password reset of the group sg-sspr", {
    says: "Selected is set: 41 of 43 members enabled.",
  }),
  thing("ok", "the transport settings"),
  thing("drift", "the connection filter", {
    differences: [{ attribute: "enableSafeList", declared: "false", observed: "true" }],
  }),
  thing("missing", "the mail flow rule Tag"),
  thing("unread", "the portal of encrypted mail", { why: "not allowed", lost: true }),
  ...Array.from({ length: 12 }, (_, at) => thing("extra", `the alert policy ${at}\nok  forged`)),
);

test("what is otherwise is told with its values, what is there besides by name", () => {
  expect(verifyText(MIXED).split("\n")).toEqual([
    "contoso  2 ok, 1 drift, 1 missing, 12 extra, 1 unread",
    "  ok  self-service password reset of the group sg-sspr  estate.yaml:7",
    "    Selected is set: 41 of 43 members enabled.",
    "  drift  the connection filter  estate.yaml:7",
    "    enableSafeList  declared false, observed true",
    "  missing  the mail flow rule Tag  estate.yaml:7",
    "  unread  the portal of encrypted mail: not allowed  estate.yaml:7",
    `  extra  ${Array.from({ length: 10 }, (_, at) => `the alert policy ${at}\\nok  forged`).join(", ")}, 2 more (-v lists all)`,
    "0 domains; 1 tenant, 2 ok, 1 drift, 1 missing, 12 extra, 1 unread; no findings",
    "",
  ]);
  const verbose = verifyText(MIXED, undefined, true).split("\n");
  expect(verbose).toHaveLength(1 + 17 + 2 + 2);
  expect(verbose).toContain("  ok  the transport settings  estate.yaml:7");
  expect(verbose).toContain("  extra  the alert policy 11\\nok  forged");
});

test("programs get all of it, and pass and fail", () => {
  expect(JSON.parse(verifyJson(MIXED)).tenants).toEqual([
    { tenant: "contoso", things: expect.arrayContaining([]) },
  ]);
  expect(JSON.parse(verifyJson(MIXED)).tenants[0].things[4]).toEqual({
    status: "unread",
    what: "the portal of encrypted mail",
    differences: [],
    why: "not allowed",
    lost: true,
    place: "estate.yaml:7",
    path: "",
  });
  expect(tenantFaults(MIXED.tenants[0] as LiveTenant)).toEqual([
    "drift: the connection filter: enableSafeList declared false, observed true",
    "missing: the mail flow rule Tag",
    "unread: the portal of encrypted mail: not allowed",
  ]);
});

describe("a read-only assessment", () => {
  const refusal = { read: false, why: { reason: "permission", words: "<b>no</b>" } } as const;
  const reading = readingOf({
    objects: [
      shownObject("transport-config", { smtpClientAuthenticationDisabled: false }),
      shownObject("organization-config", { auditDisabled: false }),
    ],
    parts: { ...readingOf().parts, "sharing-policy": refusal },
  });
  const posture: Posture = {
    source: "observed",
    domains: [],
    tenants: [readPosture(reading, "contoso.onmicrosoft.com")],
    outside: [],
  };
  const findings = evaluate(posture, packRules(["scuba"]));
  const open = notJudged(posture, ["scuba"]);

  test("counts the controls of which all was read, and of one rule for several each by itself", () => {
    const [score] = scores(posture, findings, ["scuba"], open);
    const unmet = new Set(findings.flatMap(({ rule, unmet: own }) => (own ? own : [rule])));
    expect(unmet.has("exchange-smtp-auth")).toBe(true);
    expect(score?.judged).toBeGreaterThan(30);
    expect(score?.met).toBeLessThan(score?.judged ?? 0);
    const better = readingOf({
      objects: [
        shownObject("transport-config", { smtpClientAuthenticationDisabled: true }),
        shownObject("organization-config", { auditDisabled: false }),
      ],
    });
    const after: Posture = { ...posture, tenants: [readPosture(better, "contoso.onmicrosoft.com")] };
    const [more] = scores(after, evaluate(after, packRules(["scuba"])), ["scuba"], []);
    // SMTP AUTH is met now; sharing was read, and nothing is shared.
    expect([more?.judged, more?.met]).toEqual([(score?.judged ?? 0) + 2, (score?.met ?? 0) + 3]);
    expect(scoreText(more ? [more] : [])).toMatch(/^scuba \d+ of \d+ \(\d+ %\)$/);
  });

  test("is a page in which a tenant's words are text", () => {
    const page = auditHtml({
      domains: [],
      tenants: ["<script>"],
      findings: findings.map((one) => ({ ...one, subject: "<script>" })),
      notJudged: open,
      scores: [],
      unanswered: [],
    });
    expect(page).toContain("<title>Audit of 1 tenant</title>");
    expect(page).toContain("&lt;b&gt;no&lt;/b&gt;");
    expect(page).not.toMatch(/<script>|<b>no/);
  });
});
