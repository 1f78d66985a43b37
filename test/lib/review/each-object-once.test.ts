import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { packRules } from "../../../lib/rules/packs";
import { dnsRecord, mx, planOf, txt } from "./plan-json";

const OPTIONS = { rules: packRules(["recommended"]), limits: reviewLimits() };
const MX = mx("contoso.com", "mx.contoso.net");
const REJECT = txt("_dmarc.contoso.com", "v=DMARC1; p=reject; rua=mailto:d@contoso.com;");
const NONE = txt("_dmarc.contoso.com", "v=DMARC1; p=none; rua=mailto:d@contoso.com;");
const id = (values: typeof MX, key: string) => ({ ...values, id: key });

const weaker = planOf("newer", [
  dnsRecord("mx", id(MX, "1"), id(MX, "1")),
  dnsRecord("dmarc", id(REJECT, "2"), id(NONE, "2")),
]);
const WEAKENED = ["dmarc-weakened", "the DMARC policy of contoso.com is milder than before"];

async function stops(...plans: Parameters<typeof reviewPlans>[0]) {
  const { exceeded, subjects } = await reviewPlans(plans, OPTIONS);
  return {
    limits: exceeded.map(({ limit, message }) => [limit, message]),
    changes: subjects.flatMap(({ changes }) => changes.map(({ text }) => text)),
  };
}

test("a plan that is read twice says the same as once, with ids and without", async () => {
  const once = { limits: [WEAKENED], changes: ["DMARC reject → none"] };
  expect(await stops(weaker)).toEqual(once);
  expect(await stops(weaker, { ...weaker, stack: "copy" })).toEqual(once);
  const bare = [dnsRecord("mx", MX, MX), dnsRecord("dmarc", REJECT, NONE)];
  expect(await stops(planOf("a", bare), planOf("b", bare))).toEqual(once);
});

test("of two plans that say different things of one record the one that changes it counts, and somebody is asked", async () => {
  const older = planOf("older", [
    dnsRecord("mx", id(MX, "1"), id(MX, "1")),
    // Refreshed since: what a provider computes differs.
    dnsRecord(
      "dmarc",
      { ...id(REJECT, "2"), modified_on: "later" },
      { ...id(REJECT, "2"), modified_on: "later" },
    ),
  ]);
  const why =
    "not judged: older: cloudflare_dns_record.dmarc: the plan of newer holds it too, and says another thing of it";
  for (const plans of [
    [weaker, older],
    [older, weaker],
  ]) {
    expect(await stops(...plans)).toEqual({
      limits: [WEAKENED, ["not-judged", why]],
      changes: ["DMARC reject → none"],
    });
  }
});

test("records of two domains are two, though their ids and addresses are alike", async () => {
  const of = (domain: string, zone: string) => {
    const values = { ...id(mx(domain, "mx.contoso.net"), "1"), zone_id: zone };
    return planOf(domain, [dnsRecord("mx", values, undefined)]);
  };
  const { limits } = await stops(of("contoso.com", "a"), of("contoso.net", "b"));
  expect(limits.map(([limit]) => limit)).toEqual(["mx-removed", "mx-removed"]);
});
