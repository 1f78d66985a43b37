import { adopt } from "../../../lib/adopt/adopt";
import type { FoundZone } from "../../../lib/adopt/found";
import { FILE_SOURCES, type FileSourceName } from "../../../lib/adopt/from";
import { recordData } from "../../../lib/dns/record";

const ZONE = `$ORIGIN contoso.com.
$TTL 3600
@ SOA ns1.example.net. hostmaster 1 2 3 4 5
@ NS ns1.example.net.
@ MX 0 contoso-com.mail.protection.outlook.com.
@ TXT "v=spf1 include:spf.protection.outlook.com -all"
@ TXT "a b; \\"c\\""
_dmarc 300 TXT "v=DMARC1; p=none"
*.shop CNAME shop.example.net.
www A 192.0.2.1
`;

const STATE_RECORDS = [
  {
    name: "contoso.com",
    type: "MX",
    ttl: 3600,
    priority: 0,
    content: "contoso-com.mail.protection.outlook.com",
  },
  {
    name: "contoso.com",
    type: "TXT",
    ttl: 3600,
    content: '"v=spf1 include:spf.protection.outlook.com -all"',
  },
  { name: "contoso.com", type: "TXT", ttl: 3600, content: '"a b; \\"c\\""' },
  { name: "_dmarc.contoso.com", type: "TXT", ttl: 300, content: '"v=DMARC1; p=none"' },
  { name: "*.shop.contoso.com", type: "CNAME", ttl: 3600, content: "shop.example.net" },
  { name: "www.contoso.com", type: "A", ttl: 3600, content: "192.0.2.1" },
].map((values, at) => ({
  ...values,
  zone_id: "023e105f4ecef8ad9ca31a8372d0c353",
  id: String(at).padStart(32, "0"),
}));

const SHOWN = {
  format_version: "1.0",
  values: {
    root_module: {
      resources: [
        {
          address: "data.cloudflare_zone.z",
          mode: "data",
          type: "cloudflare_zone",
          values: { zone_id: "023e105f4ecef8ad9ca31a8372d0c353", name: "contoso.com" },
        },
      ],
      child_modules: [
        {
          resources: STATE_RECORDS.map((values, at) => ({
            address: `module.m.cloudflare_dns_record.r[${at}]`,
            mode: "managed",
            type: "cloudflare_dns_record",
            values,
          })),
        },
      ],
    },
  },
};

/** Provider 4: the name within the zone, texts without quotes. */
const STORED = {
  version: 4,
  resources: STATE_RECORDS.map(({ name, content, ...rest }, at) => ({
    mode: "managed",
    type: "cloudflare_record",
    name: `r${at}`,
    instances: [
      {
        attributes: {
          ...rest,
          hostname: name,
          name: name === "contoso.com" ? "@" : name.replace(/\.contoso\.com$/, ""),
          content: content.startsWith('"') ? content.slice(1, -1).replaceAll("\\", "") : content,
        },
      },
      { deposed: "0a1b2c3d", attributes: { type: "A" } },
    ],
  })),
};

const ROUTE53 = {
  ResourceRecordSets: [
    ["contoso.com.", "SOA", 900, "ns1.example.net. hostmaster.example.net. 1 2 3 4 5"],
    ["contoso.com.", "NS", 900, "ns1.example.net."],
    ["contoso.com.", "MX", 3600, "0 contoso-com.mail.protection.outlook.com."],
    ["contoso.com.", "TXT", 3600, '"v=spf1 include:spf.protection.outlook.com -all"', '"a b\\073 \\"c\\""'],
    ["_dmarc.contoso.com.", "TXT", 300, '"v=DMARC1;" " p=none"'],
    ["\\052.shop.contoso.com.", "CNAME", 3600, "shop.example.net"],
    ["www.contoso.com.", "A", 3600, "192.0.2.1"],
  ].map(([Name, Type, TTL, ...values]) => ({
    Name,
    Type,
    TTL,
    ResourceRecords: values.map((Value) => ({ Value })),
  })),
};

function azureSet(type: string, label: string, ttl: number, held: object) {
  return {
    id: `/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/dns/providers/Microsoft.Network/dnszones/contoso.com/${type}/${label}`,
    name: label,
    TTL: ttl,
    ...held,
  };
}

