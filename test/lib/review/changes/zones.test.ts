import { reviewLimits } from "../../../../lib/review/limits";
import { reviewPlans } from "../../../../lib/review/review";
import { sentences } from "../before-after";
import { mx, planOf, type ResourceJson, resource } from "../plan-json";

type Values = Readonly<Record<string, unknown>>;

async function told(...resources: readonly ResourceJson[]) {
  const { subjects, exceeded } = await reviewPlans([planOf("mail", resources)], {
    rules: [],
    limits: reviewLimits(),
  });
  return [
    ...subjects.flatMap(({ name, changes }) => sentences(changes).map((line) => `${name} ${line}`)),
    ...exceeded.map(({ limit, subject }) => `${limit} ${subject}`),
  ];
}

const ZONE = { id: "z", zone_id: "z", name: "contoso.com" };
const cloudflareZone = resource("cloudflare_zone.main", ZONE, ZONE);
const route53Zone = resource("aws_route53_zone.main", ZONE, ZONE);
const stop = "zone-changed contoso.com";

const LOST =
  "high: Zone contoso.com is deleted (none of its names is found any more, and no mail to them arrives)";
const REPLACED =
  "(its records are gone until they are made anew, and the registry still leads to the old zone's name servers)";
const UNSIGNED =
  "(while the registry has a DS record, resolvers that validate find none of the names; without one DANE has nothing to stand on)";
const SIGNED =
  "(resolvers that validate find none of the names if the registry's DS record is not the key's)";
const RUN = "(all that receivers find of the domain is decided by whoever runs them)";

test.each<[string, Values | undefined, Values | undefined, readonly string[]]>([
  ["cloudflare_zone.main", ZONE, undefined, [LOST]],
  ["aws_route53_zone.main", ZONE, undefined, [LOST]],
  ["azurerm_dns_zone.main", ZONE, undefined, [LOST]],
  [
    "cloudflare_zone.main",
    { ...ZONE, type: "full" },
    { ...ZONE, type: "partial" },
    ["high: Zone contoso.com full → partial (its host may no longer answer for all of its names)"],
  ],
  [
    "aws_route53domains_registered_domain.main",
    { domain_name: "contoso.com", name_server: [{ name: "ns-1.awsdns-01.com" }] },
    { domain_name: "contoso.com", name_server: [{ name: "ns.attacker.example" }] },
    [`high: Name servers of contoso.com ns-1.awsdns-01.com → ns.attacker.example ${RUN}`],
  ],
  [
    "aws_route53domains_registered_domain.main",
    { domain_name: "contoso.com", transfer_lock: true },
    { domain_name: "contoso.com", transfer_lock: false },
    ["high: Transfer lock of contoso.com on → off (another registrar can take the domain)"],
  ],
  [
    "azapi_resource.dnssec",
    {
      type: "Microsoft.Network/dnsZones/dnssecConfigs@2023-07-01-preview",
      parent_id: "/subscriptions/s/dnsZones/contoso.com",
    },
    undefined,
    [`high: DNSSEC of contoso.com on → off ${UNSIGNED}`],
  ],
])("%s %j → %j is high, and stops", async (address, before, after, changes) => {
  expect(await told(resource(address, before, after))).toEqual([
    ...changes.map((change) => `contoso.com ${change}`),
    stop,
  ]);
});

test.each<[string, ResourceJson, Values, Values]>([
  [
    "cloudflare_zone_dnssec.main",
    cloudflareZone,
    { zone_id: "z", status: "active" },
    { zone_id: "z", status: "disabled" },
  ],
  [
    "aws_route53_hosted_zone_dnssec.main",
    route53Zone,
    { hosted_zone_id: "z", signing_status: "SIGNING" },
    { hosted_zone_id: "z", signing_status: "NOT_SIGNING" },
  ],
])(
  "signing by %s: off is high and stops, whether it is turned off or the resource goes; on is medium",
  async (address, zone, on, off) => {
    const gone = [`contoso.com high: DNSSEC of contoso.com on → off ${UNSIGNED}`, stop];
    expect(await told(zone, resource(address, on, off))).toEqual(gone);
    expect(await told(zone, resource(address, on, undefined))).toEqual(gone);
    expect(await told(zone, resource(address, on, on, { actions: ["delete", "create"] }))).toEqual([
      `contoso.com high: DNSSEC of contoso.com replaced ${UNSIGNED}`,
      stop,
    ]);
    expect(await told(zone, resource(address, off, on))).toEqual([
      `contoso.com medium: DNSSEC of contoso.com off → on ${SIGNED}`,
    ]);
    expect(await told(zone, resource(address, on, on))).toEqual([]);
    expect(await told(zone, resource(address, on, undefined, { actions: ["forget"] }))).toEqual([]);
  },
);

test.each([
  ["delete", "create"],
  ["create", "delete"],
])("a zone that is replaced by %s and %s is high", async (...actions) => {
  expect(await told(resource("cloudflare_zone.main", ZONE, ZONE, { actions }))).toEqual([
    `contoso.com high: Zone contoso.com is replaced ${REPLACED}`,
    stop,
  ]);
});

test("a zone concerns every mail domain in it; a private zone of a network none", async () => {
  const record = (name: string) =>
    resource(
      `cloudflare_dns_record.${name.replaceAll(".", "_")}`,
      mx(name, "mx.contoso.net"),
      mx(name, "mx.contoso.net"),
    );
  expect(
    await told(
      record("contoso.com"),
      record("news.contoso.com"),
      resource("cloudflare_zone.main", ZONE, undefined),
    ),
  ).toEqual([`contoso.com ${LOST}`, `news.contoso.com ${LOST}`, stop, "zone-changed news.contoso.com"]);
  expect(
    await told(resource("aws_route53_zone.main", { ...ZONE, vpc: [{ vpc_id: "vpc-1" }] }, undefined)),
  ).toEqual([]);
});

test("a state that the plan does not show is not judged", async () => {
  expect(
    await told(
      route53Zone,
      resource(
        "aws_route53_hosted_zone_dnssec.main",
        { hosted_zone_id: "z" },
        { hosted_zone_id: "z" },
        {
          actions: ["update"],
          unknown: { signing_status: true },
        },
      ),
    ),
  ).toEqual([
    `contoso.com high: DNSSEC of contoso.com on → known after apply ${UNSIGNED}`,
    stop,
    "not-judged contoso.com",
  ]);
});

test("what other services of Cloudflare do to a zone's mail is high", async () => {
  const settings = { zone_id: "z", enabled: true };
  expect(
    await told(cloudflareZone, resource("cloudflare_email_routing_settings.main", undefined, settings)),
  ).toEqual([
    "contoso.com high: Cloudflare Email Routing of contoso.com on (Cloudflare's MX and SPF records take the domain's mail)",
    stop,
  ]);
  expect(
    await told(
      cloudflareZone,
      resource("cloudflare_dns_zone_transfers_incoming.main", undefined, { zone_id: "z" }),
    ),
  ).toEqual([
    "contoso.com high: Zone contoso.com is transferred in from elsewhere (what its records say is decided there)",
    stop,
  ]);
});
