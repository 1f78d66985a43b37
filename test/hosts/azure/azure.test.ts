import { MailDomain } from "../../../constructs/mail/mail-domain";
import { addAzureZone } from "../../../hosts/azure/constructs/add-zone";
import { AzureZone } from "../../../hosts/azure/constructs/azure-zone";
import { declareEstate } from "../../../lib/declare/estate";
import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { formatFault } from "../../../lib/fault";
import { readPlan } from "../../../lib/plan/read-plan";
import { plannedPostures } from "../../../lib/review/before-after";
import { estateOf } from "../../lib/estate/memory-files";
import { synthesized } from "../../support/synth";
import { publishedAtAzure } from "./published";

const name = "contoso.com" as DnsName;
const txt = (value: string, at: string = name, ttl = 3600): DnsRecord => ({
  type: "TXT",
  name: at as DnsName,
  ttl,
  value,
});

function withRecords(...records: readonly DnsRecord[]) {
  return synthesized((stack) => {
    const zone = AzureZone.fromZoneName(stack, "Zone", { zoneName: name, resourceGroup: "dns" });
    for (const [index, record] of records.entries()) zone.add(stack, `Record-${index}`, record);
  });
}

describe("a zone of Azure DNS", () => {
  test("has one resource a name and type, called by them, whatever the order of its records", () => {
    const records = [
      txt("b"),
      txt("a", name, 300),
      txt("c", "_dmarc.contoso.com"),
      txt("d", "*.a.contoso.com"),
    ];
    const json = withRecords(...records);
    expect(json).toEqual(withRecords(...records.toReversed()));
    expect(json.resource).toEqual({
      azurerm_dns_txt_record: {
        "Zone__TXT-APEX": {
          name: "@",
          zone_name: "contoso.com",
          resource_group_name: "dns",
          ttl: 300,
          record: [{ value: "a" }, { value: "b" }],
        },
        "Zone__TXT-Dmarc": expect.objectContaining({ name: "_dmarc", record: [{ value: "c" }] }),
        [`Zone__-${Buffer.from("TXT *.a").toString("hex")}`]: expect.objectContaining({ name: "*.a" }),
      },
    });
  });

  test("that is created is never destroyed, and its record sets come after it", () => {
    const json = synthesized((stack) => {
      const choice = { host: "azure", name, resourceGroup: "dns", declaredBy: name } as const;
      const { zone } = addAzureZone(stack, { ...choice, source: { by: "creation" } });
      new MailDomain(stack, "Mail", { zone, domain: name, profile: "parked", mx: "none" });
    });
    expect(json.provider).toEqual({ azurerm: [{ features: [{}], resource_provider_registrations: "none" }] });
    expect(json.resource?.azurerm_dns_zone).toEqual({
      Zone: { name, resource_group_name: "dns", lifecycle: { prevent_destroy: true } },
    });
    const zones = Object.values(json.resource?.azurerm_dns_txt_record ?? {}).map((set) => set.zone_name);
    expect(zones).toEqual(["${azurerm_dns_zone.Zone.name}", "${azurerm_dns_zone.Zone.name}"]);
  });

  test("writes texts raw, for the provider to cut, and templates doubled", () => {
    const long = 'say "${no}" %{i} \\ '.repeat(40);
    expect(publishedAtAzure(withRecords(txt(long)))).toEqual([{ name, type: "TXT", ttl: 3600, data: long }]);
  });

  test.each<[string, DnsRecord]>([
    ["Azure DNS has no null MX", { type: "MX", name, ttl: 60, preference: 0, exchange: "." }],
    ["Azure DNS has no empty TXT record", txt("")],
    ["too long for Azure DNS, got 4097 octets; expected at most 4096", txt("x".repeat(4097))],
    ["inside a character, got a character beyond ASCII at octet 255", txt(`${"x".repeat(253)}é`)],
    ["has a TTL that Azure DNS does not take, got 0", txt("x", name, 0)],
    ["belongs to Azure DNS", { type: "NS", name, ttl: 60, host: "ns1.contoso.net" as DnsName }],
  ])("refuses what Azure would: %s", (fault, record) => {
    expect(() => withRecords(record)).toThrow(fault);
  });
});