const AZURE = [
  azureSet("SOA", "@", 3600, { SOARecord: { host: "ns1-01.azure-dns.com." } }),
  azureSet("NS", "@", 172800, { NSRecords: [{ nsdname: "ns1-01.azure-dns.com." }] }),
  azureSet("MX", "@", 3600, {
    MXRecords: [{ preference: 0, exchange: "contoso-com.mail.protection.outlook.com" }],
  }),
  azureSet("TXT", "@", 3600, {
    TXTRecords: [{ value: ["v=spf1 include:spf.protection.", "outlook.com -all"] }, { value: ['a b; "c"'] }],
  }),
  // As Azure's API answers it.
  {
    id: azureSet("TXT", "_dmarc", 300, {}).id,
    properties: { TTL: 300, TXTRecords: [{ value: ["v=DMARC1; p=none"] }] },
  },
  azureSet("CNAME", "*.shop", 3600, { CNAMERecord: { cname: "shop.example.net" } }),
  azureSet("A", "www", 3600, { ARecords: [{ ipv4Address: "192.0.2.1" }] }),
];

const OCTODNS = `---
'':
  - type: MX
    value: { exchange: contoso-com.mail.protection.outlook.com., preference: 0 }
  - type: NS
    values: [ns1.example.net.]
  - type: TXT
    values:
      - v=spf1 include:spf.protection.outlook.com -all
      - a b\\; "c"
'*.shop':
  type: CNAME
  value: shop.example.net.
_dmarc:
  ttl: 300
  type: TXT
  value: v=DMARC1\\; p=none
www:
  type: A
  values: [192.0.2.1]
`;

const TSV = [
  ["contoso.com", "@", "3600", "IN", "NS", "ns1.example.net."],
  ["contoso.com", "@", "3600", "IN", "MX", "0 contoso-com.mail.protection.outlook.com."],
  ["contoso.com", "@", "3600", "IN", "TXT", '"v=spf1 include:spf.protection.outlook.com -all"'],
  ["contoso.com", "@", "3600", "IN", "TXT", '"a b; \\"c\\""'],
  ["_dmarc.contoso.com", "_dmarc", "300", "IN", "TXT", '"v=DMARC1; p=none"'],
  ["*.shop.contoso.com", "*.shop", "3600", "IN", "CNAME", "shop.example.net."],
  ["www.contoso.com", "www", "3600", "IN", "A", "192.0.2.1"],
]
  .map((columns) => columns.join("\t"))
  .join("\r\n");

function read(from: FileSourceName, text: string, file = "contoso.com.yaml") {
  return FILE_SOURCES[from].read(text, { file, host: { kind: "route53" }, origin: undefined });
}

function only(from: FileSourceName, text: string): FoundZone {
  const { zones, problems } = read(from, text);
  expect([problems, zones.length]).toEqual([[], 1]);
  return zones[0] as FoundZone;
}

const linesOf = ({ records }: FoundZone) =>
  records.map(({ record }) => `${record.name} ${record.ttl} ${record.type} ${recordData(record)}`).sort();

const EXPECTED = linesOf(only("zone-file", ZONE));

test.each<[string, FileSourceName, string, FoundZone["host"]]>([
  [
    "terraform show -json",
    "terraform",
    JSON.stringify(SHOWN),
    { kind: "cloudflare", zoneId: "023e105f4ecef8ad9ca31a8372d0c353" },
  ],
  [
    "a stored state",
    "terraform",
    JSON.stringify(STORED),
    { kind: "cloudflare", zoneId: "023e105f4ecef8ad9ca31a8372d0c353" },
  ],
  ["the AWS CLI", "route53", JSON.stringify(ROUTE53), { kind: "route53" }],
  ["the Azure CLI", "azure", `\ufeff${JSON.stringify(AZURE)}`, { kind: "azure", resourceGroup: "dns" }],
  ["octodns", "octodns", OCTODNS, { kind: "route53" }],
  ["dnscontrol", "dnscontrol", TSV, { kind: "route53" }],
])("%s tells of a zone what its zone file does", (_, from, text, host) => {
  const zone = only(from, text);
  expect(EXPECTED).toHaveLength(6);
  expect(linesOf(zone)).toEqual(EXPECTED);
  expect([String(zone.name), zone.host, zone.unread]).toEqual(["contoso.com", host, []]);
});

