import type { DnsName } from "../../../lib/dns/name";
import { recordData } from "../../../lib/dns/record";
import { declaredIntent } from "../../../lib/posture/intent";
import { answer } from "../../../lib/posture/lookup";
import type { Posture } from "../../../lib/posture/model";
import { plannedPostures } from "../../../lib/review/before-after";
import { NO_CONTEXT, type ReviewContext } from "../../../lib/review/context";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, resource, txt } from "./plan-json";

const after = (resources: readonly ResourceJson[], context: ReviewContext = NO_CONTEXT): Posture =>
  plannedPostures([planOf("contoso.com", resources)], context).after;
const created = (key: string, values: Readonly<Record<string, unknown>>, more: Partial<ResourceJson> = {}) =>
  dnsRecord(key, undefined, values, more);

test("records belong to the nearest mail domain above them, what is outside of all to the names it stands at", () => {
  const { domains, outside, source } = after([
    created("mx", mx("contoso.com", "mail.contoso.com")),
    created("shop", mx("shop.contoso.com", "mail.contoso.com")),
    created("www", cloudflare("A", "www.shop.contoso.com", "192.0.2.1")),
    created(
      "later",
      { zone_id: "z", type: "CNAME", name: "s1._domainkey.contoso.com" },
      { unknown: { content: true } },
    ),
    created(
      "nowhere",
      { zone_id: "z", type: "CNAME", name: "s1.fabrikam.com" },
      { unknown: { content: true } },
    ),
    created("a", cloudflare("A", "mail.fabrikam.com", "192.0.2.2")),
    created("b", cloudflare("A", "mail.fabrikam.com", "192.0.2.3")),
    created("c", cloudflare("AAAA", "mail.fabrikam.com", "2001:db8::1")),
  ]);
  expect(source).toBe("planned");
  expect(
    domains.map(({ domain, records, unknown }) => ({
      domain,
      records: records.map(({ record, where }) => `${record.name} ${record.type} at ${where.address}`),
      unknown,
    })),
  ).toEqual([
    {
      domain: "contoso.com",
      records: ["contoso.com MX at cloudflare_dns_record.mx"],
      unknown: [
        {
          name: "s1._domainkey.contoso.com",
          type: "CNAME",
          why: "known after apply",
          where: { address: "cloudflare_dns_record.later" },
        },
      ],
    },
    {
      domain: "shop.contoso.com",
      records: [
        "shop.contoso.com MX at cloudflare_dns_record.shop",
        "www.shop.contoso.com A at cloudflare_dns_record.www",
      ],
      unknown: [],
    },
  ]);
  expect(outside.map(({ name, type, records = [] }) => [name, type, records.map(recordData)])).toEqual([
    ["mail.fabrikam.com", "A", ["192.0.2.2", "192.0.2.3"]],
    ["mail.fabrikam.com", "AAAA", ["2001:db8::1"]],
  ]);
});

test("a domain is for what the estate says, and stands where the estate has it; else for what its records say", () => {
  const intent = declaredIntent({ profile: "parked" });
  const where = { file: "estate.yaml", line: 7, path: ["domains", "contoso.com"] };
  const context = { ...NO_CONTEXT, domains: new Map([["contoso.com" as DnsName, { intent, where }]]) };
  const resources = [
    created("mx", mx("contoso.com", "contoso-com.mail.protection.outlook.com")),
    created("net", mx("contoso.net", "mail.contoso.net")),
  ];
  expect(
    after(resources, context).domains.map(({ intent: { declared, receives, eop }, where: at }) => ({
      declared,
      receives,
      eop,
      at,
    })),
  ).toEqual([
    { declared: true, receives: false, eop: false, at: where },
    { declared: false, receives: true, eop: false, at: { address: "contoso.net" } },
  ]);
  expect(after(resources).domains.map(({ intent: { declared, eop } }) => [declared, eop])).toEqual([
    [false, true],
    [false, false],
  ]);
});

