import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { App } from "cdktf";
import { MailDomain } from "../../constructs/mail/mail-domain";
import { AzureZone } from "../../hosts/azure/constructs/azure-zone";
import { recordFaults as azureFaults } from "../../hosts/azure/limits";
import { CloudflareZone } from "../../hosts/cloudflare/constructs/cloudflare-zone";
import { recordFaults as route53Faults } from "../../hosts/route53/limits";
import { recordData } from "../../lib/dns/record";
import { formatZoneFile } from "../../lib/dns/zone-file";
import { declareDomain } from "../../lib/domain/declare";
import { unwrap } from "../../lib/fault";
import type { MailDomainOptions } from "../../lib/options";
import type { WorldRecord } from "../../lib/world/world";
import { askWith } from "../../observe/ask";
import { DnsClient } from "../../observe/dns/client";
import { MailStack } from "../../stacks/mail-stack";
import { resource } from "../lib/review/plan-json";
import { factsOf, recordLines } from "../lib/review/resources/facts";
import { startNameServer, zoneOf } from "../sandbox/dns/name-server";
import { judgedBy } from "../support/judges";
import { jsonOf } from "../support/synth";
import { temporaryFolder } from "../support/temp";
import { FIELDED } from "./record-types";
import { answeredRecords, hostedStack } from "./route53/cloudformation";

const options: MailDomainOptions = {
  domain: "contoso.com",
  profile: "parked",
  records: {
    ...Object.fromEntries(Object.entries(FIELDED).map(([key, [given]]) => [key, given])),
    delegation: { name: "sub", type: "NS", host: "ns1.contoso.net" },
  },
};
const declaration = unwrap("contoso.com", declareDomain(options));
const RECORDS = declaration.records
  .filter(({ role }) => role.startsWith("Record-") && role !== "Record-delegation")
  .map(({ record }) => record);
const WANTED = Object.values(FIELDED)
  .map(([, line]) => line)
  .sort();
const zoneName = "contoso.com";

/** The resources as Terraform reads them: what stands behind `$${` is no template. */
function resourcesAtCloudflare(): readonly Readonly<Record<string, unknown>>[] {
  const stack = new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), zoneName);
  const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName, zoneId: "0".repeat(32) });
  new MailDomain(stack, "Mail", { zone, declaration });
  const json = JSON.parse(JSON.stringify(jsonOf(stack)).replaceAll("$${", "${"));
  return Object.entries(json.resource.cloudflare_dns_record)
    .filter(([id]) => id.startsWith("Record-") && !id.startsWith("Record-delegation"))
    .map(([, attributes]) => attributes as Readonly<Record<string, unknown>>);
}

test("each is published in one form, however it was written", () => {
  expect(RECORDS.map((record) => `${record.name} ${record.type} ${recordData(record)}`).sort()).toEqual(
    WANTED,
  );
});

test("a plan for Cloudflare is read back as what was written", () => {
  const planned = resourcesAtCloudflare().map((after, at) =>
    resource(`cloudflare_dns_record.r${at}`, undefined, after),
  );
  expect([...recordLines(factsOf(planned))].sort()).toEqual(WANTED.map((line) => `${line}, 3600 s`));
});

describe("served by the sandbox from what Cloudflare is given", () => {
  const world = resourcesAtCloudflare().map(({ zone_id: _, ...record }) => record as unknown as WorldRecord);

  test("an observer reads what was declared", async () => {
    const server = await startNameServer([zoneOf(...world)]);
    const client = new DnsClient({ resolvers: [{ address: "127.0.0.1", port: server.port }] });
    try {
      const ask = askWith(client);
      for (const record of RECORDS) {
        const asked = await ask(record.name, record.type);
        expect(asked).toMatchObject({ kind: "answer", records: [record] });
      }
    } finally {
      await client.close();
      await server.close();
    }
  });

  judgedBy("dig").test("and so does dig", async () => {
    const server = await startNameServer([zoneOf(...world)]);
    try {
      const dug = async (name: string, type: string) =>
        (await server.dig(`${name}.contoso.com`, type)).answer;
      expect(await dug("www", "TYPE65")).toEqual([
        'www.contoso.com. 3600 IN HTTPS 1 . alpn="h2,h3" no-default-alpn port=8443 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1',
      ]);
      // What BIND before 9.20 calls dohpath.
      const [svcb = ""] = await dug("_dns", "TYPE64");
      expect([svcb.replace("key7=", "dohpath=")]).toEqual([
        '_dns.contoso.com. 3600 IN SVCB 1 dns.contoso.com. mandatory=port alpn="dot" port=853 ech=AEX+ dohpath="/q{?dns}" key65001="x"',
      ]);
      expect(await dug("_http._tcp", "URI")).toEqual([
        '_http._tcp.contoso.com. 3600 IN URI 10 1 "https://contoso.com/a?b=$(c),%24;d"',
      ]);
      expect(await dug("old", "CERT")).toEqual(["old.contoso.com. 3600 IN CERT PKIX 0 0 MIIBAgME"]);
      expect(await dug("_imap._tcp", "SRV")).toEqual(["_imap._tcp.contoso.com. 3600 IN SRV 0 0 0 ."]);
    } finally {
      await server.close();
    }
  });
});

