import { Template } from "aws-cdk-lib/assertions";
import { App } from "cdktf";
import { Construct } from "constructs";
import { estateFilesIn } from "../../cli/estate-files";
import { MailDomain } from "../../constructs/mail/mail-domain";
import { AzureZone } from "../../hosts/azure/constructs/azure-zone";
import { recordFaults } from "../../hosts/azure/limits";
import { CloudflareZone } from "../../hosts/cloudflare/constructs/cloudflare-zone";
import { type DeclaredDomain, declareEstate } from "../../lib/declare/estate";
import type { DnsRecord } from "../../lib/dns/record";
import { type Estate, loadEstate } from "../../lib/estate";
import { MailStack } from "../../stacks/mail-stack";
import { EXAMPLES, EXAMPLES_FOLDER, type Example } from "../examples/example";
import { readStackJson } from "../examples/published";
import { jsonOf } from "../support/synth";
import { temporaryFolder } from "../support/temp";
import { publishedAtAzure } from "./azure/published";
import { type AnsweredRecord, answeredRecords, hostedStack } from "./route53/cloudformation";

function declared(example: Example): readonly DeclaredDomain[] {
  const loaded = loadEstate(
    `${example}/estate.yaml`,
    estateFilesIn(EXAMPLES_FOLDER, `${example}/estate.yaml`),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const estate: Estate = loaded.estate;
  const result = declareEstate(estate);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.domains;
}

const lines = (records: readonly AnsweredRecord[]): readonly string[] =>
  records.map(({ name, type, ttl, data }) => `${name} ${ttl} ${type} ${data}`).sort();

/** The domain's records as Terraform would hand them to Cloudflare. */
function atCloudflare({ estate: { name, zone }, declaration }: DeclaredDomain): readonly string[] {
  const stack = new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), name);
  new MailDomain(stack, "Mail", {
    zone: CloudflareZone.fromZoneId(stack, "Zone", { zoneName: zone.name, zoneId: "0".repeat(32) }),
    declaration,
  });
  return lines(readStackJson(name, JSON.stringify(jsonOf(stack))).records);
}

/** The domain's records as CloudFormation would hand them to Route 53. */
function atRoute53({ estate: { name, zone }, declaration, kept }: DeclaredDomain): readonly string[] {
  const source = { by: "id", id: "Z0423512YUPB93QHZ0IX" } as const;
  const choice = { host: "route53", name: zone.name, source, declaredBy: name } as const;
  const stack = hostedStack({ estate: { name, zone: choice, import: {} }, declaration, kept });
  return lines(answeredRecords(Template.fromStack(stack)));
}

/** What Azure DNS or its provider has no place for, as said where it is declared. */
const isRefused = (record: DnsRecord) => recordFaults(record, record.name).length > 0;

/** The domain's records as Terraform would hand them to Azure DNS, without those that it has no place for. */
function atAzure({ estate: { zone }, declaration }: DeclaredDomain): readonly string[] {
  const stack = new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), declaration.domain);
  const azure = AzureZone.fromZoneName(stack, "Zone", { zoneName: zone.name, resourceGroup: "dns" });
  new MailDomain(stack, "Mail", {
    zone: {
      zoneName: azure.zoneName,
      add: (scope, id, record, after) =>
        isRefused(record) ? new Construct(scope, id) : azure.add(scope, id, record, after),
      servePolicy: (scope, id) => new Construct(scope, id),
    },
    declaration,
  });
  return lines(publishedAtAzure(jsonOf(stack)));
}

describe.each(EXAMPLES)("the domains of the %s example", (example) => {
  test("have the same records at Route 53 as at Cloudflare, value for value", () => {
    const domains = declared(example);
    expect(domains.length).toBeGreaterThan(0);
    for (const domain of domains) expect(atRoute53(domain)).toEqual(atCloudflare(domain));
  });

  test("have the same records at Azure DNS, value for value, but the null MX and TLSA", () => {
    for (const domain of declared(example)) {
      const elsewhere = atCloudflare(domain).filter((line) => !/ (?:MX 0 \.|TLSA .*)$/.test(line));
      expect(atAzure(domain)).toEqual(elsewhere);
    }
  });
});