test("a domain that has nothing on a side is not known there, though the estate has it", () => {
  const context = {
    ...NO_CONTEXT,
    domains: new Map([
      ["contoso.com" as DnsName, { intent: declaredIntent({ profile: "parked" }), where: {} }],
    ]),
  };
  const { before, after: later } = plannedPostures(
    [planOf("contoso.com", [created("spf", txt("contoso.com", "v=spf1 -all"))])],
    context,
  );
  expect([before.domains.length, later.domains.length]).toEqual([0, 1]);
});

describe("the MTA-STS policy of a domain", () => {
  const text = "version: STSv1\r\nmode: enforce\r\nmx: mail.contoso.com\r\nmax_age: 604800\r\n";
  const script = (content: string, name: object = { script_name: "mta-sts" }) =>
    resource("cloudflare_workers_script.policy", undefined, { ...name, content });
  const host = (hostname: string, service = "mta-sts") =>
    resource("cloudflare_workers_custom_domain.policy", undefined, { hostname, service });
  const policyOf = (...resources: readonly ResourceJson[]) =>
    after([created("mx", mx("contoso.com", "mail.contoso.com")), ...resources]).domains.map(
      ({ mtaStsPolicy }) => mtaStsPolicy,
    );
  const written = `const policy = ${JSON.stringify(text)};\nexport default {};`;
  const found = { kind: "text", text, where: { address: "cloudflare_workers_script.policy" } };

  test.each<[string, readonly unknown[], unknown]>([
    ["is what a Worker serves at its host", policyOf(script(written), host("mta-sts.contoso.com")), found],
    [
      "is read of provider 4 too",
      policyOf(
        { ...script(written, { name: "mta-sts" }), type: "cloudflare_worker_script" },
        { ...host("mta-sts.contoso.com"), type: "cloudflare_worker_domain" },
      ),
      found,
    ],
    ["is none at another host", policyOf(script(written), host("www.contoso.com")), undefined],
    ["is none of another script", policyOf(script(written), host("mta-sts.contoso.com", "other")), undefined],
    ["is none without a host", policyOf(script(written)), undefined],
    [
      "is none of a Worker that serves something else",
      policyOf(script('const policy = "hello";'), host("mta-sts.contoso.com")),
      undefined,
    ],
    [
      "is none of a Worker that is written in another way",
      policyOf(script(`// ${written}`), host("mta-sts.contoso.com")),
      undefined,
    ],
    [
      "is none of a text that cannot be read",
      policyOf(script('const policy = "version: STSv1\\x";'), host("mta-sts.contoso.com")),
      undefined,
    ],
    [
      "is none of a script without a name",
      policyOf(script(written, {}), host("mta-sts.contoso.com")),
      undefined,
    ],
    ["is none at a host that is no name", policyOf(script(written), host("not a name")), undefined],
  ])("%s", (_title, policies, expected) => {
    expect(policies).toEqual([expected]);
  });
});

test("an alias beside other data at Cloudflare, in a zone that the plan does not name, is flattened; alone it leads away", () => {
  const alias = created("web", cloudflare("CNAME", "contoso.com", "site.vendor.example"));
  const name = "contoso.com" as DnsName;
  const beside = after([alias, created("mx", mx("contoso.com", "mail.contoso.com"))]);
  expect(answer(beside, name, "MX").kind).toBe("records");
  expect(answer(beside, name, "A")).toMatchObject({ kind: "unknown", why: "value" });
  const alone = after([alias, created("d", txt("_dmarc.contoso.com", "v=DMARC1; p=reject"))]);
  expect(answer(alone, name, "MX")).toMatchObject({ kind: "elsewhere", to: ["site.vendor.example"] });
});

test("what is found through an alias that the plan asks Cloudflare to flatten nobody knows", () => {
  const key = cloudflare("CNAME", "s1._domainkey.contoso.com", "s1.vendor.example", {
    settings: { flatten_cname: true },
  });
  const found = after([created("k", key), created("mx", mx("contoso.com", "mail.contoso.com"))]);
  expect(answer(found, "s1._domainkey.contoso.com" as DnsName, "TXT")).toMatchObject({
    kind: "unknown",
    why: "value",
  });
});