function problems(domain: string): readonly string[] {
  const declared = declareEstate(estateOf(`version: 1\ndomains:\n  contoso.com: { ${domain} }\n`));
  return declared.ok
    ? []
    : declared.problems.map(({ file: _, line, column, ...fault }) => formatFault(fault));
}

const ZONE = "zone: { azure: { resourceGroup: dns } }";

describe("an estate with a domain at Azure DNS", () => {
  test("hears at once of everything that it cannot have there", () => {
    const records = `records: { dane: { type: TLSA, name: _25._tcp, usage: 3, selector: 1, matchingType: 0, certificate: ab } }`;
    expect(problems(`${ZONE}, profile: parked, ${records}, import: { Spf: ${"a".repeat(32)} }`)).toEqual([
      'domains["contoso.com"].profile: Azure DNS has no null MX, got MX 0 . at contoso.com; expected a host; set mx: none; senders then try the domain\'s own address, if it has one',
      'domains["contoso.com"].records.dane: Terraform\'s provider azurerm 4.55 has no TLSA records, got TLSA at _25._tcp.contoso.com; leave the record out, or publish it by other means',
      'domains["contoso.com"].import: record sets of Azure DNS have no ids of their own; leave the key out; docs/guide/azure-dns.md says how existing record sets are taken over',
    ]);
  });

  test("parks a domain without an MX", () => {
    expect(problems(`${ZONE}, profile: parked, mx: none`)).toEqual([]);
  });

  test("refuses a set that its records and those of others fill beyond measure", () => {
    const keep = Array.from({ length: 20 }, (_, at) => `k${at}: { type: TXT, value: v${at} }`).join(", ");
    expect(problems(`${ZONE}, profile: parked, mx: none, keep: { ${keep} }`)).toEqual([
      expect.stringContaining(
        "too many TXT records at contoso.com for Azure DNS, got 21 or more; expected at most 20",
      ),
    ]);
  });
});

test("its plans are read back as the records that they publish, aliases as unknown", () => {
  const common = { resource_group_name: "dns", zone_name: "contoso.com", ttl: 3600 };
  const change = (type: string, after: object, unknown: object = {}) => ({
    address: `${type}.x`,
    mode: "managed",
    type,
    change: { actions: ["create"], before: null, after: { ...common, ...after }, after_unknown: unknown },
  });
  const read = readPlan(
    "",
    JSON.stringify({
      format_version: "1.2",
      resource_changes: [
        change("azurerm_dns_txt_record", {
          name: "@",
          record: [{ value: "v=spf1 -all" }, { value: "MS=ms1" }],
        }),
        change("azurerm_dns_mx_record", { record: [{ preference: "10", exchange: "mx.contoso.net." }] }),
        change("azurerm_dns_cname_record", { name: "selector1._domainkey" }, { record: true }),
        change("azurerm_dns_a_record", {
          name: "www",
          records: null,
          target_resource_id: "/subscriptions/x",
        }),
        change("azurerm_dns_caa_record", {
          name: "@",
          record: [{ flags: 0, tag: "issue", value: "ca.example" }],
        }),
      ],
    }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const [mail] = plannedPostures([read.value]).after.domains;
  // All of them stand in the zone that the resources name.
  expect(new Set(mail?.records.map(({ zone }) => zone))).toEqual(new Set([name]));
  expect(mail?.records.map(({ record: { ttl: _, ...record } }) => record)).toEqual([
    { type: "TXT", name, value: "v=spf1 -all" },
    { type: "TXT", name, value: "MS=ms1" },
    { type: "MX", name, preference: 10, exchange: "mx.contoso.net" },
    { type: "CAA", name, flags: 0, tag: "issue", value: "ca.example" },
  ]);
  expect(mail?.unknown.map(({ name: at, type, why }) => `${at} ${type} ${why}`)).toEqual([
    "selector1._domainkey.contoso.com CNAME known after apply",
    "www.contoso.com A routed",
  ]);
});
