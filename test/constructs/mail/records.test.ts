import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { Template } from "aws-cdk-lib/assertions";
import { App as AwsApp, Stack } from "aws-cdk-lib/core";
import { App, type TerraformResource, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { MailDomain } from "../../../constructs/mail/mail-domain";
import { SpfPolicy } from "../../../constructs/mail/spf-policy";
import type { MailZone } from "../../../constructs/zone/mail-zone";
import { AzureZone } from "../../../hosts/azure/constructs/azure-zone";
import { addCloudflareZone } from "../../../hosts/cloudflare/constructs/add-zone";
import { CloudflareZone } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import { Route53Zone } from "../../../hosts/route53/constructs/route53-zone";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { declareDomain } from "../../../lib/domain/declare";
import { unwrap } from "../../../lib/fault";
import { DomainStack } from "../../../stacks/domain-stack";
import { jsonOf, STACKS, synthesized } from "../../support/synth";
import { temporaryFolder } from "../../support/temp";

// What these programs do with records is compiled with the tests: a record of a looser type would not pass.

const ZONE = { zoneName: "contoso.com", zoneId: "023e105f4ecef8ad9ca31a8372d0c353" };
const OPTIONS = {
  domain: "contoso.com",
  profile: "send-only",
  spf: { ip4: ["203.0.113.25"] },
  subdomains: { news: { profile: "send-only", spf: { ip4: ["203.0.113.26"] } } },
} as const;

describe.each(Object.entries(STACKS))("records at Cloudflare in a %s", (_, Stack) => {
  test("are what the provider's binding is: they can be depended on, referred to and overridden", () => {
    const { resource } = synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
      const mail = new MailDomain(stack, "Mail", { zone, ...OPTIONS });
      const spf: DnsRecord = mail.record("Spf");
      spf.addOverride("comment", "who may send");
      new DnsRecord(stack, "Owned", {
        zoneId: zone.zoneId,
        name: "owner.contoso.com",
        type: "TXT",
        content: '"after SPF"',
        ttl: 3600,
        comment: spf.id,
        dependsOn: [
          spf,
          new SpfPolicy(new Construct(stack, "shop"), "SpfPart", { zone, domain: "shop.contoso.com" }).record(
            "Spf",
          ),
        ],
      });
    }, Stack);
    const records = Object.values(resource?.cloudflare_dns_record ?? {});
    const named = (name: string) => records.find((one) => one.name === name);
    expect(
      records.find(({ name, content }) => name === "contoso.com" && /spf1/.test(String(content))),
    ).toMatchObject({
      comment: "who may send",
    });
    expect(named("owner.contoso.com")).toMatchObject({
      comment: expect.stringMatching(/^\$\{cloudflare_dns_record\..*Spf.*\.id\}$/),
      depends_on: [
        expect.stringMatching(/^cloudflare_dns_record\..*Spf/),
        expect.stringMatching(/^cloudflare_dns_record\.shop_.*Spf/),
      ],
    });
  });
});

test("records of a domain's own stack are those of its zone", () => {
  const app = new App({ outdir: temporaryFolder(), stackTraces: false });
  const stack = new DomainStack(app, "contoso.com", {
    declaration: unwrap("contoso.com", declareDomain(OPTIONS)),
    zone: (scope) =>
      addCloudflareZone(scope, {
        host: "cloudflare",
        name: nameOf("contoso.com"),
        declaredBy: nameOf("contoso.com"),
        source: { by: "id", id: ZONE.zoneId },
      }),
  });
  stack.mail.record("Spf").tags = ["team:mail"];
  expect(jsonOf(stack).resource?.cloudflare_dns_record?.Spf).toMatchObject({ tags: ["team:mail"] });
});

test("records at Azure DNS and Route 53 are their record sets", () => {
  const { resource } = synthesized((stack) => {
    const zone = AzureZone.fromZoneName(stack, "Zone", { zoneName: "contoso.com", resourceGroup: "rg-dns" });
    const mail = new MailDomain(stack, "Mail", { zone, ...OPTIONS });
    const set: TerraformResource = mail.record("Spf");
    set.addOverride("tags", { team: "mail" });
  });
  expect(Object.values(resource?.azurerm_dns_txt_record ?? {})).toContainEqual(
    expect.objectContaining({ name: "@", tags: { team: "mail" } }),
  );
  const stack = new Stack(new AwsApp({ outdir: temporaryFolder() }), "Contoso");
  const zone = Route53Zone.fromHostedZoneId(stack, "Zone", {
    zoneName: "contoso.com",
    hostedZoneId: "Z0423512YUPB93QHZ0IX",
  });
  const mail = new MailDomain(stack, "Mail", { zone, ...OPTIONS });
  mail.record("Spf").addPropertyOverride("Comment", "who may send");
  Template.fromStack(stack).hasResourceProperties("AWS::Route53::RecordSet", {
    Name: "contoso.com.",
    Type: "TXT",
    Comment: "who may send",
  });
});

test("records of a zone of one's own are what it answers with", () => {
  class Noted extends Construct {
    readonly ttl: number = 3600;
  }
  class MyZone extends Construct implements MailZone<Noted> {
    readonly zoneName: DnsName = nameOf("contoso.com");
    add(scope: Construct, id: string): Noted {
      return new Noted(scope, id);
    }
    servePolicy(scope: Construct, id: string): IConstruct {
      return new Construct(scope, id);
    }
  }
  const stack = new TerraformStack(new App({ outdir: temporaryFolder(), stackTraces: false }), "contoso.com");
  const mail = new MailDomain(stack, "Mail", { zone: new MyZone(stack, "Zone"), ...OPTIONS });
  expect(mail.record("Spf").ttl).toBe(3600);
  const any: MailDomain = mail;
  expect([...any.records.keys()]).toEqual(["Spf", "Dmarc", "news/Spf"]);
});

test("a role that no record has is refused, with those that there are", () => {
  synthesized((stack) => {
    const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
    const mail = new MailDomain(stack, "Mail", { zone, ...OPTIONS });
    expect(() => mail.record("spf")).toThrow(
      'MailDomain contoso.com: no record has this role, got "spf"; expected Dmarc, Spf, news/Spf; did you mean Spf?',
    );
    const spf = new SpfPolicy(new Construct(stack, "shop"), "SpfPart", { zone, domain: "shop.contoso.com" });
    expect(() => spf.record("Dmarc")).toThrow("SpfPolicy contoso.com/shop/SpfPart: no record has this role");
  });
});

function nameOf(text: string): DnsName {
  return unwrap(text, parseName(text));
}
