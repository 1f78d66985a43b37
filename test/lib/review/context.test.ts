import { declareTenants } from "../../../lib/declare/tenants";
import type { DnsName } from "../../../lib/dns/name";
import { formatLocatedFault } from "../../../lib/located-fault";
import { NO_CONTEXT, reviewContextOf, stacksGone } from "../../../lib/review/context";
import { estateOf } from "../estate/memory-files";

const ESTATE = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
      sspr: { group: sg-sspr, existing: true }
      mfa:
        baseline: none
        policies:
          pilot: { grant: { controls: [mfa] }, include: { groups: [sg-pilot, sg-staff] }, exclude: { groups: [sg-away] } }
          all: { include: all, grant: { controls: [mfa] }, exclude: { groups: [sg-away] } }
          solo: { include: { users: [ada@contoso.com] }, grant: { controls: [mfa] } }
  fabrikam:
    initialDomain: fabrikam.onmicrosoft.com
    identity: { securityDefaults: true }
  adatum:
    initialDomain: adatum.onmicrosoft.com
domains:
  contoso.com:
    profile: exchange-online
    tenant: contoso
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353, zoneName: contoso.com } }
    subdomains:
      lists: { profile: parked }
      news:
        profile: receive-only
        dmarc: { policy: reject, rua: ["mailto:d@contoso.com"] }
        tlsRpt: { hosted: tls.contoso.net, rua: ["mailto:t@contoso.com"] }
  contoso.net:
    profile: parked
    dmarc: { policy: reject, rua: ["mailto:d@contoso.com"], hosted: contoso.dmarc.example }
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353, zoneName: contoso.net } }
`;

function context() {
  const estate = estateOf(ESTATE);
  const declared = declareTenants(estate);
  if (!declared.ok) throw new Error(declared.problems.map(formatLocatedFault).join("\n"));
  return reviewContextOf(estate, declared.tenants);
}

test("an estate's domains are known with what they are for, their tenant and their place, subdomains among them", () => {
  const facts = [...context().domains].map(([name, { intent, tenant, where }]) => [
    name,
    intent.profile,
    tenant,
    where.line,
    where.path?.join(" "),
  ]);
  expect(facts).toEqual([
    ["contoso.com", "exchange-online", "contoso", 20, "domains contoso.com"],
    ["lists.contoso.com", "parked", "contoso", 25, "domains contoso.com subdomains lists"],
    ["news.contoso.com", "receive-only", "contoso", 26, "domains contoso.com subdomains news"],
    ["contoso.net", "parked", undefined, 30, "domains contoso.net"],
  ]);
});

test("a stack belongs to the tenant that it is of, or to that of its domain", () => {
  const { tenantOf } = context();
  expect(
    [
      "tenant-contoso",
      "tenant-fabrikam",
      "contoso.com",
      "contoso.net",
      "lists.contoso.com",
      "tenant-x",
      "contoso",
    ].map(tenantOf),
  ).toEqual(["contoso", "fabrikam", "contoso", undefined, undefined, undefined, undefined]);
});

test("a tenant has the break-glass group that its identity names, and stands where the estate has it", () => {
  const { breakGlass, whereOf } = context();
  expect(["contoso", "fabrikam", "adatum"].map(breakGlass)).toEqual(["sg-break-glass", undefined, undefined]);
  expect([whereOf("contoso").line, whereOf("fabrikam").line]).toEqual([3, 14]);
});

test("without an estate nothing is known", () => {
  expect([
    NO_CONTEXT.domains.get("contoso.com" as DnsName),
    NO_CONTEXT.tenantOf("tenant-contoso"),
    NO_CONTEXT.breakGlass("contoso"),
    NO_CONTEXT.sspr("contoso"),
    NO_CONTEXT.groups("contoso"),
    NO_CONTEXT.securityDefaults("contoso"),
    NO_CONTEXT.whereOf("contoso"),
  ]).toEqual([undefined, undefined, undefined, undefined, [], false, {}]);
});

test("of records that somebody else publishes the estate says what is expected, of no other", () => {
  expect(
    [...context().domains].map(([name, { demands }]) => [name, demands && Object.keys(demands)]),
  ).toEqual([
    ["contoso.com", undefined],
    ["lists.contoso.com", undefined],
    ["news.contoso.com", ["tlsRpt"]],
    ["contoso.net", ["dmarc"]],
  ]);
});

test("a tenant that declares identities has the groups that they name, once each, and its security defaults", () => {
  const { tenants, sspr, groups, securityDefaults } = context();
  expect(tenants).toEqual(["contoso", "fabrikam"]);
  expect(["contoso", "fabrikam", "adatum"].map(sspr)).toEqual(["sg-sspr", undefined, undefined]);
  expect([...groups("contoso")].sort()).toEqual(["sg-away", "sg-pilot", "sg-staff"]);
  expect([groups("fabrikam"), groups("adatum")]).toEqual([[], []]);
  expect(["contoso", "fabrikam", "adatum"].map(securityDefaults)).toEqual([false, true, false]);
});

test("stacks that another estate has no longer are those of domains and of tenants with identities", () => {
  const parked = "version: 1\ndomains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }\n";
  const [base, now] = [estateOf(ESTATE), estateOf(parked)];
  expect(stacksGone(base, now)).toEqual(["contoso.net", "tenant-contoso", "tenant-fabrikam"]);
  expect(stacksGone(now, base)).toEqual([]);
});
