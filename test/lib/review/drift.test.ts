import { reviewMarkdown } from "../../../lib/report/review/markdown";
import { reviewText } from "../../../lib/report/review/terminal";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { sentences } from "./before-after";
import { dnsRecord, mx, planJson, planOf, txt } from "./plan-json";

const MX = mx("contoso.com", "mx.contoso.net");
const REJECT = txt("_dmarc.contoso.com", "v=DMARC1; p=reject;");
const NONE = txt("_dmarc.contoso.com", "v=DMARC1; p=none;");
const drift = JSON.parse(planJson([dnsRecord("dmarc", REJECT, NONE)])).resource_changes;
const WEAKER = "high: DMARC reject → none (forgeries that were refused get through)";

const review = (plan: ReturnType<typeof planOf>) =>
  reviewPlans([plan], { rules: [], limits: reviewLimits() });

test("what somebody else has changed is a section of its own, which stops nothing", async () => {
  const held = {
    address: "cloudflare_dns_record.mx",
    mode: "managed",
    type: "cloudflare_dns_record",
    values: MX,
  };
  const refreshed = await review(
    planOf("mail", [], {
      resource_drift: drift,
      prior_state: { values: { root_module: { resources: [held] } } },
    }),
  );
  expect(refreshed.subjects).toEqual([]);
  expect(refreshed.passed).toBe(true);
  expect(
    refreshed.drift.map(({ of, name, risk, changes, touched }) => [
      of,
      name,
      risk,
      sentences(changes),
      touched,
    ]),
  ).toEqual([
    [
      "domain",
      "contoso.com",
      "high",
      [WEAKER],
      [{ address: "cloudflare_dns_record.dmarc", action: "update" }],
    ],
  ]);
  const line = "contoso.com: DMARC reject → none (forgeries that were refused get through)";
  expect(reviewText(refreshed)).toBe(
    `Changed outside Terraform since its last run:\n  ${line}\n\nNothing of mail or sign-ins changes\n`,
  );
  expect(reviewMarkdown(refreshed)).toContain(
    "**Changed outside Terraform since its last run:**\n\n- contoso.com: DMARC",
  );
});

test("a plan that sets right what has drifted tells both", async () => {
  const righted = await review(
    planOf("mail", [dnsRecord("mx", MX, MX), dnsRecord("dmarc", NONE, REJECT)], { resource_drift: drift }),
  );
  expect(
    [righted.drift, righted.subjects].map((list) => list.map(({ changes }) => sentences(changes))),
  ).toEqual([
    [[WEAKER]],
    [
      [
        "medium: DMARC none → reject (mail that passes neither SPF nor DKIM in alignment is no longer delivered as usual)",
      ],
    ],
  ]);
});