test("a state tells ids, and of provider 5 the content as Cloudflare has it", () => {
  const [shown, stored] = [
    only("terraform", JSON.stringify(SHOWN)),
    only("terraform", JSON.stringify(STORED)),
  ];
  expect(shown.records.map(({ id }) => id)).toEqual(STATE_RECORDS.map(({ id }) => id));
  expect(stored.records.map(({ id }) => id)).toEqual(STATE_RECORDS.map(({ id }) => id));
  expect([shown.records[2]?.content, stored.records[2]?.content]).toEqual(['"a b; \\"c\\""', undefined]);
});

test("proxied records, comments, automatic TTLs and records of a choice are known for what they are", () => {
  const state = {
    ...STORED,
    resources: [
      {
        type: "cloudflare_dns_record",
        name: "r",
        instances: [
          { attributes: { ...STATE_RECORDS[5], proxied: true, ttl: 1, comment: "web" } },
          { attributes: { ...STATE_RECORDS[4], proxied: true } },
          {
            attributes: { ...STATE_RECORDS[1] },
            sensitive_attributes: [[{ type: "get_attr", value: "content" }]],
          },
        ],
      },
    ],
  };
  const origin = only("zone-file", ZONE).name;
  const [zone] = FILE_SOURCES.terraform.read(JSON.stringify(state), {
    file: "s.json",
    host: { kind: "cloudflare" },
    origin,
  }).zones;
  expect(zone?.host).toEqual({
    kind: "cloudflare",
    zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
    hasComments: true,
  });
  expect(
    zone?.records.map(({ record, obstacle }) => [record.ttl, record.type, obstacle?.slice(0, 13)]),
  ).toEqual([
    [1, "A", "it is proxied"],
    [3600, "CNAME", "it is proxied"],
  ]);
  expect(zone?.unread).toEqual([
    { name: "contoso.com", type: "TXT", data: "", why: "it is marked as sensitive" },
  ]);
  const weighted = structuredClone(ROUTE53);
  Object.assign(weighted.ResourceRecordSets[3] ?? {}, { SetIdentifier: "a", Weight: 1 });
  Object.assign(weighted.ResourceRecordSets[6] ?? {}, {
    AliasTarget: {},
    ResourceRecords: undefined,
    TTL: undefined,
  });
  expect(only("route53", JSON.stringify(weighted)).unread).toEqual([
    expect.objectContaining({ name: "contoso.com", type: "TXT", data: expect.stringContaining("v=spf1") }),
    expect.objectContaining({ name: "www.contoso.com", type: "A", why: expect.stringContaining("chooses") }),
  ]);
  const octodns = FILE_SOURCES.octodns.read(
    "www: { type: A, value: 192.0.2.1, octodns: { cloudflare: { proxied: true, auto-ttl: true, comment: web } } }\nx: { type: ALIAS, value: a.example. }\n",
    { file: "a/contoso.com..yaml", host: { kind: "cloudflare" }, origin: undefined },
  );
  expect(octodns.zones[0]).toMatchObject({
    host: { hasComments: true },
    records: [{ record: { ttl: 1 }, obstacle: expect.stringContaining("proxied") }],
    unread: [{ name: "x.contoso.com", type: "ALIAS" }],
  });
  expect(
    only("dnscontrol", "a.contoso.com\ta\t1\tIN\tCNAME\tb.example.\tcloudflare_proxy=true").records,
  ).toEqual([expect.objectContaining({ obstacle: expect.stringContaining("proxied") })]);
});

test("a file of octodns takes in those beside it", () => {
  const beside = {
    glob: (pattern: string) => [`zones/${pattern}`],
    read: () => "- { type: A, value: 192.0.2.1 }\n- { type: TXT, value: v=spf1 -all }",
  };
  const { zones, problems } = FILE_SOURCES.octodns.read("www: !include www.yaml", {
    file: "zones/contoso.com.yaml",
    host: { kind: "cloudflare" },
    origin: undefined,
    beside,
  });
  expect(problems).toEqual([]);
  expect(zones.flatMap(linesOf)).toEqual([
    "www.contoso.com 3600 A 192.0.2.1",
    "www.contoso.com 3600 TXT v=spf1 -all",
  ]);
});

const MANY = Array.from({ length: 30 }, () => ({ Name: 1 }));

