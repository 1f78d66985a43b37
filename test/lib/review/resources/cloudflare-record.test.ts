import { cloudflare, resource } from "../plan-json";
import { factsOf, recordLines } from "./facts";

type Values = Readonly<Record<string, unknown>>;

const lines = (after: Values, marks: { readonly unknown?: Values; readonly sensitive?: Values } = {}) =>
  recordLines(factsOf([resource("cloudflare_dns_record.one", undefined, after, marks)]));

const A = cloudflare("A", "www.contoso.com", "192.0.2.1");
const CAA = cloudflare("CAA", "contoso.com", { flags: 0, tag: "issue", value: "letsencrypt.org" });

test.each<[string, Values, readonly string[]]>([
  ["an address", A, ["www.contoso.com A 192.0.2.1, 3600 s"]],
  ["an automatic TTL, which is 300 seconds", { ...A, ttl: 1 }, ["www.contoso.com A 192.0.2.1, 300 s"]],
  ["a TTL that is left out", { ...A, ttl: null }, ["www.contoso.com A 192.0.2.1, 300 s"]],
  ["a TTL of two seconds", { ...A, ttl: 2 }, ["www.contoso.com A 192.0.2.1, 2 s"]],
  [
    "an MX with its priority",
    cloudflare("MX", "contoso.com", "mail.contoso.com", { priority: 20 }),
    ["contoso.com MX 20 mail.contoso.com, 3600 s"],
  ],
  [
    "an MX whose priority is a text, as provider 4 has it",
    cloudflare("MX", "contoso.com", "mail.contoso.com", { priority: "20" }),
    ["contoso.com MX 20 mail.contoso.com, 3600 s"],
  ],
  ["the null MX", cloudflare("MX", "contoso.com", ".", { priority: 0 }), ["contoso.com MX 0 ., 3600 s"]],
  [
    "an MX without a priority",
    cloudflare("MX", "contoso.com", "mail.contoso.com"),
    ["unread: contoso.com MX: no content", "contoso.com MX (unreadable)"],
  ],
  [
    "a text in quotes",
    cloudflare("TXT", "contoso.com", '"v=spf1 " "-all"'),
    ["contoso.com TXT v=spf1 -all, 3600 s"],
  ],
  [
    "a text without quotes",
    cloudflare("TXT", "contoso.com", "v=spf1 -all"),
    ["contoso.com TXT v=spf1 -all, 3600 s"],
  ],
  [
    "a text with a quote inside",
    cloudflare("TXT", "contoso.com", 'say "hi"'),
    ['contoso.com TXT say "hi", 3600 s'],
  ],
  ["CAA in parts", CAA, ["contoso.com CAA 0 issue letsencrypt.org, 3600 s"]],
  [
    "CAA with a part missing",
    { ...CAA, data: { flags: 0, tag: "issue" } },
    ["unread: contoso.com CAA: no content", "contoso.com CAA (unreadable)"],
  ],
  [
    "CAA as a text",
    cloudflare("CAA", "contoso.com", '0 issue "letsencrypt.org"'),
    ["contoso.com CAA 0 issue letsencrypt.org, 3600 s"],
  ],
  [
    "TLSA in parts",
    cloudflare("TLSA", "_25._tcp.mail.contoso.com", {
      usage: 3,
      selector: 1,
      matching_type: 1,
      certificate: "ab".repeat(32),
    }),
    [`_25._tcp.mail.contoso.com TLSA 3 1 1 ${"ab".repeat(32)}, 3600 s`],
  ],
  [
    "an address with parts that no address has",
    { ...A, data: { flags: 0 } },
    ["www.contoso.com A 192.0.2.1, 3600 s"],
  ],
  [
    "the value of provider 4",
    { ...A, content: null, value: "192.0.2.9" },
    ["www.contoso.com A 192.0.2.9, 3600 s"],
  ],
  [
    "the content beside the value of provider 4",
    { ...A, value: "192.0.2.9" },
    ["www.contoso.com A 192.0.2.1, 3600 s"],
  ],
  [
    "the full name of provider 4",
    { ...A, name: "www", hostname: "www.contoso.net" },
    ["www.contoso.net A 192.0.2.1, 3600 s"],
  ],
  [
    "no content at all",
    { ...A, content: null },
    ["unread: www.contoso.com A: no content", "www.contoso.com A (unreadable)"],
  ],
  [
    "a type that is not known here: it moves all names below it",
    cloudflare("DNAME", "_domainkey.contoso.com", { content: "_domainkey.vendor.example" }),
    ['unread: records of type "DNAME" are not read'],
  ],
  [
    "a service that is not whole, on which no mail hangs",
    cloudflare("SRV", "_sip._tls.contoso.com", { port: 443 }),
    ["_sip._tls.contoso.com SRV (unreadable)"],
  ],
  ["a type that no estate has", cloudflare("HINFO", "contoso.com", { cpu: "any" }), []],
  ["a type that is left out", { ...A, type: null }, ["unread: its type is not known before apply"]],
])("%s", (_title, after, read) => {
  expect(lines(after)).toEqual(read);
});

test.each<[string, Values, RegExp]>([
  [
    "an address that is none",
    { ...A, content: "192.0.2" },
    /^unread: www\.contoso\.com A: .*not an IPv4 address, got "192\.0\.2"/,
  ],
  ["a name that is none", { ...A, name: "a b.contoso.com" }, /^unread: .*got "a b\.contoso\.com"/],
])("%s is not read, and that is said", (_title, after, said) => {
  // Of a record that can be placed it is known that it is there.
  expect(lines(after).filter((line) => !line.endsWith("(unreadable)"))).toEqual([
    expect.stringMatching(said),
  ]);
});

