import { declareTenants } from "../../../lib/declare/tenants";
import type { DnsName } from "../../../lib/dns/name";
import { NO_CONTEXT, reviewContextOf } from "../../../lib/review/context";
import { estateOf } from "../estate/memory-files";

const ESTATE = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
  fabrikam:
    initialDomain: fabrikam.onmicrosoft.com
domains:
  contoso.com:
    profile: exchange-online
    tenant: contoso
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353, zoneName: contoso.com } }
    subdomains:
      lists: { profile: parked }
  contoso.net:
    profile: parked
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353, zoneName: contoso.net } }
`;

function context() {
  const estate = estateOf(ESTATE);
  const declared = declareTenants(estate);
  if (!declared.ok) throw new Error("the estate is sound");
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
    ["contoso.com", "exchange-online", "contoso", 10, "domains contoso.com"],
    ["lists.contoso.com", "parked", "contoso", 15, "domains contoso.com subdomains lists"],
    ["contoso.net", "parked", undefined, 16, "domains contoso.net"],
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
  expect([breakGlass("contoso"), breakGlass("fabrikam")]).toEqual(["sg-break-glass", undefined]);
  expect([whereOf("contoso").line, whereOf("fabrikam").line]).toEqual([3, 7]);
});

test("without an estate nothing is known", () => {
  expect([
    NO_CONTEXT.domains.get("contoso.com" as DnsName),
    NO_CONTEXT.tenantOf("tenant-contoso"),
    NO_CONTEXT.breakGlass("contoso"),
    NO_CONTEXT.whereOf("contoso"),
  ]).toEqual([undefined, undefined, undefined, {}]);
});
