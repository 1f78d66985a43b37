import type { Posture, Where } from "../../../lib/posture/model";
import { evaluate } from "../../../lib/rules/evaluate";
import { isForbidding } from "../../../lib/rules/finding";
import { domainRule, type Hit, type Level, tenantRule } from "../../../lib/rules/rule";
import { nameOf } from "./fixture";

const NOWHERE: Where = {};
const place = (line: number, file = "estate.yaml"): Where => ({ file, line });

/** A posture of these domains, each at a line of its own, and of the tenant contoso. */
function posture(...domains: readonly string[]): Posture {
  return {
    source: "declared",
    domains: domains.map((domain, index) => ({
      domain: nameOf(domain),
      intent: { declared: true, sends: true, receives: true, exchangeOnline: true, eop: true, egress: [] },
      records: [],
      unknown: [],
      where: place(index + 1),
    })),
    tenants: [{ name: "contoso", where: place(40), policies: [] }],
    outside: [],
  };
}

/** A rule that finds the same in every domain. */
const rule = (id: string, ...hits: readonly Hit[]) =>
  domainRule({ id, title: "a fault", why: "It is one.", level: "warning", sources: [], check: () => hits });

const run = (of: Posture, ...rules: readonly (readonly [ReturnType<typeof rule>, Level])[]) =>
  evaluate(
    of,
    rules.map(([one, level]) => ({ rule: one, level })),
  );

test("an error is a goal only where nothing but the pack makes it one", () => {
  const broken = domainRule({ ...rule("broken", { message: "broken" }), level: "error" });
  const found = run(
    posture("contoso.com"),
    [broken, "error"],
    [rule("goal", { message: "a goal" }), "error"],
    [rule("met", { message: "in this case broken", level: "error" }), "error"],
    [rule("worth", { message: "worth knowing", level: "note" }), "error"],
    [rule("warns", { message: "a warning" }), "warning"],
  );
  expect(found.map((finding) => [finding.rule, finding.level, finding.goal, isForbidding(finding)])).toEqual([
    ["broken", "error", undefined, true],
    ["goal", "error", true, false],
    ["met", "error", undefined, true],
    ["warns", "warning", undefined, false],
    ["worth", "note", undefined, false],
  ]);
});

test("a finding says its rule, source, subject and place; the domain's own where the rule names none", () => {
  const tenant = tenantRule({
    reads: "policies",
    id: "tenant-rule",
    title: "a fault",
    why: "It is one.",
    level: "note",
    sources: [],
    check: ({ name }) => [{ message: `of ${name}`, where: place(41) }],
  });
  expect(
    evaluate(posture("contoso.com"), [
      {
        rule: rule("domain-rule", { message: "of a domain", received: "this", fix: "that" }),
        level: "error",
      },
      { rule: tenant, level: "note" },
    ]),
  ).toStrictEqual([
    {
      rule: "domain-rule",
      level: "error",
      goal: true,
      source: "declared",
      of: "domain",
      subject: "contoso.com",
      message: "of a domain",
      received: "this",
      fix: "that",
      where: place(1),
    },
    {
      rule: "tenant-rule",
      level: "note",
      source: "declared",
      of: "tenant",
      subject: "contoso",
      message: "of contoso",
      where: place(41),
    },
  ]);
});

test("a rule runs at the level of its pack, and a hit may have one of its own", () => {
  const levels = run(posture("contoso.com"), [
    rule("a", { message: "as the pack says" }, { message: "by itself", level: "error" }),
    "note",
  ]).map(({ message, level }) => [message, level]);
  expect(levels).toEqual([
    ["by itself", "error"],
    ["as the pack says", "note"],
  ]);
});

test("a rule is not run on a source that cannot show it", () => {
  const observed = { ...rule("observed-only", { message: "seen" }), from: ["observed"] as const };
  expect(run(posture("contoso.com"), [observed, "error"])).toEqual([]);
  expect(run({ ...posture("contoso.com"), source: "observed" }, [observed, "error"])).toHaveLength(1);
});

test("findings come by level, subject, place, rule and message, in whatever order they were found", () => {
  const order = [
    ["error", "contoso.net", place(9), "z", "z"],
    ["warning", "contoso.com", NOWHERE, "z", "z"],
    ["warning", "contoso.com", { address: "a.resource" }, "z", "z"],
    ["warning", "contoso.com", { file: "a.yaml" }, "z", "z"],
    ["warning", "contoso.com", place(5, "a.yaml"), "z", "z"],
    ["warning", "contoso.com", place(2), "a", "b"],
    ["warning", "contoso.com", place(2), "b", "a"],
    ["warning", "contoso.com", place(2), "b", "b"],
    ["warning", "contoso.com", place(10), "a", "a"],
    ["warning", "contoso.net", place(1), "a", "a"],
    ["note", "contoso.com", place(1), "a", "a"],
  ] as const;
  for (const shuffled of [order, order.toReversed(), [...order.slice(5), ...order.slice(0, 5)]]) {
    const rules = shuffled.map(([level, subject, where, id, message]) => ({
      rule: domainRule({
        ...rule(id),
        check: ({ domain }) => (domain === subject ? [{ message, where, level }] : []),
      }),
      level,
    }));
    const found = evaluate(posture("contoso.com", "contoso.net"), rules);
    expect(found.map((one) => [one.level, one.subject, one.where, one.rule, one.message])).toEqual(order);
  }
});

test("a tenant of which a posture does not know what a rule reads is not judged by it", () => {
  const signing = tenantRule({
    reads: "signing",
    id: "signing-rule",
    title: "a fault",
    why: "It is one.",
    level: "note",
    sources: [],
    check: ({ name }) => [{ message: `of ${name}` }],
  });
  expect(evaluate(posture("contoso.com"), [{ rule: signing, level: "note" }])).toEqual([]);
});
