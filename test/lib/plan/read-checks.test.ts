import { unwrap } from "../../../lib/fault";
import { readChecks } from "../../../lib/plan/read-checks";
import { readPlan } from "../../../lib/plan/read-plan";
import { reviewBrief } from "../../../lib/report/review/brief";
import { reviewJson } from "../../../lib/report/review/json";
import { reviewMarkdown } from "../../../lib/report/review/markdown";
import { reviewText } from "../../../lib/report/review/terminal";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { planJson } from "../review/plan-json";

/** As Terraform 1.11 writes them. */
const check = (name: string, status: unknown, ...messages: readonly unknown[]) => ({
  address: { kind: "check", name, to_display: `check.${name}` },
  status,
  instances: [
    {
      address: { to_display: `check.${name}` },
      status,
      ...(messages.length > 0 ? { problems: messages.map((message) => ({ message })) } : {}),
    },
  ],
});

test("a check that holds is nothing; one that does not, or cannot be told, is told with its messages", () => {
  expect(
    readChecks([
      check("fine", "pass"),
      check("alerts", "fail", "the alert is off", "the alert is off", "nobody is told"),
      check("broken", "error"),
      check("later", "unknown"),
      // Only apply tells, and stops there.
      { address: { kind: "resource", to_display: "m365_x.y" }, status: "unknown" },
      { address: { kind: "resource", to_display: "m365_x.z" }, status: "fail", instances: [] },
    ]),
  ).toEqual([
    {
      address: "check.alerts",
      kind: "check",
      status: "fail",
      messages: ["the alert is off", "nobody is told"],
    },
    { address: "check.broken", kind: "check", status: "error", messages: [] },
    { address: "check.later", kind: "check", status: "unknown", messages: [] },
    { address: "m365_x.z", kind: "resource", status: "fail", messages: [] },
  ]);
});

test.each([
  ["no list", "fail", [{ address: "checks", kind: "unknown", status: "unread", messages: [] }]],
  ["no object", [null], [{ address: "checks[0]", kind: "unknown", status: "unread", messages: [] }]],
  [
    "a status of a later version, and messages that are no texts",
    [check("new", "skipped", 7, null)],
    [{ address: "check.new", kind: "check", status: "unread", messages: [] }],
  ],
  ["none, as before Terraform 1.3", undefined, []],
])("of a form that is not known nothing passes in silence: %s", (_title, checks, told) => {
  expect(readChecks(checks)).toEqual(told);
});

test("every format of a review tells them, and nothing in their messages is taken for more than text", async () => {
  const evil = "Alert off\n\u001b[2J![x](https://evil.example) @team";
  const json = planJson([], { checks: [check("alerts", "fail", evil)] });
  const review = await reviewPlans([unwrap("plan", readPlan("exchange-contoso", json))], {
    rules: [],
    limits: reviewLimits(),
  });
  const line =
    "Check failed: check.alerts of exchange-contoso: Alert off\\n\\u001b[2J![x](https://evil.example) @team";
  expect(reviewText(review)).toContain(line);
  expect(reviewBrief(review)).toContain(line);
  const markdown = reviewMarkdown(review);
  expect(markdown).toContain("Check failed: check.alerts of exchange-contoso: Alert off");
  expect(markdown).not.toContain("\u001b");
  expect(markdown).not.toContain("![x](https");
  expect(JSON.parse(reviewJson(review)).checks).toEqual([
    { stack: "exchange-contoso", address: "check.alerts", kind: "check", status: "fail", messages: [evil] },
  ]);
  expect(review.passed).toBe(true);
});
