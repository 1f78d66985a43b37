import type { DnsName } from "../../../lib/dns/name";
import { declaredIntent } from "../../../lib/posture/intent";
import { NO_CONTEXT, type ReviewContext } from "../../../lib/review/context";
import { Domains } from "../../../lib/review/domains";
import { contributions } from "../../../lib/review/side";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, txt } from "./plan-json";

/** An estate with these mail domains. */
function estate(...names: readonly string[]): ReviewContext {
  const facts = { intent: declaredIntent({ profile: "parked" }), where: {} };
  return { ...NO_CONTEXT, domains: new Map(names.map((name) => [name as DnsName, facts])) };
}

function domainsOf(resources: readonly ResourceJson[], context: ReviewContext = NO_CONTEXT): Domains {
  const plan = planOf("stack", resources);
  return Domains.inPlans([contributions([plan], "before"), contributions([plan], "after")], context);
}

const created = (values: Readonly<Record<string, unknown>>, more: Partial<ResourceJson> = {}) =>
  dnsRecord("one", undefined, values, more);
const laterContent = { unknown: { content: true } };

test.each<[string, ResourceJson, readonly string[]]>([
  ["an MX", created(mx("contoso.com", "mail.contoso.com")), ["contoso.com"]],
  ["an MX that goes", dnsRecord("one", mx("contoso.com", "mail.contoso.com"), undefined), ["contoso.com"]],
  [
    "an MX whose host is known at apply",
    created({ zone_id: "z", type: "MX", name: "contoso.com", priority: 0 }, laterContent),
    ["contoso.com"],
  ],
  ["an SPF record", created(txt("contoso.com", "v=spf1 -all")), ["contoso.com"]],
  ["a DMARC record below it", created(txt("_dmarc.contoso.com", "v=DMARC1; p=none;")), ["contoso.com"]],
  [
    "a DMARC record below it that is known at apply",
    created({ zone_id: "z", type: "TXT", name: "_dmarc.contoso.com" }, laterContent),
    ["contoso.com"],
  ],
  ["no other text", created(txt("contoso.com", "MS=ms12345678")), []],
  [
    "no text that is known at apply",
    created({ zone_id: "z", type: "TXT", name: "contoso.com" }, laterContent),
    [],
  ],
  ["no other text at a name for DMARC", created(txt("_dmarc.contoso.com", "something else")), []],
  [
    "no alias at a name for DMARC",
    created(cloudflare("CNAME", "_dmarc.contoso.com", "dmarc.contoso.net")),
    [],
  ],
  ["no address", created(cloudflare("A", "contoso.com", "192.0.2.1")), []],
  ["no SPF record at a name with an underscore", created(txt("_spf.contoso.com", "v=spf1 -all")), []],
  [
    "no connector",
    {
      address: "m365_outbound_connector.one",
      type: "m365_outbound_connector",
      after: { name: "contoso.com" },
    },
    [],
  ],
])("a name shows itself as a mail domain by: %s", (_title, resource, names) => {
  expect([...domainsOf([resource]).names]).toEqual(names);
});

test("the estate's domains are mail domains whatever the plans hold", () => {
  expect([...domainsOf([], estate("contoso.com", "contoso.net")).names]).toEqual([
    "contoso.com",
    "contoso.net",
  ]);
});

test("a name below an estate's domain belongs to that, though it shows itself as a mail domain", () => {
  const domains = domainsOf(
    [
      created(mx("lists.contoso.com", "mail.contoso.com")),
      dnsRecord("two", undefined, mx("fabrikam.com", "mail.fabrikam.com")),
    ],
    estate("contoso.com"),
  );
  expect([...domains.names]).toEqual(["contoso.com", "fabrikam.com"]);
  expect(domains.ownerOf("lists.contoso.com" as DnsName)).toBe("contoso.com");
});

test("without an estate a name below a mail domain that shows itself is a mail domain too", () => {
  const domains = domainsOf([
    created(mx("contoso.com", "mail.contoso.com")),
    dnsRecord("two", undefined, mx("lists.contoso.com", "mail.contoso.com")),
  ]);
  expect(
    ["contoso.com", "lists.contoso.com", "a.lists.contoso.com", "www.contoso.com", "com", "xcontoso.com"].map(
      (name) => domains.ownerOf(name as DnsName),
    ),
  ).toEqual(["contoso.com", "lists.contoso.com", "lists.contoso.com", "contoso.com", undefined, undefined]);
});
