import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import type { TerraformStack } from "cdktf";
import { TerraformVariable } from "cdktf";
import fc from "fast-check";
import { MailDomain } from "../../../constructs/mail/mail-domain";
import { CloudflareZone, workerName } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import type { DnsName } from "../../../lib/dns/name";
import { providerSchemas, schemaProblems } from "../../support/schema-check";
import { type Synthesized, synthesized } from "../../support/synth";

const zoneName = "contoso.com";
const zoneId = "023e105f4ecef8ad9ca31a8372d0c353";
const accountId = "01a7362d577a6c3019a474fd6f485823";
const tenant = { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" };
const CLOUDFLARE = providerSchemas("cloudflare-5.14.0");

/** A receiving domain with an MTA-STS policy in a zone, held against the provider's schema. */
function withPolicy(zone: (stack: TerraformStack) => CloudflareZone, mx?: readonly string[]): Synthesized {
  const json = synthesized((stack) => {
    new CloudflareProvider(stack, "Cloudflare");
    new MailDomain(stack, "Mail", {
      zone: zone(stack),
      domain: zoneName,
      profile: "receive-only",
      tenant,
      mtaSts: { mode: "testing" },
      ...(mx ? { mx: mx.map((host) => ({ host })) } : {}),
    });
  });
  expect(schemaProblems(json, CLOUDFLARE)).toEqual([]);
  return json;
}

describe("a zone that is given by its id", () => {
  test("is looked up only for its account, and only where a policy is served", () => {
    const json = withPolicy((stack) => CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId }));
    expect(json.data).toEqual({ cloudflare_zone: { Zone: { zone_id: zoneId } } });
    expect(json.resource?.cloudflare_dns_record?.Spf).toMatchObject({ zone_id: zoneId });
    expect(json.resource?.cloudflare_workers_script).toMatchObject({
      MtaStsPolicy__Script: { account_id: "${data.cloudflare_zone.Zone.account.id}" },
    });
  });

  test("and whose account is given is never looked up", () => {
    const json = withPolicy((stack) =>
      CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId, accountId }),
    );
    expect(json.data).toBeUndefined();
    expect(json.resource?.cloudflare_workers_script).toMatchObject({
      MtaStsPolicy__Script: { account_id: accountId },
    });
  });

  test("is looked up once however many policies are served", () => {
    const json = synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId });
      for (const host of ["mta-sts.contoso.com", "mta-sts.news.contoso.com"]) {
        zone.servePolicy(stack, host, { host: host as DnsName, path: "/x", body: "y" });
      }
    });
    expect(Object.keys(json.data?.cloudflare_zone ?? {})).toEqual(["Zone"]);
    expect(Object.keys(json.resource?.cloudflare_workers_script ?? {})).toHaveLength(2);
  });
});

test("a zone that is given by its name is looked up by it", () => {
  const json = withPolicy((stack) =>
    CloudflareZone.fromZoneName(stack, "Zone", { zoneName: "Contoso.com." }),
  );
  expect(json.data).toEqual({ cloudflare_zone: { Zone: { filter: { name: "contoso.com" } } } });
  expect(json.resource?.cloudflare_dns_record?.Spf).toMatchObject({
    zone_id: "${data.cloudflare_zone.Zone.zone_id}",
  });
});

test("an account that is given narrows the look-up by name", () => {
  const json = withPolicy((stack) => CloudflareZone.fromZoneName(stack, "Zone", { zoneName, accountId }));
  expect(json.data).toEqual({
    cloudflare_zone: { Zone: { filter: { name: "contoso.com", account: { id: accountId } } } },
  });
  expect(json.resource?.cloudflare_workers_script).toMatchObject({
    MtaStsPolicy__Script: { account_id: accountId },
  });
});

describe("a zone that is created", () => {
  const created = (more: object) =>
    withPolicy((stack) => CloudflareZone.create(stack, "Zone", { zoneName, accountId, ...more })).resource;

  test("is never destroyed with its records, unless somebody says so", () => {
    const zone = { name: "contoso.com", type: "full", account: { id: accountId } };
    expect(created({})?.cloudflare_zone).toEqual({ Zone: { ...zone, lifecycle: { prevent_destroy: true } } });
    expect(created({ preventDestroy: false })?.cloudflare_zone).toEqual({
      Zone: { ...zone, lifecycle: { prevent_destroy: false } },
    });
    expect(created({})?.cloudflare_dns_record?.Spf).toMatchObject({ zone_id: "${cloudflare_zone.Zone.id}" });
  });

  test("is signed on request, without a change in every plan until the registrar has the DS record", () => {
    expect(created({})?.cloudflare_zone_dnssec).toBeUndefined();
    expect(created({ dnssec: true })?.cloudflare_zone_dnssec).toEqual({
      Zone__Dnssec: {
        zone_id: "${cloudflare_zone.Zone.id}",
        status: "active",
        dnssec_multi_signer: false,
        dnssec_presigned: false,
        dnssec_use_nsec3: false,
        lifecycle: { ignore_changes: ["status"] },
      },
    });
  });
});

