import { join } from "node:path";
import { type Adopted, adopt } from "../../../lib/adopt/adopt";
import type { FoundZone } from "../../../lib/adopt/found";
import { adoptionText } from "../../../lib/adopt/report";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { zonesOf, zoneWith } from "./found";

function made(adopted: Adopted) {
  if (!adopted.ok) throw new Error(adopted.problems.join("\n"));
  const { files, zones, leftOut, findings } = adopted.adoption;
  return {
    estate: files["estate.yaml"]?.split("\ndomains:\n")[1],
    whole: files["estate.yaml"],
    imports: files["imports.yaml"],
    asFound: files["as-found.yaml"],
    zones,
    leftOut,
    findings,
  };
}

const ZONE = "    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } }\n".replace(
  "023e105f4ecef8ad9ca31a8372d0c353",
  '"023e105f4ecef8ad9ca31a8372d0c353"',
);
const PAIR = [
  "selector1._domainkey CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com.",
  "selector2._domainkey CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com.",
];
const EXCHANGE = [
  "@ MX 0 contoso-com.mail.protection.outlook.com.",
  '@ TXT "v=spf1 include:spf.protection.outlook.com -all"',
  "autodiscover CNAME autodiscover.outlook.com.",
  ...PAIR,
];

describe("what was declared once is recognised again", () => {
  test.each(["group", "company", "hybrid"])(
    "every mail record of example %s",
    (name) => {
      const zones = zonesOf(join(EXAMPLES_FOLDER, `${name}/estate.yaml`));
      const { zones: adopted, leftOut, asFound } = made(adopt(zones, { path: "estate.yaml" }));
      expect([adopted.length, leftOut, asFound]).toEqual([zones.length, [], undefined]);
      // What the examples themselves declare under `records`, and one policy with patterns of its own.
      const verbatim = adopted.filter(({ declared, recognised }) => declared !== recognised);
      expect(verbatim.map(({ name: zone }) => zone)).toEqual(
        name === "group" ? ["adventure-works.com", "contoso.com", "wideworldimporters.com"] : [],
      );
      expect(adopted.every(({ leftAlone }) => leftAlone.length === 0)).toBe(true);
    },
    30_000,
  );
});