test.each<[string, FileSourceName, string, RegExp]>([
  [
    "no JSON",
    "terraform",
    '{"secret": hunter2',
    /^f: not JSON, got 18 characters that are no JSON; expected the file as the tool wrote it$/,
  ],
  ["a list", "terraform", "[]", /no Terraform state; expected/],
  ["a plan", "terraform", '{"resource_changes":[]}', /a plan; expected a state/],
  ["an encrypted state", "terraform", '{"encrypted_data":"x"}', /encrypted/],
  ["an old state", "terraform", '{"version":3,"resources":[]}', /got 3; expected 4/],
  ["another format", "terraform", '{"format_version":"2.0","values":{}}', /got "2\.0"/],
  ["no records", "terraform", '{"version":4,"resources":[]}', /no record of a zone/],
  [
    "misshapen resources",
    "terraform",
    '{"version":4,"resources":[null,{"type":"a","name":"b","instances":[1]}]}',
    /resources\[0\].*\nf: resources\[1\]\.instances/,
  ],
  [
    "a zone without a name",
    "terraform",
    JSON.stringify({
      version: 4,
      resources: [
        { type: "cloudflare_dns_record", name: "r", instances: [{ attributes: STATE_RECORDS[0] }] },
      ],
    }),
    /nothing tells the name of zone "023e/,
  ],
  [
    "a record without a zone",
    "terraform",
    '{"version":4,"resources":[{"type":"aws_route53_record","name":"r","instances":[{"attributes":{}}]}]}',
    /aws_route53_record\.r: nothing tells its zone/,
  ],
  ["a page", "route53", JSON.stringify({ ...ROUTE53, IsTruncated: true }), /not whole/],
  ["a token", "route53", JSON.stringify({ ...ROUTE53, NextToken: "x" }), /not whole/],
  [
    "a part",
    "route53",
    JSON.stringify({ ResourceRecordSets: ROUTE53.ResourceRecordSets.slice(2) }),
    /no SOA record/,
  ],
  [
    "another shape",
    "route53",
    JSON.stringify({ ResourceRecordSets: MANY }),
    /ResourceRecordSets\[0\]\.Name: not what the tool writes there[\s\S]*more of them$/,
  ],
  ["a page", "azure", JSON.stringify({ value: AZURE, nextLink: "https://example.net" }), /nextLink/],
  ["no list", "azure", "{}", /no list of record sets/],
  [
    "a private zone",
    "azure",
    '[{"id":"/subscriptions/x/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/a.example/A/b"}]',
    /no record set of a public zone/,
  ],
  [
    "a set without records",
    "azure",
    JSON.stringify([azureSet("TXT", "@", 1, {})]),
    /no records in the set of type TXT/,
  ],
  ["broken YAML", "octodns", "a: [", /not YAML/],
  ["a list of names", "octodns", "[]", /no records by name/],
  ["a number", "octodns", "a: 1", /"a": no record/],
  [
    "a relative name",
    "octodns",
    "a: { type: CNAME, value: b }",
    /a value that octodns does not write, got "b"/,
  ],
  [
    "a value of another form",
    "octodns",
    "a: { type: MX, value: x. }",
    /MX: a value that octodns does not write/,
  ],
  [
    "a TTL that is none",
    "octodns",
    "a: { type: A, value: 192.0.2.1, ttl: 1h }",
    /ttl: not a number of seconds, got "1h"/,
  ],
  ["a file of others", "octodns", "a: !include /etc/passwd", /include matches no file/],
  ["no table", "dnscontrol", "D('contoso.com');", /^f:1: no line of dnscontrol/],
  [
    "a label of another name",
    "dnscontrol",
    "a.contoso.com\tb\t1\tIN\tA\t192.0.2.1",
    /^f:1: the zone of "a\.contoso\.com"/,
  ],
  ...[
    'b.contoso.com\tb\t300 IN TXT "v=spf1 -all" ;\tIN\tTXT\t"x"',
    '$ORIGIN fabrikam.com. ;.contoso.com\t$ORIGIN fabrikam.com. ;\t300\tIN\tTXT\t"x"',
    '(.contoso.com\t(\t300\tIN\tTXT\t"x"',
  ].map(
    (line) =>
      ["what a master file reads as something else", "dnscontrol", line, /^f:1: no name and TTL, got "/] as [
        string,
        FileSourceName,
        string,
        RegExp,
      ],
  ),
  ["nothing", "dnscontrol", "\n", /no record is in it/],
  ["JSON for a zone file", "zone-file", " {}", /--from says which tool/],
])("%s (%s) is refused with its reason, and nothing of it is taken", (_, from, text, expected) => {
  const { zones, problems } = FILE_SOURCES[from].read(text, {
    file: "f",
    host: { kind: "cloudflare" },
    origin: from === "octodns" ? only("zone-file", ZONE).name : undefined,
  });
  expect(zones).toEqual([]);
  expect(problems.join("\n")).toMatch(expected);
});