judgedBy("named-checkzone").test("BIND reads the zone file", () => {
  const file = join(temporaryFolder(), "zone");
  writeFileSync(file, formatZoneFile(declaration.domain, RECORDS));
  const words = execFileSync("named-checkzone", ["-i", "none", "-D", zoneName, file], { encoding: "utf8" });
  for (const type of new Set(RECORDS.map((record) => record.type)))
    expect(words).toMatch(new RegExp(`IN ${type}\\s`));
  expect(words).toContain(String.raw`"!^\\+1(.*)$!sip:\\1@contoso.com;say=\"${"$"}{file('x')}\"!"`);
});

test("Route 53 has the same values of those types that it has, and one clear fault for each other", () => {
  const isRefused = new Set(
    RECORDS.filter((record) => route53Faults(record, declaration.domain).length > 0).map(({ type }) => type),
  );
  expect([...isRefused].sort()).toEqual(["CERT", "DNSKEY", "LOC", "OPENPGPKEY", "SMIMEA", "URI"]);
  const source = { by: "id", id: "Z0423512YUPB93QHZ0IX" } as const;
  const zone = { host: "route53", name: declaration.domain, source, declaredBy: declaration.domain } as const;
  const records = declaration.records.filter(({ record }) => !isRefused.has(record.type));
  const parts = declaration.parts.map((part) => ({
    ...part,
    records: part.records.filter(({ record }) => !isRefused.has(record.type)),
  }));
  const stack = hostedStack({
    estate: { name: declaration.domain, zone, import: {} },
    declaration: { ...declaration, records, parts },
    kept: [],
  });
  const answered = answeredRecords(Template.fromStack(stack)).map(
    ({ name, type, data }) => `${name} ${type} ${data}`,
  );
  expect(answered).toEqual(
    expect.arrayContaining(WANTED.filter((line) => !isRefused.has(line.split(" ")[1] as "URI"))),
  );
});

test("Azure DNS has SRV and PTR, and one clear fault for each other", () => {
  const refused = RECORDS.filter((record) => azureFaults(record, declaration.domain).length > 0);
  expect(RECORDS.filter((record) => !refused.includes(record)).map(({ type }) => type)).toEqual([
    "SRV",
    "PTR",
    "SRV",
  ]);
  expect(
    refused.map((record) => azureFaults(record, declaration.domain).map(({ message }) => message)),
  ).toEqual(refused.map(({ type }) => [`Terraform's provider azurerm 4.55 has no ${type} records`]));
  const stack = new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), zoneName);
  const zone = AzureZone.fromZoneName(stack, "Zone", { zoneName, resourceGroup: "dns" });
  for (const record of RECORDS)
    if (!refused.includes(record)) zone.add(stack, `R-${record.name}`, record, []);
  const planned = Object.entries(
    (jsonOf(stack) as { resource: Record<string, Record<string, Record<string, unknown>>> }).resource,
  ).flatMap(([type, all]) =>
    Object.entries(all).map(([id, after]) => resource(`${type}.${id}`, undefined, after)),
  );
  expect(recordLines(factsOf(planned))).toEqual(
    expect.arrayContaining([
      "25.contoso.com PTR mail.contoso.com, 3600 s",
      "_sip._tls.contoso.com SRV 100 1 443 sipdir.online.lync.com, 3600 s",
      "_imap._tcp.contoso.com SRV 0 0 0 ., 3600 s",
    ]),
  );
});
