import { declareEstate } from "../../../lib/declare/estate";
import { formatFault } from "../../../lib/fault";
import { worldOf } from "../../../lib/world/from-estate";
import { estateOf, HEAD } from "../estate/memory-files";

function world(text: string) {
  const estate = estateOf(text);
  const declared = declareEstate(estate);
  if (!declared.ok) throw new Error(declared.problems.map(formatFault).join("\n"));
  return worldOf(estate, declared);
}

const ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";
const ACCOUNT_ID = "01a7362d577a6c3019a474fd6f485823";

describe("the zones that an estate presupposes", () => {
  const zones = (domains: string) => world(`${HEAD}domains:\n${domains}`).zones;

  test("a zone has the id and the account that any of its domains gives it", () => {
    expect(
      zones(`  contoso.com: { profile: parked, zone: { cloudflare: { zoneId: ${ZONE_ID} } } }
  shop.contoso.com: { profile: parked, zone: { cloudflare: { zoneName: contoso.com, accountId: ${ACCOUNT_ID} } } }
`),
    ).toEqual([{ name: "contoso.com", id: ZONE_ID, accountId: ACCOUNT_ID }]);
  });

  test("a zone that is looked up by name is there, under an id that the sandbox chooses", () => {
    expect(zones("  contoso.net: { profile: parked, zone: { cloudflare: {} } }\n")).toEqual([
      { name: "contoso.net" },
    ]);
  });

  test("a zone that a stack creates is not there, though domains inside it look it up", () => {
    expect(
      zones(`  fabrikam.us: { profile: parked, zone: { cloudflare: { create: true, accountId: ${ACCOUNT_ID} } } }
  lab.fabrikam.us: { profile: parked }
`),
    ).toEqual([]);
  });

  test("records that are taken over are there under their ids, as they may have been before", () => {
    expect(
      zones(`  contoso.com:
    profile: exchange-online
    tenant: contoso
    zone: { cloudflare: { zoneId: ${ZONE_ID} } }
    dmarc: { policy: reject, rua: ["mailto:dmarc@contoso.com"] }
    records:
      ca: { type: CAA, tag: issue, value: letsencrypt.org }
      relay-key: { type: TLSA, name: _25._tcp.mail, usage: 3, selector: 1, matchingType: 1, certificate: abababababababababababababababababababababababababababababababab }
      www: { type: A, name: www, address: 192.0.2.80 }
      entra: { type: TXT, value: 'MS="ms1"' }
    import:
      Spf: a0000000000000000000000000000001
      Dmarc: a0000000000000000000000000000002
      Mx: a0000000000000000000000000000003
      Record-ca: a0000000000000000000000000000004
      Record-relay-key: a0000000000000000000000000000005
      Record-www: a0000000000000000000000000000006
      news/Spf: a0000000000000000000000000000007
      Record-entra: a0000000000000000000000000000008
    subdomains: { news: { profile: parked } }
`)[0]?.records,
    ).toEqual(
      expect.arrayContaining([
        {
          id: "a0000000000000000000000000000001",
          type: "TXT",
          name: "contoso.com",
          content: '"v=spf1 include:spf.protection.outlook.com ?all"',
        },
        {
          id: "a0000000000000000000000000000002",
          type: "TXT",
          name: "_dmarc.contoso.com",
          content: '"v=DMARC1; p=none"',
        },
        {
          id: "a0000000000000000000000000000003",
          type: "MX",
          name: "contoso.com",
          content: "contoso-com.mail.protection.outlook.com",
          priority: 0,
        },
        {
          id: "a0000000000000000000000000000004",
          type: "CAA",
          name: "contoso.com",
          data: { flags: 0, tag: "issue", value: "letsencrypt.org" },
        },
        {
          id: "a0000000000000000000000000000005",
          type: "TLSA",
          name: "_25._tcp.mail.contoso.com",
          data: { usage: 3, selector: 1, matching_type: 1, certificate: "ab".repeat(32) },
        },
        { id: "a0000000000000000000000000000006", type: "A", name: "www.contoso.com", content: "192.0.2.80" },
        {
          id: "a0000000000000000000000000000007",
          type: "TXT",
          name: "news.contoso.com",
          content: '"v=spf1 ?all"',
        },
        {
          id: "a0000000000000000000000000000008",
          type: "TXT",
          name: "contoso.com",
          content: '"MS=\\"ms1\\""',
        },
      ]),
    );
  });
});

