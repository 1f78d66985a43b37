import type { Attribute } from "../../../../lib/plan/attributes";
import type { ResourceChange } from "../../../../lib/plan/plan";
import type { ZoneFeature, ZoneFeatureFact } from "../../../../lib/plan/zone-fact";
import { concernedBy, type ZoneChange, zoneChanges } from "../../../../lib/review/changes/zones";
import { NO_CONTEXT } from "../../../../lib/review/context";
import { Domains } from "../../../../lib/review/domains";
import { exceededByZones } from "../../../../lib/review/limits";
import { contributions } from "../../../../lib/review/side";
import { sentences } from "../before-after";
import { dnsRecord, mx, planOf, resource } from "../plan-json";

const [NAMES] = contributions([planOf("mail", [dnsRecord("mx", mx("a.net", "b.net"), undefined)])], "before");

interface Told {
  readonly zone?: string;
  readonly state: Attribute<string>;
}

const known = (value: string, zone = "contoso.com"): Told => ({ zone, state: { kind: "known", value } });

/** What is told of one feature of a zone that goes from one state to another. */
function changed(
  feature: ZoneFeature,
  before: Told | undefined,
  after: Told | undefined,
  action: ResourceChange["action"] = "update",
): readonly ZoneChange[] {
  const [change] = planOf("mail", [resource("cloudflare_zone.main", {}, { name: "contoso.com" })]).changes;
  if (!change || !NAMES) throw new Error("the plan holds one change");
  const { names } = NAMES;
  const side = (told: Told | undefined) => {
    if (!told) return [];
    const fact: ZoneFeatureFact = { kind: "zone feature", feature, ...told };
    return [{ change: { ...change, action }, fact: { ...fact, where: {} }, names }];
  };
  const [from] = side(before);
  const [to] = side(after);
  // Both sides are of one resource.
  return zoneChanges({
    before: from ? [from] : [],
    after: to ? [{ ...to, change: from?.change ?? to.change }] : [],
  });
}

const OFF_AND_ON = [known("off"), known("on")] as const;
const RUN = "all that receivers find of the domain is decided by whoever runs them";
const UNSIGNED =
  "while the registry has a DS record, resolvers that validate find none of the names; without one DANE has nothing to stand on";
const SIGNED = "resolvers that validate find none of the names if the registry's DS record is not the key's";

test.each<[ZoneFeature, Told | undefined, Told | undefined, readonly string[]]>([
  ["zone", undefined, known("on"), ["low: Zone contoso.com is created"]],
  [
    "zone",
    known("on"),
    undefined,
    ["high: Zone contoso.com is deleted (none of its names is found any more, and no mail to them arrives)"],
  ],
  // Made anew under another name by an update: the old name is lost as well.
  [
    "zone",
    known("on"),
    known("on", "contoso.net"),
    [
      "high: Zone contoso.com is replaced, now contoso.net (its records are gone until they are made anew, and the registry still leads to the old zone's name servers)",
    ],
  ],
  ["zone", known("on"), known("on"), []],
  [
    "pause",
    known("off"),
    known("on"),
    ["medium: Zone contoso.com paused (no Worker runs there, so an MTA-STS policy that one serves is gone)"],
  ],
  ["pause", known("on"), known("off"), ["low: Zone contoso.com no longer paused"]],
  ["pause", undefined, known("off"), []],
  ["zone type", undefined, known("full"), []],
  ["zone type", known("full"), undefined, []],
  [
    "zone type",
    known("full"),
    known("secondary"),
    ["high: Zone contoso.com full → secondary (its host may no longer answer for all of its names)"],
  ],
  ["name servers", known("ns1.contoso.net"), undefined, []],
  [
    "name servers",
    undefined,
    known("ns1.contoso.net"),
    [`high: Name servers of contoso.com not managed → ns1.contoso.net (${RUN})`],
  ],
  [
    "name servers",
    known("ns1.contoso.net"),
    { zone: "contoso.com", state: { kind: "sensitive" } },
    [`high: Name servers of contoso.com ns1.contoso.net → sensitive, not shown (${RUN})`],
  ],
  ["DNSSEC key", ...OFF_AND_ON, [`medium: DNSSEC key of contoso.com off → on (${SIGNED})`]],
  ["DNSSEC key", known("on"), undefined, [`high: DNSSEC key of contoso.com on → off (${UNSIGNED})`]],
  [
    "DS record",
    known("2371 13 2 1F98"),
    known("2371 13 2 2F98"),
    [`high: DS record of contoso.com 2371 13 2 1F98 → 2371 13 2 2F98 (${UNSIGNED})`],
  ],
  [
    "DS record",
    known("2371 13 2 1F98"),
    known("on"),
    [`high: DS record of contoso.com 2371 13 2 1F98 → on (${UNSIGNED})`],
  ],
  [
    "zone transfer",
    ...OFF_AND_ON,
    ["high: Zone contoso.com is transferred in from elsewhere (what its records say is decided there)"],
  ],
  [
    "zone transfer",
    known("on"),
    undefined,
    ["high: Zone contoso.com is no longer transferred in (what its records say is decided there)"],
  ],
  [
    "mail routing",
    known("on"),
    undefined,
    ["high: Cloudflare Email Routing of contoso.com off (the MX records that it published are gone)"],
  ],
  [
    "mail routing",
    ...OFF_AND_ON,
    [
      "high: Cloudflare Email Routing of contoso.com on (Cloudflare's MX and SPF records take the domain's mail)",
    ],
  ],
  ["transfer lock", ...OFF_AND_ON, []],
  [
    "transfer lock",
    known("on"),
    undefined,
    ["high: Transfer lock of contoso.com on → off (another registrar can take the domain)"],
  ],
  ["renewal", ...OFF_AND_ON, []],
  [
    "renewal",
    known("on"),
    known("off"),
    ["medium: Renewal of contoso.com on → off (the domain is lost when its registration ends)"],
  ],
  ["renewal", known("on"), { zone: "contoso.com", state: { kind: "unknown" } }, []],
])("%s %j → %j", (feature, before, after, told) => {
  expect(sentences(changed(feature, before, after))).toEqual(told);
});

