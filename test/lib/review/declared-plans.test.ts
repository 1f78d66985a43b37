import { declareDomains } from "../../../lib/declare/domains";
import { formatLocatedFault } from "../../../lib/located-fault";
import { declaredPlans, notPlanned } from "../../../lib/review/declared-plans";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { estateOf } from "../estate/memory-files";

const ZONE = "route53: { hostedZoneId: Z0423512YUPB93QHZ0IX, zoneName: contoso.com }";
const KEPT = `
    keep:
      search-console: { type: TXT, value: google-site-verification=Kx2c9fQWtn7mB0aVdLs3 }
      long: { type: TXT, value: "${"a".repeat(300)} \\"ü\\"" }`;
const MTA_STS = `
    mtaSts: { mode: enforce, hosting: zone }`;

function domains(body: string, zone = ZONE) {
  const declared = declareDomains(
    estateOf(`version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com:
    profile: exchange-online
    tenant: contoso
    zone: { ${zone} }
    dmarc: { policy: reject, rua: ["mailto:d@contoso.com"] }${body}
`),
  );
  if (!declared.ok) throw new Error(declared.problems.map(formatLocatedFault).join("\n"));
  return declared.domains;
}

async function reviewed(base: string, change: string, zones: { base?: string; change?: string } = {}) {
  const plans = declaredPlans(domains(base, zones.base), domains(change, zones.change));
  const review = await reviewPlans(plans, { rules: [], limits: reviewLimits() });
  return {
    changes: review.subjects.flatMap((one) => one.changes.map(({ text }) => text)),
    touched: review.subjects.flatMap((one) => one.touched.map(({ address, action }) => [action, address])),
    exceeded: review.exceeded.map(({ limit }) => limit),
  };
}

const NOTHING = { changes: [], touched: [], exceeded: [] };
const VERIFICATION = "contoso.com TXT google-site-verification=Kx2c9fQWtn7mB0aVdLs3";

test("a value of others that is no longer kept leaves the set, and one that is kept comes in", async () => {
  const gone = await reviewed(KEPT, "");
  expect(gone).toEqual({
    changes: [`Other records removed: contoso.com TXT ${"a".repeat(300)} "ü"; ${VERIFICATION}`],
    touched: [["update", "record set TXT contoso.com"]],
    exceeded: [],
  });
  const come = await reviewed("", KEPT);
  expect(come.changes).toEqual([
    `Other records added: contoso.com TXT ${"a".repeat(300)} "ü"; ${VERIFICATION}`,
  ]);
  expect(await reviewed(KEPT, KEPT)).toEqual(NOTHING);
});

test("what is kept where the domain has no record of its own is nobody's to write", async () => {
  const apart = `
    keep: { other: { type: TXT, name: shop, value: hello } }`;
  expect(await reviewed("", apart)).toEqual(NOTHING);
});

test("mail is judged as in a plan: an enforced policy that goes stops", async () => {
  const { changes, exceeded } = await reviewed(MTA_STS, "");
  expect(changes).toEqual([
    expect.stringMatching(/^MTA-STS enforce, contoso-com\.mail\.protection\.outlook\.com, 604800 s → none$/),
  ]);
  expect(exceeded).toEqual(["mta-sts-broken"]);
  expect(await reviewed(MTA_STS, MTA_STS)).toEqual(NOTHING);
});

test("another zone means other sets: those of the old one are deleted", async () => {
  const other = ZONE.replace("Z0423512YUPB93QHZ0IX", "Z0423512YUPB93QHZ0IY");
  const { touched } = await reviewed("", "", { change: other });
  expect(touched).toContainEqual(["delete", "record set MX contoso.com in Z0423512YUPB93QHZ0IX"]);
  expect(touched).toContainEqual(["create", "record set MX contoso.com"]);
});

test("stacks of Terraform have plans of their own; what left the estate stays, and has none", () => {
  const [aws, terraform] = [domains(""), domains("", "cloudflare: {}")];
  expect(declaredPlans(terraform, terraform)).toEqual([]);
  expect(declaredPlans(aws, [])).toEqual([]);
  expect([notPlanned(aws), notPlanned(terraform)]).toEqual([["contoso.com"], []]);
});
