import { isRecordType, parseRecord } from "../../../../lib/dns/parse-record";
import { unwrap } from "../../../../lib/fault";
import { existingInTheWay } from "../../../../lib/review/existing/collisions";
import type { LiveRecord } from "../../../../lib/review/existing/live";
import { existingWords } from "../../../../lib/review/existing/words";
import { writtenBy } from "../../../../lib/review/existing/written";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, resource, txt } from "../plan-json";

const ZONE = "023e105f4ecef8ad9ca31a8372d0c353";
/** Tells the plan what the zone is called. */
const CONTOSO = {
  prior_state: {
    values: {
      root_module: {
        resources: [
          {
            address: "data.cloudflare_zone.Zone",
            mode: "data",
            type: "cloudflare_zone",
            name: "Zone",
            values: { id: ZONE, zone_id: ZONE, name: "contoso.com" },
          },
        ],
      },
    },
  },
};

const live = (id: string | undefined, name: string, type: string, data: string): LiveRecord => {
  const record = isRecordType(type) ? unwrap(name, parseRecord(name, type, data, 300)) : undefined;
  return { name, type, data, ...(record ? { record } : {}), ...(id === undefined ? {} : { id }) };
};

const ROLES = (written: { readonly address: string }) => written.address.split(".").at(-1);

/** What is said of a plan in a zone with these records. */
function said(resources: readonly ResourceJson[], records: readonly LiveRecord[], more: object = {}) {
  const written = writtenBy(planOf("contoso.com", resources, { ...CONTOSO, ...more }));
  const existing = existingInTheWay(written, (name) => ({
    kind: "records",
    records: records.filter((one) => one.name === name),
  }));
  return existingWords(existing, ROLES);
}

const SPF = dnsRecord("Spf", undefined, txt("contoso.com", "v=spf1 -all"));
const MX = dnsRecord("Mx", undefined, mx("contoso.com", "contoso-com.mail.protection.outlook.com", 0));
const SELECTOR = dnsRecord(
  "DkimSelector1",
  undefined,
  cloudflare(
    "CNAME",
    "selector1._domainkey.contoso.com",
    "selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
  ),
);
const text = (key: string, name: string, value: string) => dnsRecord(key, undefined, txt(name, value));

test.each<[string, ResourceJson, LiveRecord, RegExp]>([
  [
    "a second SPF record",
    SPF,
    live("1", "contoso.com", "TXT", "V=SPF1 include:_spf.google.com ~all"),
    /nobody's mail passes SPF.*import: \{ Spf: 1 \}$/,
  ],
  [
    "a second DMARC record",
    text("Dmarc", "_dmarc.contoso.com", "v=DMARC1; p=reject;"),
    live("1", "_dmarc.contoso.com", "TXT", "v=DMARC1;p=none"),
    /receivers act on none.*import: \{ Dmarc: 1 \}$/,
  ],
  [
    "a second TLS-RPT record",
    text("TlsRpt", "_smtp._tls.contoso.com", "v=TLSRPTv1; rua=mailto:a@contoso.com"),
    live("1", "_smtp._tls.contoso.com", "TXT", "v=TLSRPTv1; rua=mailto:b@contoso.com"),
    /nobody reports/,
  ],
  [
    "a second MTA-STS record",
    text("MtaSts", "_mta-sts.contoso.com", "v=STSv1; id=2"),
    live("1", "_mta-sts.contoso.com", "TXT", "v=STSv1; id=1"),
    /no policy/,
  ],
  [
    "a second BIMI record",
    text("Bimi", "default._bimi.contoso.com", "v=BIMI1; l=https://a.example/b.svg"),
    live("1", "default._bimi.contoso.com", "TXT", "v=BIMI1; l=;"),
    /no logo/,
  ],
  [
    "another key at a selector",
    text("Dkim", "s1._domainkey.contoso.com", "v=DKIM1; p=MIGf"),
    live("1", "s1._domainkey.contoso.com", "TXT", "p=MIIB"),
    /verifiers take either/,
  ],
  [
    "a key where the selector is to be an alias",
    SELECTOR,
    live("1", "selector1._domainkey.contoso.com", "TXT", "v=DKIM1; p=MIGf"),
    /alias stands alone.*delete it at the host \(id 1\)$/,
  ],
  [
    "another alias",
    SELECTOR,
    live("1", "selector1._domainkey.contoso.com", "CNAME", "selector1.example.net"),
    /one alias.*import: \{ DkimSelector1: 1 \}$/,
  ],
  [
    "an alias where a text is to stand",
    text("Dmarc", "_dmarc.contoso.com", "v=DMARC1; p=reject;"),
    live("1", "_dmarc.contoso.com", "CNAME", "_dmarc.example.net"),
    /alias stands alone.*delete it/,
  ],
  [
    "another MX",
    MX,
    live("1", "contoso.com", "MX", "1 aspmx.l.google.com"),
    /mail would go to either host.*import: \{ Mx: 1 \}$/,
  ],
  [
    "the same record",
    SPF,
    live("1", "contoso.com", "TXT", "v=spf1 -all"),
    /refuses a second one that is the same.*import: \{ Spf: 1 \}$/,
  ],
  [
    "another MX that the DNS tells",
    MX,
    live(undefined, "contoso.com", "MX", "1 aspmx.l.google.com"),
    /by its id, import: \{ Mx: … \}$/,
  ],
])("%s is in the way", (_, planned, there, words) => {
  expect(said([planned], [there]).messages).toEqual([expect.stringMatching(words)]);
});

