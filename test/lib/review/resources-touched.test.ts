import type { Plan } from "../../../lib/plan/plan";
import { NO_CONTEXT } from "../../../lib/review/context";
import { Domains } from "../../../lib/review/domains";
import { sortResources } from "../../../lib/review/resources-touched";
import { contributions } from "../../../lib/review/side";
import { kindsOf } from "../../../lib/review/tenants";
import { cloudflare, dnsRecord, mx, planOf, resource } from "./plan-json";

function sorted(...plans: readonly Plan[]) {
  const sides = { before: contributions(plans, "before"), after: contributions(plans, "after") };
  const domains = Domains.inPlans([sides.before, sides.after], NO_CONTEXT);
  const { touched, others } = sortResources(plans, sides, domains, NO_CONTEXT, kindsOf(sides, NO_CONTEXT));
  return { touched: Object.fromEntries(touched), others };
}

const MX = mx("contoso.com", "mail.contoso.com");
const POLICY_WORKER = {
  script_name: "mta-sts",
  content:
    'const policy = "version: STSv1\\r\\nmode: enforce\\r\\nmx: mail.contoso.com\\r\\nmax_age: 604800\\r\\n";',
};

test("what Terraform touches stands with the domain or tenant that it concerns", () => {
  expect(
    sorted(
      planOf("tenant-contoso", [
        dnsRecord("mx", undefined, MX),
        dnsRecord("www", cloudflare("A", "www.contoso.com", "192.0.2.1"), undefined),
        dnsRecord(
          "later",
          undefined,
          { zone_id: "z", type: "TXT", name: "contoso.com" },
          { unknown: { content: true } },
        ),
        resource("cloudflare_workers_script.policy", undefined, POLICY_WORKER),
        resource("cloudflare_workers_custom_domain.policy", undefined, {
          service: "mta-sts",
          hostname: "mta-sts.contoso.com",
        }),
        resource("m365_dkim_signing.contoso", undefined, { domain: "contoso.com" }),
      ]),
    ),
  ).toEqual({
    touched: {
      "domain contoso.com": [
        { address: "cloudflare_dns_record.mx", action: "create" },
        { address: "cloudflare_dns_record.www", action: "delete" },
        { address: "cloudflare_dns_record.later", action: "create" },
        { address: "cloudflare_workers_script.policy", action: "create" },
        { address: "cloudflare_workers_custom_domain.policy", action: "create" },
      ],
      "tenant contoso": [{ address: "m365_dkim_signing.contoso", action: "create" }],
    },
    others: [],
  });
});

test("everything that Terraform does is named; what it leaves alone is not", () => {
  const CHANGED = mx("contoso.com", "mail2.contoso.com");
  expect(
    sorted(
      planOf("contoso.com", [
        dnsRecord("same", MX, MX),
        dnsRecord("created", undefined, MX),
        dnsRecord("updated", MX, CHANGED),
        dnsRecord("replaced", MX, CHANGED, { actions: ["delete", "create"] }),
        dnsRecord("deleted", MX, undefined),
        dnsRecord("deposed", MX, undefined, { deposed: "a1b2c3d4" }),
        dnsRecord("forgotten", MX, undefined, { actions: ["forget"] }),
        dnsRecord("imported", MX, MX, { importing: { id: "zone/id" } }),
        dnsRecord("moved", MX, MX, { previousAddress: "cloudflare_record.moved" }),
        dnsRecord("moved_and_updated", MX, CHANGED, { previousAddress: "cloudflare_record.old" }),
        dnsRecord("imported_and_updated", MX, CHANGED, { importing: { id: "zone/id" } }),
      ]),
    ).touched["domain contoso.com"],
  ).toEqual([
    { address: "cloudflare_dns_record.created", action: "create" },
    { address: "cloudflare_dns_record.updated", action: "update" },
    { address: "cloudflare_dns_record.replaced", action: "replace" },
    { address: "cloudflare_dns_record.deleted", action: "delete" },
    { address: "cloudflare_dns_record.deposed (deposed)", action: "delete" },
    { address: "cloudflare_dns_record.forgotten", action: "forget" },
    { address: "cloudflare_dns_record.imported", action: "import" },
    { address: "cloudflare_dns_record.moved", action: "move", previousAddress: "cloudflare_record.moved" },
    {
      address: "cloudflare_dns_record.moved_and_updated",
      action: "update",
      previousAddress: "cloudflare_record.old",
    },
    { address: "cloudflare_dns_record.imported_and_updated", action: "update", imported: true },
  ]);
});

test("other resources are counted by type and action, in the order of the alphabet", () => {
  const other = (address: string) => resource(address, undefined, { name: "x" });
  expect(
    sorted(
      planOf("contoso.com", [
        other("random_id.a"),
        resource("random_id.b", { name: "x" }, undefined),
        other("azurerm_resource_group.a"),
        other("azurerm_resource_group.b"),
        resource("azurerm_resource_group.c", { name: "x" }, { name: "x" }),
        dnsRecord("elsewhere", undefined, cloudflare("A", "www.fabrikam.com", "192.0.2.1")),
        dnsRecord("unread", undefined, { zone_id: "z", type: "A", name: "not a name" }),
      ]),
    ),
  ).toEqual({
    touched: {},
    others: [
      { type: "azurerm_resource_group", action: "create", count: 2 },
      { type: "cloudflare_dns_record", action: "create", count: 2 },
      { type: "random_id", action: "create", count: 1 },
      { type: "random_id", action: "delete", count: 1 },
    ],
  });
});

test("among several plans an address stands behind its stack's name", () => {
  expect(
    sorted(
      planOf("contoso.com", [dnsRecord("mx", undefined, MX)]),
      planOf("more", [dnsRecord("mx", MX, undefined)]),
    ).touched,
  ).toEqual({
    "domain contoso.com": [
      { address: "contoso.com: cloudflare_dns_record.mx", action: "create" },
      { address: "more: cloudflare_dns_record.mx", action: "delete" },
    ],
  });
});