test.each<[ZoneFeature, readonly string[]]>([
  ["DNSSEC", [`high: DNSSEC of contoso.com replaced (${UNSIGNED})`]],
  ["DNSSEC key", [`high: DNSSEC key of contoso.com replaced (${UNSIGNED})`]],
  ["DS record", [`high: DS record of contoso.com replaced (${UNSIGNED})`]],
  ["zone type", []],
  ["pause", []],
  ["name servers", []],
  ["zone transfer", []],
  ["mail routing", []],
  ["transfer lock", []],
  ["renewal", []],
])("%s of a resource that is made anew as it was", (feature, told) => {
  expect(sentences(changed(feature, known("on"), known("on"), "replace"))).toEqual(told);
});

test.each(["none", "forget"] as const)("a resource that Terraform treats as %s changes no zone", (action) => {
  expect(changed("DNSSEC", known("on"), known("off"), action)).toEqual([]);
});

test("what is not shown on either side is not judged, and a zone without a name is called by its address", () => {
  const later: Told = { state: { kind: "unknown" } };
  const judged = (before: Told, after: Told) =>
    changed("DNSSEC", before, after).map(({ zone, text, unjudged }) => [zone, text, unjudged]);
  expect([
    ...judged(known("on"), known("off")),
    ...judged(known("on"), { ...later, zone: "contoso.com" }),
    ...judged(later, { state: { kind: "known", value: "off" } }),
  ]).toEqual([
    ["contoso.com", "DNSSEC of contoso.com on → off", false],
    ["contoso.com", "DNSSEC of contoso.com on → known after apply", true],
    ["cloudflare_zone.main", "DNSSEC of cloudflare_zone.main known after apply → off", true],
  ]);
});

test("a zone concerns the mail domain that it lies in and those within it, else itself; an address itself", () => {
  const hosts = ["contoso.com", "eu.contoso.com", "fabrikam.net"].map((name) =>
    dnsRecord(name.replaceAll(".", "_"), mx(name, "mx.contoso.net"), mx(name, "mx.contoso.net")),
  );
  const domains = Domains.inPlans([contributions([planOf("mail", hosts)], "before")], NO_CONTEXT);
  const concerned = (zone: string) =>
    concernedBy({ zone, text: "", risk: "high", why: "", unjudged: false }, domains);
  expect(
    ["contoso.com", "eu.contoso.com", "Contoso.com", "tailspin.org", "cloudflare_zone.main[0]"].map(
      concerned,
    ),
  ).toEqual([
    ["contoso.com", "eu.contoso.com"],
    ["eu.contoso.com"],
    ["contoso.com", "eu.contoso.com"],
    ["tailspin.org"],
    ["cloudflare_zone.main[0]"],
  ]);
});

test("of a zone's changes those of high risk need somebody's word", () => {
  const changes = [
    ...changed("DNSSEC", known("on"), known("off")),
    ...changed("DNSSEC", ...OFF_AND_ON),
    ...changed("zone", undefined, known("on")),
  ];
  expect(changes).toHaveLength(3);
  expect(exceededByZones(new Map([["contoso.com", changes]]))).toEqual([
    { limit: "zone-changed", subject: "contoso.com", message: "DNSSEC of contoso.com on → off" },
  ]);
});