test.each<[string, Values, { readonly unknown?: Values; readonly sensitive?: Values }, readonly string[]]>([
  [
    "content",
    { ...A, content: null },
    { unknown: { content: true } },
    ["www.contoso.com A (known after apply)"],
  ],
  [
    "content while provider 4 knows the value",
    { ...A, content: null, value: "192.0.2.9" },
    { unknown: { content: true } },
    ["www.contoso.com A 192.0.2.9, 3600 s"],
  ],
  [
    "an MX's priority",
    cloudflare("MX", "contoso.com", "mail.contoso.com"),
    { unknown: { priority: true } },
    ["contoso.com MX (known after apply)"],
  ],
  ["a part of CAA", CAA, { unknown: { data: { value: true } } }, ["contoso.com CAA (known after apply)"]],
  [
    "a name",
    { ...A, name: null },
    { unknown: { name: true } },
    ["unread: the name of this A record is known after apply"],
  ],
  [
    "a type",
    { ...A, type: null },
    { unknown: { type: true } },
    ["unread: its type is not known before apply"],
  ],
])("known at apply only: %s", (_title, after, marks, read) => {
  expect(lines(after, marks)).toEqual(read);
});

test.each<[string, Values, Values, readonly string[]]>([
  ["content", A, { content: true }, ["www.contoso.com A (sensitive)"]],
  ["a part of CAA", CAA, { data: { value: true } }, ["contoso.com CAA (sensitive)"]],
  ["a name", A, { name: true }, ["unread: the name of this A record is sensitive"]],
])("sensitive, and shown nowhere: %s", (_title, after, sensitive, read) => {
  expect(lines(after, { sensitive })).toEqual(read);
});

test("a value that is sensitive in one part and unknown in another is sensitive", () => {
  const marks = { unknown: { priority: true }, sensitive: { content: true } };
  expect(lines(cloudflare("MX", "contoso.com", "mail.contoso.com"), marks)).toEqual([
    "contoso.com MX (sensitive)",
  ]);
});

describe("the name of a record within its zone", () => {
  const named = (name: string, zone: Values = { id: "z1", name: "contoso.com" }) =>
    recordLines(
      factsOf([
        resource("cloudflare_zone.main", zone, zone),
        resource("cloudflare_dns_record.one", undefined, { ...A, name, zone_id: "z1" }),
      ]),
    );

  test.each([
    ["@", "contoso.com"],
    ["", "contoso.com"],
    ["www", "www.contoso.com"],
    ["www.contoso.com", "www.contoso.com"],
    ["www.contoso.com.", "www.contoso.com"],
    ["WWW.Contoso.com", "www.contoso.com"],
    ["contoso.com", "contoso.com"],
    ["xcontoso.com", "xcontoso.com.contoso.com"],
  ])("%j is %s", (name, full) => {
    expect(named(name)).toEqual([`${full} A 192.0.2.1, 3600 s`]);
  });

  test("is read of a zone of provider 4 too", () => {
    expect(named("www", { id: "z1", zone: "contoso.com" })).toEqual(["www.contoso.com A 192.0.2.1, 3600 s"]);
  });

  test("is not guessed where the zone is not known", () => {
    expect(
      recordLines(factsOf([resource("cloudflare_dns_record.one", undefined, { ...A, name: "www" })])),
    ).toEqual(['unread: the zone of this A record, whose name there is "www", is not told by the plan']);
  });
});

test("an alias that Cloudflare answers itself, proxied or at the apex of its zone, is found as addresses alone", () => {
  const zone = resource("cloudflare_zone.main", undefined, { id: "z1", name: "contoso.com" });
  const alias = (name: string, proxied: boolean) =>
    resource(`cloudflare_dns_record.all["${name}"]`, undefined, {
      zone_id: "z1",
      type: "CNAME",
      name,
      ttl: 300,
      content: "site.contoso.net",
      proxied,
    });
  expect(
    recordLines(
      factsOf([
        zone,
        alias("contoso.com", false),
        alias("selector1._domainkey.contoso.com", true),
        alias("www.contoso.com", false),
      ]),
    ),
  ).toEqual([
    "contoso.com A (routed)",
    "selector1._domainkey.contoso.com A (routed)",
    "www.contoso.com CNAME site.contoso.net, 300 s",
  ]);
});

test("zones that a data source lists place relative names, by their ids", () => {
  const listed = (key: "zones" | "result") => ({
    address: "data.cloudflare_zones.all",
    mode: "data",
    type: "cloudflare_zones",
    values: {
      [key]: [
        { id: "z1", name: "contoso.com" },
        { id: "z2", name: "fabrikam.com" },
      ],
    },
  });
  const record = resource("cloudflare_record.a", undefined, {
    zone_id: "z2",
    type: "A",
    name: "www",
    ttl: 300,
    content: "192.0.2.1",
  });
  for (const key of ["zones", "result"] as const) {
    const prior = { prior_state: { values: { root_module: { resources: [listed(key)] } } } };
    expect(recordLines(factsOf([record], prior))).toEqual(["www.fabrikam.com A 192.0.2.1, 300 s"]);
  }
});