test.each<[string, ResourceJson, LiveRecord]>([
  ["a text of others", SPF, live("1", "contoso.com", "TXT", "google-site-verification=abc")],
  ["a text that only begins like SPF", SPF, live("1", "contoso.com", "TXT", "v=spf10 -all")],
  [
    "SPF where DMARC is to stand",
    text("Dmarc", "_dmarc.contoso.com", "v=DMARC1; p=reject;"),
    live("1", "_dmarc.contoso.com", "TXT", "v=spf1 -all"),
  ],
  ["an address beside MX", MX, live("1", "contoso.com", "A", "192.0.2.80")],
  [
    "an alias at the apex, which Cloudflare flattens",
    MX,
    live("1", "contoso.com", "CNAME", "site.example.net"),
  ],
  ["a service binding", MX, live("1", "contoso.com", "HTTPS", "1 . alpn=h2")],
])("%s is not", (_, planned, there) => {
  expect(said([planned], [there])).toEqual({ messages: [], estate: [] });
});

test("what is Terraform's own already, or is taken over by the plan, is in nobody's way", () => {
  const own = { ...mx("contoso.com", "aspmx.l.google.com", 1), id: "1" };
  const taken = { ...txt("contoso.com", "v=spf1 ~all"), id: "2" };
  const plan = [
    MX,
    dnsRecord("Old", own, undefined),
    dnsRecord("Spf", taken, txt("contoso.com", "v=spf1 -all"), { importing: { id: `${ZONE}/2` } }),
  ];
  const records = [
    live("1", "contoso.com", "MX", "1 aspmx.l.google.com"),
    live("2", "contoso.com", "TXT", "v=spf1 ~all"),
  ];
  expect(said(plan, records).messages).toEqual([]);
  // A second SPF record beside the one that is taken over is.
  const second = live("3", "contoso.com", "TXT", "v=spf1 a -all");
  expect(said(plan, [...records, second]).messages).toEqual([
    expect.stringMatching(/nobody's mail passes SPF.*delete it at the host \(id 3\)$/),
  ]);
});

test("each planned record takes over one live one, the same before any other, and the rest goes", () => {
  const second = dnsRecord("Mx2", undefined, mx("contoso.com", "mx2.contoso.com", 20));
  const { messages, estate } = said(
    [MX, second],
    [
      live("1", "contoso.com", "MX", "1 aspmx.l.google.com"),
      live("2", "contoso.com", "MX", "20 mx2.contoso.com"),
      live("3", "contoso.com", "MX", "5 alt1.aspmx.l.google.com"),
    ],
  );
  expect(messages).toEqual([
    'contoso.com MX "1 aspmx.l.google.com" exists: mail would go to either host; take it over, import: { Mx: 1 }',
    'contoso.com MX "20 mx2.contoso.com" exists: the host refuses a second one that is the same; take it over, import: { Mx2: 2 }',
    'contoso.com MX "5 alt1.aspmx.l.google.com" exists: mail would go to either host; delete it at the host (id 3)',
  ]);
  expect(estate).toEqual([`zone: { cloudflare: { zoneId: ${ZONE} } }`, "import: { Mx: 1, Mx2: 2 }"]);
});

test("a value that is known after apply is in the way by its name and type", () => {
  const hidden = dnsRecord(
    "Mx",
    undefined,
    { ...mx("contoso.com", ""), content: undefined },
    { unknown: { content: true } },
  );
  expect(said([hidden], [live("1", "contoso.com", "MX", "1 aspmx.l.google.com")]).messages).toHaveLength(1);
});

test("a record set at Azure DNS is in the way as a whole", () => {
  const set = resource("azurerm_dns_txt_record.TXT-APEX", undefined, {
    name: "@",
    zone_name: "contoso.com",
    resource_group_name: "dns",
    ttl: 3600,
    record: [{ value: "v=spf1 -all" }, { value: "google-site-verification=abc" }],
  });
  const records = ["google-site-verification=abc", "MS=ms1"].map((value) =>
    live(undefined, "contoso.com", "TXT", value),
  );
  expect(said([set], records).messages).toEqual([
    expect.stringMatching(
      /not created a second time; .*terraform import 'azurerm_dns_txt_record\.TXT-APEX' /,
    ),
  ]);
});

test("names that could not be read are told together, by why", () => {
  const written = writtenBy(planOf("contoso.com", [SPF, SELECTOR], CONTOSO));
  const existing = existingInTheWay(written, () => ({ kind: "unknown", why: "Cloudflare answers 403" }));
  expect(existingWords(existing, ROLES).messages).toEqual([
    "what contoso.com and 1 more already hold could not be read: Cloudflare answers 403",
  ]);
});

test("in a zone that the plan creates nothing is looked for", () => {
  const zone = resource(
    "cloudflare_zone.Zone",
    undefined,
    { name: "contoso.com" },
    { unknown: { id: true } },
  );
  const spf = dnsRecord(
    "Spf",
    undefined,
    { ...txt("contoso.com", "v=spf1 -all"), zone_id: undefined },
    { unknown: { zone_id: true } },
  );
  const configuration = {
    root_module: {
      resources: [
        {
          address: "cloudflare_dns_record.Spf",
          mode: "managed",
          type: "cloudflare_dns_record",
          name: "Spf",
          expressions: { zone_id: { references: ["cloudflare_zone.Zone.id", "cloudflare_zone.Zone"] } },
        },
      ],
    },
  };
  expect(writtenBy(planOf("contoso.com", [zone, spf], { configuration })).records).toEqual([]);
});