describe("order of changes", () => {
  test("further MX records come after the most preferred", () => {
    const hosts = ["c.contoso.net", "a.contoso.net", "b.contoso.net"];
    const json = withPolicy((stack) => CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId }), hosts);
    const records = json.resource?.cloudflare_dns_record ?? {};
    const mx = Object.entries(records).filter(([, { type }]) => type === "MX");
    expect(mx.map(([name, { content, depends_on }]) => [name, content, depends_on])).toEqual([
      ["Mx", "a.contoso.net", undefined],
      ["Mx-b_contoso_net", "b.contoso.net", ["cloudflare_dns_record.Mx"]],
      ["Mx-c_contoso_net", "c.contoso.net", ["cloudflare_dns_record.Mx"]],
    ]);
  });

  test("the MTA-STS record comes after the policy is served, so that no sender finds an id without a policy", () => {
    const { resource } = withPolicy((stack) =>
      CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId }),
    );
    expect(resource?.cloudflare_dns_record?.MtaSts?.depends_on).toEqual([
      "cloudflare_workers_custom_domain.MtaStsPolicy__Domain",
    ]);
    expect(resource?.cloudflare_workers_custom_domain).toEqual({
      MtaStsPolicy__Domain: {
        account_id: "${data.cloudflare_zone.Zone.account.id}",
        zone_id: zoneId,
        hostname: "mta-sts.contoso.com",
        service: "${cloudflare_workers_script.MtaStsPolicy__Script.script_name}",
        lifecycle: { ignore_changes: ["environment"] },
      },
    });
  });
});

describe("what a zone refuses", () => {
  const add = (name: (stack: TerraformStack) => string) => () =>
    synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId });
      zone.add(stack, "Text", { type: "TXT", name: name(stack) as DnsName, ttl: 300, value: "x" });
    });

  test("names outside it", () => {
    expect(add(() => "contoso.com.fabrikam.com")).toThrow(
      "zone contoso.com: contoso.com.fabrikam.com lies outside the zone; expected contoso.com or a name below it",
    );
    expect(add(() => "a.contoso.com")).not.toThrow();
  });

  test("names that only Terraform knows", () => {
    expect(add((stack) => new TerraformVariable(stack, "name", {}).stringValue)).toThrow(
      "zone contoso.com: a record's name is unknown at synth",
    );
  });

  test("policies for hosts outside it", () => {
    expect(() =>
      synthesized((stack) => {
        const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId });
        zone.servePolicy(stack, "Policy", { host: "mta-sts.fabrikam.com" as DnsName, path: "/", body: "" });
      }),
    ).toThrow("zone contoso.com: mta-sts.fabrikam.com lies outside the zone");
  });

  test("a zone name that is none", () => {
    expect(() =>
      synthesized((stack) => CloudflareZone.fromZoneName(stack, "Zone", { zoneName: "contoso_com" })),
    ).toThrow('zone contoso_com: label "contoso_com" is not legal in a host name');
  });
});

describe("the Worker of a host", () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/);
  const host = fc.array(label, { minLength: 2, maxLength: 5 }).map((labels) => labels.join("."));

  test("reads as the host, with hyphens kept apart from dots", () => {
    expect(workerName("mta-sts.contoso.com")).toBe("mta--sts-contoso-com");
    expect(workerName("mta.sts.contoso.com")).toBe("mta-sts-contoso-com");
  });

  test("has a name that Cloudflare takes, and no two hosts have the same", () => {
    fc.assert(
      fc.property(host, host, (one, other) => {
        fc.pre(one !== other);
        expect(workerName(one)).not.toBe(workerName(other));
        expect(workerName(one)).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("look-alike hosts keep apart, long ones too", () => {
    const long = (end: string) => `mta-sts.${"a".repeat(60)}.${end}`;
    const hosts = [
      "a-b.com",
      "a.b.com",
      "a--b.com",
      "a.b-com",
      "a-b-com",
      long("com"),
      long("net"),
      long("c-om"),
      long("c.om"),
    ];
    expect(new Set(hosts.map(workerName)).size).toBe(hosts.length);
  });
});

test("an alias at the apex stands beside the domain's mail records, and is refused below it", () => {
  const records = (zone: string) =>
    Object.keys(
      synthesized((stack) => {
        new CloudflareProvider(stack, "Cloudflare");
        new MailDomain(stack, "Mail", {
          zone: CloudflareZone.fromZoneId(stack, "Zone", { zoneName: zone, zoneId }),
          domain: zoneName,
          profile: "receive-only",
          tenant,
          records: { web: { type: "CNAME", target: "site.vendor.example" } },
        });
      }).resource?.cloudflare_dns_record ?? {},
    );
  expect(records("contoso.com")).toContain("Record-web");
  expect(() => records("com")).toThrow(/a CNAME stands beside other data at contoso\.com/);
});