describe("the tenants that an estate presupposes", () => {
  test("each has its own id and cloud, and the mail domains that go through it", () => {
    expect(
      world(`version: 1
tenants:
  contoso: { tenantId: 11111111-1111-4111-8111-111111111111, initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
  fabrikam: { initialDomain: fabrikam.onmicrosoft.us, cloud: gcc-high }
defaults: { zone: { cloudflare: {} } }
domains:
  contoso.com:
    tenant: contoso
    profile: exchange-online
    subdomains:
      eu: { profile: receive-only }
      us: { profile: exchange-online, tenant: fabrikam, dkim: { microsoft: false } }
      old: { profile: parked }
  fabrikam.us: { tenant: fabrikam, profile: receive-only }
  contoso.net: { profile: parked }
`).tenants,
    ).toEqual([
      {
        tenantId: "11111111-1111-4111-8111-111111111111",
        initialDomain: "contoso.onmicrosoft.com",
        cloud: "worldwide",
        domains: ["contoso.com", "eu.contoso.com"],
        // Nobody here makes its DKIM keys, so an administrator has.
        signed: ["contoso.com"],
      },
      {
        tenantId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
        initialDomain: "fabrikam.onmicrosoft.us",
        cloud: "gcc-high",
        domains: ["fabrikam.us", "us.contoso.com"],
      },
    ]);
  });

  test("users, groups and applications that are looked up are there; groups that the stack creates are not", () => {
    const [tenant] = world(`version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
      sspr: { group: sg-sspr, users: [ann@contoso.com], owners: [it@contoso.com] }
      mfa:
        baseline: none
        policies:
          admins:
            include: { groups: [Admins, SG-SSPR] }
            exclude: { users: [scanner@contoso.com], groups: [admins, sg-break-glass, Kiosks] }
            applications: [Office365, 797f4846-ba00-4fd7-ba43-dac1f8f63013, C0FFEE00-1234-4cde-8f01-23456789abcd]
            grant: { controls: [mfa] }
domains: {}
`).tenants;
    // What Microsoft has in every tenant needs no mention.
    expect(tenant?.applications).toEqual(["c0ffee00-1234-4cde-8f01-23456789abcd"]);
    expect(tenant?.users).toEqual([
      { userPrincipalName: "ann@contoso.com" },
      { userPrincipalName: "bg1@contoso.onmicrosoft.com" },
      { userPrincipalName: "bg2@contoso.onmicrosoft.com" },
      { userPrincipalName: "it@contoso.com" },
      { userPrincipalName: "scanner@contoso.com" },
    ]);
    expect(tenant?.groups).toEqual([{ displayName: "Admins" }, { displayName: "Kiosks" }]);
  });

  test("groups that exist already are there, break-glass with its members", () => {
    const [tenant] = world(`version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      breakGlass:
        { group: sg-bg, existing: true, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
      sspr: { group: sg-sspr, existing: true }
domains: {}
`).tenants;
    expect(tenant?.groups).toEqual([
      { displayName: "sg-bg", members: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"] },
      { displayName: "sg-sspr" },
    ]);
  });
});

test("where credentials have prefixes, each opens its own accounts and tenants alone, and those without the rest", () => {
  const { zones, tenants, credentials } = world(`version: 1
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
  fabrikam: { initialDomain: fabrikam.onmicrosoft.com, domainsAddedBefore: 2026-07-01, credentials: { prefix: FABRIKAM } }
domains:
  contoso.com: { profile: parked, zone: { cloudflare: { accountId: ${ACCOUNT_ID} } } }
  contoso.net: { profile: parked, zone: { cloudflare: {} } }
  fabrikam.com: { profile: parked, zone: { cloudflare: { credentials: { prefix: FABRIKAM } } } }
  shop.contoso.com: { profile: parked, zone: { cloudflare: { accountId: ${ACCOUNT_ID}, credentials: { prefix: SHOP } } } }
`);
  const [contoso, fabrikam] = tenants.map(({ tenantId }) => tenantId);
  const account = zones.find(({ name }) => name === "fabrikam.com")?.accountId;
  expect(account).toMatch(/^[0-9a-f]{32}$/);
  expect(credentials).toEqual([
    { accounts: [ACCOUNT_ID], tenants: [contoso] },
    { prefix: "FABRIKAM", accounts: [account], tenants: [fabrikam] },
    { prefix: "SHOP", accounts: [ACCOUNT_ID], tenants: [] },
  ]);
  expect(
    world(`${HEAD}domains:\n  contoso.net: { profile: parked, zone: { cloudflare: {} } }\n`),
  ).not.toHaveProperty("credentials");
});