test("names of JavaScript's own are types like any other, and records that a state only looked up are nobody's", () => {
  const odd = only(
    "octodns",
    "a: { type: constructor, value: 1 }\nb: { type: __proto__, value: 1 }\n__proto__: { type: A, value: 192.0.2.1 }\n",
  );
  expect([odd.records.length, odd.unread.map(({ type }) => type)]).toEqual([1, ["constructor", "__proto__"]]);
  const looked = structuredClone(STORED);
  for (const one of looked.resources.slice(1)) one.mode = "data";
  expect(only("terraform", JSON.stringify(looked)).records).toHaveLength(1);
});

test.each(["1e308", "1.5", "-1"])(
  "a record with a TTL that no zone can have (%s) is none that is declared",
  (ttl) => {
    const { records, unread } = only(
      "azure",
      `[{ "id": "/resourceGroups/dns/providers/Microsoft.Network/dnsZones/contoso.com/MX/@", "TTL": ${ttl},
        "MXRecords": [{ "preference": 0, "exchange": "mail.contoso.com." }] }]`,
    );
    expect(records).toEqual([]);
    expect(unread).toEqual([
      {
        name: "contoso.com",
        type: "MX",
        data: "0 mail.contoso.com",
        why: expect.stringMatching(/^its TTL is .+; expected whole/),
      },
    ]);
  },
);

test("of a file with a second zone, or with records outside its zone, nothing is left out in silence", () => {
  const { problems } = read(
    "zone-file",
    `${ZONE}_dmarc.fabrikam.com. TXT "v=DMARC1; p=none"\nns1.example.net. A 192.0.2.1\nfabrikam.com. SOA a. b. 1 1 1 1 1\n`,
  );
  expect(problems).toEqual([
    expect.stringMatching(
      /:11: a record outside the zone, got _dmarc\.fabrikam\.com; expected a name within contoso\.com$/,
    ),
    expect.stringMatching(
      /:13: a second zone in the file, got fabrikam\.com; expected records of contoso\.com alone/,
    ),
  ]);
  // A transfer begins and ends with the zone's own.
  expect(read("zone-file", `${ZONE}@ SOA ns1.example.net. hostmaster 1 2 3 4 5\n`).problems).toEqual([]);
});

test("as many faults as a file can have are told, not a crash", () => {
  const many = 130_000;
  expect(
    read("zone-file", `contoso.com. 1 SOA a. b. 1 1 1 1 1\n${"x.. 1 A 192.0.2.1\n".repeat(many)}`).problems,
  ).toHaveLength(many);
  expect(read("zone-file", "x.. 1 A 192.0.2.1\n".repeat(many)).problems).toHaveLength(many + 1);
  const resources = Array.from({ length: many }, () => 0);
  expect(read("terraform", JSON.stringify({ version: 4, resources })).problems).toHaveLength(many);
  expect(read("dnscontrol", "x\n".repeat(many)).problems).toHaveLength(many);
  expect(read("azure", JSON.stringify(resources)).problems).toHaveLength(many);
});

test("an octodns file has to be called after its zone", () => {
  expect(read("octodns", OCTODNS, "$contoso.com.yaml").problems.join()).toMatch(
    /split into several files are not read/,
  );
});

test("others' records in sets that are written stay in them; a set that cannot be written whole leaves its zone out", () => {
  const made = adopt([only("route53", JSON.stringify(ROUTE53))], {
    path: "estate.yaml",
    tenant: { initialDomain: "contoso.onmicrosoft.com", cloud: "worldwide" },
  });
  if (!made.ok) throw new Error(made.problems.join("\n"));
  expect(made.adoption.files["estate.yaml"]).toContain(`keep: { txt: { type: TXT, value: "a b; \\"c\\"" } }`);
  const odd = structuredClone(ROUTE53);
  odd.ResourceRecordSets[3]?.ResourceRecords.push({ Value: '"\\377"' });
  const left = adopt([only("route53", JSON.stringify(odd))], {
    path: "estate.yaml",
    tenant: { initialDomain: "contoso.onmicrosoft.com", cloud: "worldwide" },
  });
  expect(left.ok ? left.adoption.leftOut : left.problems).toEqual([
    {
      name: "contoso.com",
      why: expect.stringContaining("a record of the set contoso.com TXT cannot be written"),
    },
  ]);
});