test("a readable entry, with what is wrong told apart", () => {
  const { estate, asFound, imports, zones } = made(
    adopt([zoneWith("contoso.com", ...EXCHANGE, "@ A 192.0.2.80", "www CNAME contoso.com.")], {
      path: "estate.yaml",
    }),
  );
  expect(estate).toBe(`  contoso.com:
    profile: exchange-online
    tenant: contoso
${ZONE}`);
  expect(asFound).toBe(
    "# Records by domain and role. absent: there is none. ttl, content: it has others than declared.\ncontoso.com:\n  Dmarc: absent\n",
  );
  expect(imports).toContain("contoso.com:\n");
  expect(imports?.match(/: "0{31}/g)).toHaveLength(5);
  expect(zones).toEqual([
    expect.objectContaining({
      profile: "exchange-online",
      declared: 5,
      recognised: 5,
      absent: ["Dmarc"],
      others: 2,
    }),
  ]);
});

test.each([
  [
    "parked",
    ["@ MX 0 .", '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject; sp=reject;"'],
    "profile: parked\n",
  ],
  [
    "only receiving",
    [
      "@ MX 0 contoso-com.mail.protection.outlook.com.",
      '@ TXT "v=spf1 -all"',
      '_dmarc TXT "v=DMARC1; p=reject;"',
      ...PAIR.slice(0, 1),
    ],
    "profile: receive-only\n",
  ],
  [
    "on premises",
    [
      "@ MX 0 contoso-com.mail.protection.outlook.com.",
      '@ TXT "v=spf1 ip4:192.0.2.25 include:spf.protection.outlook.com -all"',
      ...PAIR,
    ],
    'profile: eop-onpremises\n    tenant: contoso\n    zone: { cloudflare: { zoneId: "023e105f4ecef8ad9ca31a8372d0c353" } }\n    onPremises: { egress: ["192.0.2.25"] }\n',
  ],
  [
    "elsewhere",
    ["@ MX 1 aspmx.l.google.com.", '@ TXT "v=spf1 include:_spf.google.com ~all"'],
    "profile: send-only\n",
  ],
])("a profile: %s", (_name, lines, expected) => {
  expect(made(adopt([zoneWith("contoso.com", ...lines)], { path: "estate.yaml" })).estate).toContain(
    expected,
  );
});

test("what Microsoft takes in and may send is a domain that sends, also without keys, policy and autodiscover", () => {
  const tenant = { initialDomain: "contoso.onmicrosoft.com", cloud: "worldwide" } as const;
  const { zones } = made(
    adopt([zoneWith("contoso.com", ...EXCHANGE.slice(0, 2))], { path: "estate.yaml", tenant }),
  );
  expect(zones).toEqual([
    expect.objectContaining({ profile: "exchange-online", declared: 2, recognised: 2 }),
  ]);
});

test("a tenant that no record names is asked for; a second of its cloud leaves it open", () => {
  const nameless = zoneWith("fabrikam.com", "@ MX 0 fabrikam-com.mail.protection.outlook.com.");
  expect(adopt([nameless], { path: "estate.yaml" })).toEqual({
    ok: false,
    problems: [
      "fabrikam.com: mail is at Microsoft 365, and no record names the tenant; give its first domain, such as --tenant contoso.onmicrosoft.com",
    ],
  });
  const told = { initialDomain: "fabrikam.onmicrosoft.com", cloud: "worldwide" } as const;
  expect(made(adopt([nameless], { path: "estate.yaml", tenant: told })).whole).toContain(
    'fabrikam: { initialDomain: fabrikam.onmicrosoft.com, domainsAddedBefore: "2026-07-01" }',
  );
  const beside = { ...zoneWith("contoso.com", ...EXCHANGE) };
  expect(made(adopt([nameless, beside], { path: "estate.yaml" })).whole).toContain(
    "defaults: { tenant: contoso }",
  );
});

test("two zones of one name are refused", () => {
  const zone = zoneWith("contoso.com", ...EXCHANGE);
  expect(adopt([zone, zone], { path: "estate.yaml" })).toEqual({
    ok: false,
    problems: [expect.stringContaining("contoso.com: 2 zones have this name (023e")],
  });
  const told = (host: FoundZone["host"]) => {
    const twice = adopt(
      [
        { ...zone, host },
        { ...zone, host },
      ],
      { path: "estate.yaml" },
    );
    return twice.ok ? [] : twice.problems;
  };
  expect([...told({ kind: "cloudflare" }), ...told({ kind: "azure", resourceGroup: "dns" })]).toEqual([
    expect.stringMatching(/\(for Cloudflare, without an id and .+\); read one of them/),
    expect.stringMatching(/\(resource group dns and resource group dns\); read one of them/),
  ]);
});

test("records that cannot be read are counted, and those of mail are named", () => {
  const zone = {
    ...zoneWith("contoso.com", ...EXCHANGE),
    unread: [
      { name: "_dmarc.contoso.com", type: "TXT", data: '"v=DMARC1; p=none' },
      { name: "contoso.com", type: "TXT", data: '"v=spf1 -all' },
      { name: "contoso.com", type: "LOC", data: "52 22 23.000 N" },
      { name: "mail.contoso.com", type: "A", data: "192.0.2.256" },
    ],
  };
  const adopted = adopt([zone], { path: "estate.yaml" });
  const [only] = made(adopted).zones;
  expect(only?.others).toBe(2);
  expect(only?.leftAlone.map(({ found: { record }, why }) => [record.name, why])).toEqual([
    ["_dmarc.contoso.com", "its data cannot be read"],
    ["contoso.com", "its data cannot be read"],
  ]);
  expect(adopted.ok && adoptionText(adopted.adoption)).toContain(
    '_dmarc.contoso.com TXT "v=DMARC1; p=none: its data cannot be read',
  );
});

test("a default is what four in five of all domains have, not of those that have any", () => {
  const parked = ["a.example", "b.example", "c.example"].map((name) => zoneWith(name, "@ MX 0 ."));
  const contoso = [zoneWith("contoso.com", ...EXCHANGE), zoneWith("contoso.net", ...EXCHANGE)];
  const { whole } = made(adopt([...contoso, ...parked], { path: "estate.yaml" }));
  expect(whole).not.toContain("defaults: { tenant");
  expect(whole?.match(/^ {4}tenant: contoso$/gm)).toHaveLength(2);
});

describe("mail servers on the premises", () => {
  const OWN = [
    "@ MX 10 mail.contoso.com.",
    "@ MX 20 mail2.contoso.com.",
    '@ TXT "v=spf1 ip4:203.0.113.25 -all"',
    '_dmarc TXT "v=DMARC1; p=none;"',
    "mail A 203.0.113.25",
  ];

  test("are recognised where all MX hosts are names of the domain", () => {
    const { estate, asFound, zones } = made(
      adopt([zoneWith("contoso.com", ...OWN)], { path: "estate.yaml" }),
    );
    expect(zones).toMatchObject([{ profile: "on-premises", declared: 4, recognised: 4, absent: [] }]);
    expect(asFound).toBeUndefined();
    expect(estate).toContain('    onPremises: { egress: ["203.0.113.25"] }\n');
    expect(estate).toContain("host: mail2.contoso.com");
  });

  test.each([
    ["a host of somebody else's takes its mail, too", ["@ MX 30 mx.fabrikam.com."]],
    ["something of Microsoft's is there", ["autodiscover CNAME autodiscover.outlook.com."]],
  ])("are not where %s", (_title, more) => {
    const options = {
      path: "estate.yaml",
      tenant: { initialDomain: "contoso.onmicrosoft.com", cloud: "worldwide" },
    } as const;
    const { zones } = made(adopt([zoneWith("contoso.com", ...OWN, ...more)], options));
    expect(zones[0]?.profile).not.toBe("on-premises");
  });
});
