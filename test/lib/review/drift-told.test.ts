import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { sentences } from "./before-after";
import { dnsRecord, mx, planJson, planOf, type ResourceJson, resource, txt } from "./plan-json";
import { policy, policyResource } from "./tenant-plan";

const MX = mx("contoso.com", "mx.contoso.net");
const REJECT = txt("_dmarc.contoso.com", "v=DMARC1; p=reject;");
const NONE = txt("_dmarc.contoso.com", "v=DMARC1; p=none;");
const TLS = txt("_smtp._tls.fabrikam.net", "v=TLSRPTv1; rua=mailto:tls@fabrikam.net");

const asDrift = (...resources: readonly ResourceJson[]): unknown =>
  JSON.parse(planJson(resources)).resource_changes;

/** What a plan of these resources tells of drift: subject, risk, sentences. */
async function told(resources: readonly ResourceJson[], ...drifted: readonly ResourceJson[]) {
  const plan = planOf("mail", resources, { resource_drift: asDrift(...drifted) });
  const { drift } = await reviewPlans([plan], { rules: [], limits: reviewLimits() });
  return drift.map(({ of, name, risk, changes, touched }) => [
    of,
    name,
    risk,
    sentences(changes),
    touched.length,
  ]);
}

test("what has drifted at the highest risk comes first, each domain for itself", async () => {
  const found = await told(
    [dnsRecord("mx", MX, MX), dnsRecord("mx2", mx("adatum.net", "mx.b.net"), mx("adatum.net", "mx.b.net"))],
    dnsRecord("tls", undefined, txt("_smtp._tls.adatum.net", "v=TLSRPTv1; rua=mailto:tls@adatum.net")),
    dnsRecord("dmarc", REJECT, NONE),
  );
  expect(found.map(([of, name, risk, , touched]) => [of, name, risk, touched])).toEqual([
    ["domain", "contoso.com", "high", 1],
    ["domain", "adatum.net", "low", 1],
  ]);
});

test("drift that says nothing about mail is told of nobody", async () => {
  const a = { ...MX, type: "A", name: "www.contoso.com", content: "192.0.2.1" };
  expect(await told([dnsRecord("mx", MX, MX)], dnsRecord("mx", MX, { ...MX, comment: "by hand" }))).toEqual(
    [],
  );
  expect(await told([resource("random_id.x", a, a)], resource("random_id.x", a, { ...a, ttl: 60 }))).toEqual(
    [],
  );
});

test("a change that the plan makes is no drift, nor is what it imports or creates", async () => {
  const found = await told(
    [
      dnsRecord("dmarc", REJECT, undefined),
      dnsRecord("mx", undefined, MX),
      dnsRecord("imported", TLS, TLS, { importing: { id: "z/r" } }),
    ],
    dnsRecord("mx9", mx("contoso.com", "mx9.contoso.net"), mx("contoso.com", "mx8.contoso.net")),
  );
  expect(found.map(([, name, , lines]) => [name, lines])).toEqual([
    [
      "contoso.com",
      ["high: MX leaves mx9.contoso.net for mx8.contoso.net (all mail to the domain takes another way)"],
    ],
  ]);
});

test("a zone that somebody has deleted concerns its own domains only", async () => {
  const zone = { id: "z", zone_id: "z", name: "contoso.com" };
  const other = mx("fabrikam.net", "mx.b.net");
  const found = await told(
    [dnsRecord("mx", MX, MX), dnsRecord("other", other, other)],
    resource("cloudflare_zone.main", zone, undefined),
  );
  expect(found.map(([, name, risk, lines]) => [name, risk, lines])).toEqual([
    [
      "contoso.com",
      "high",
      [
        "high: Zone contoso.com is deleted (none of its names is found any more, and no mail to them arrives)",
      ],
    ],
  ]);
});

test("what has drifted is told beside plans in which nothing has", async () => {
  const drifted = planOf("mail", [dnsRecord("mx", MX, MX)], {
    resource_drift: asDrift(dnsRecord("dmarc", REJECT, NONE)),
  });
  const { drift } = await reviewPlans([planOf("other", [dnsRecord("mx", MX, MX)]), drifted], {
    rules: [],
    limits: reviewLimits(),
  });
  expect(drift.map(({ name }) => name)).toEqual(["contoso.com"]);
});

test("a policy that somebody has switched off is told of its tenant", async () => {
  const off = { ...policy("mfa"), state: "disabled" as const };
  const found = await told([], policyResource(policy("mfa"), off));
  expect(found.map(([of, , risk, , touched]) => [of, risk, touched])).toEqual([["tenant", "high", 1]]);
});
