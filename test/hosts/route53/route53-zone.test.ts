import { Match } from "aws-cdk-lib/assertions";
import { CfnParameter, RemovalPolicy, type Stack } from "aws-cdk-lib/core";
import fc from "fast-check";
import { MailDomain, type MailDomainProps } from "../../../constructs/mail/mail-domain";
import { SpfPolicy } from "../../../constructs/mail/spf-policy";
import { route53Value } from "../../../hosts/route53/constructs/route53-record";
import { Route53Zone } from "../../../hosts/route53/constructs/route53-zone";
import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { anyText } from "../../support/texts";
import { answeredRecords, templateOf } from "./cloudformation";

const zoneName = "contoso.com";
const hostedZoneId = "Z0423512YUPB93QHZ0IX";
const tenant = { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" };
const SET = "AWS::Route53::RecordSet";

const byId = (stack: Stack) => Route53Zone.fromHostedZoneId(stack, "Zone", { zoneName, hostedZoneId });

/** The template of a mail domain in a zone. */
function withMail(
  props: Omit<MailDomainProps, "zone" | "domain">,
  zone: (stack: Stack) => Route53Zone = byId,
) {
  return templateOf((stack) => {
    new MailDomain(stack, "Domain", { zone: zone(stack), domain: zoneName, ...props });
  });
}

/** The template of some records, added one by one. */
function withRecords(...records: readonly DnsRecord[]) {
  return templateOf((stack) => {
    const zone = byId(stack);
    for (const [index, record] of records.entries()) zone.add(stack, `Record-${index}`, record);
  });
}

const txt = (value: string, name = zoneName, ttl = 3600): DnsRecord => ({
  type: "TXT",
  name: name as DnsName,
  ttl,
  value,
});

describe("a record set", () => {
  test("holds all records of one name and type, of whatever part or subdomain", () => {
    const template = withMail({
      profile: "exchange-online",
      tenant,
      records: {
        verification: { type: "TXT", value: "MS=ms12345678" },
        news: { type: "TXT", name: "news", value: "news-verification=1" },
      },
      subdomains: { news: { profile: "send-only", spf: { ip4: ["192.0.2.10"] } } },
    });
    template.hasResourceProperties(SET, {
      HostedZoneId: hostedZoneId,
      Name: "contoso.com.",
      Type: "TXT",
      TTL: "3600",
      ResourceRecords: ['"MS=ms12345678"', '"v=spf1 include:spf.protection.outlook.com -all"'],
    });
    template.hasResourceProperties(SET, {
      Name: "news.contoso.com.",
      Type: "TXT",
      ResourceRecords: ['"news-verification=1"', '"v=spf1 ip4:192.0.2.10 -all"'],
    });
  });

  test("is the same whatever the order in which its records are added", () => {
    const records = [txt("b"), txt("a", zoneName, 300), txt("c")];
    const [one, other] = [withRecords(...records), withRecords(...records.toReversed())];
    expect(one.toJSON()).toEqual(other.toJSON());
    one.hasResourceProperties(SET, { ResourceRecords: ['"a"', '"b"', '"c"'], TTL: "300" });
  });

  test("keeps its logical id when its values change, and has another than every other set", () => {
    const ids = (...records: readonly DnsRecord[]) => Object.keys(withRecords(...records).findResources(SET));
    expect(ids(txt("a"))).toEqual(ids(txt("b"), txt("c", zoneName, 60)));
    const names = ["a.b", "ab", "a-b", "_a._b", "a", "b.a", "*.a", "xn--a"].map(
      (name) => `${name}.contoso.com`,
    );
    expect(new Set(ids(...names.map((name) => txt("x", name)))).size).toBe(names.length);
    expect(ids(txt("a"))).toEqual([expect.stringMatching(/^ZoneTXT[0-9A-F]{8}$/)]);
    expect(ids(txt("a", "_dmarc.contoso.com"))).toEqual([expect.stringMatching(/^ZoneTXTdmarc[0-9A-F]{8}$/)]);
  });

  test("of the null MX is a dot, of several MX a line each", () => {
    withMail({ profile: "parked" }).hasResourceProperties(SET, { Type: "MX", ResourceRecords: ["0 ."] });
    const mx = [
      { host: "mx2.contoso.net", priority: 20 },
      { host: "mx1.contoso.net", priority: 10 },
    ];
    const template = withMail({ profile: "receive-only", tenant, mx });
    template.hasResourceProperties(SET, {
      Type: "MX",
      ResourceRecords: ["10 mx1.contoso.net", "20 mx2.contoso.net"],
    });
    template.hasResource(SET, { Properties: { Type: "MX" }, DependsOn: Match.absent() });
  });

  test("refuses a second alias at one name", () => {
    const alias = (target: string): DnsRecord => ({
      type: "CNAME",
      name: "s1._domainkey.contoso.com" as DnsName,
      ttl: 60,
      target: target as DnsName,
    });
    expect(() => withRecords(alias("a.example"), alias("b.example"))).toThrow(
      "record set s1._domainkey.contoso.com: two aliases at one name, got a.example, b.example; expected one CNAME alone at its name (RFC 1034 §3.6.2)",
    );
  });
});

describe("what others have in our record sets", () => {
  const kept = (value: string, name = zoneName) =>
    templateOf((stack) => {
      const zone = byId(stack);
      zone.keep(txt(value, name));
      new SpfPolicy(stack, "Spf", { zone, domain: zoneName });
      zone.keep(txt("second"));
    });

  test("stays beside ours, and leaves the TTL to ours", () => {
    kept("google-site-verification=abc").hasResourceProperties(SET, {
      ResourceRecords: ['"google-site-verification=abc"', '"second"', '"v=spf1 -all"'],
      TTL: "3600",
    });
  });

  test("is not touched where we have no record", () => {
    kept("foreign", "www.contoso.com").resourceCountIs(SET, 1);
  });
});

describe("values", () => {
  test("a TXT of 700 bytes is cut at 255 octets and stays whole", () => {
    const value = "0123456789".repeat(70);
    const template = withRecords(txt(value));
    template.hasResourceProperties(SET, {
      ResourceRecords: [`"${value.slice(0, 255)}" "${value.slice(255, 510)}" "${value.slice(510)}"`],
    });
    expect(answeredRecords(template).map(({ data }) => data)).toEqual([value]);
  });

  test("an SPF record with macros stays as it is", () => {
    const template = withMail({
      profile: "send-only",
      spf: { exists: ["%{i}._spf.%{d}"], all: "softfail" },
    });
    template.hasResourceProperties(SET, {
      Type: "TXT",
      ResourceRecords: ['"v=spf1 exists:%{i}._spf.%{d} ~all"'],
    });
  });

  test.each([
    ['say "no" \\ twice', '"say \\"no\\" \\\\ twice"'],
    ["é", '"\\303\\251"'],
    ["", '""'],
    ["${a} `b`; 'c' ", "\"${a} `b`; 'c' \""],
  ])("%j is written %s, with octal escapes", (value, written) => {
    expect(route53Value(txt(value))).toBe(written);
  });

  test("any text is read back as it was", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (value) => {
        fc.pre(value.isWellFormed());
        expect(answeredRecords(withRecords(txt(value)))).toEqual([
          { name: zoneName, type: "TXT", ttl: 3600, data: value },
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test("CAA and TLSA are written as Route 53 wants them", () => {
    const caa: DnsRecord = {
      type: "CAA",
      name: zoneName as DnsName,
      ttl: 300,
      flags: 128,
      tag: "issue",
      value: 'ca.example; policy="ev"',
    };
    const tlsa: DnsRecord = {
      type: "TLSA",
      name: "_25._tcp.mx.contoso.com" as DnsName,
      ttl: 300,
      usage: 3,
      selector: 1,
      matchingType: 1,
      certificate: "abcdef",
    };
    const template = withRecords(caa, tlsa);
    template.hasResourceProperties(SET, { ResourceRecords: ['128 issue "ca.example; policy=\\"ev\\""'] });
    template.hasResourceProperties(SET, { ResourceRecords: ["3 1 1 abcdef"] });
  });

  test("a parameter of the stack may be a DKIM target or an MX host", () => {
    const template = templateOf((stack) => {
      const [target, host] = ["Selector1", "MxHost"].map((id) => new CfnParameter(stack, id).valueAsString);
      new MailDomain(stack, "Domain", {
        zone: byId(stack),
        domain: zoneName,
        profile: "exchange-online",
        tenant,
        mx: { host: host ?? "" },
        dkim: {
          selector1: target ?? "",
          selector2: "selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
        },
      });
    });
    template.hasResourceProperties(SET, {
      Name: "selector1._domainkey.contoso.com.",
      ResourceRecords: [{ Ref: "Selector1" }],
    });
    template.hasResourceProperties(SET, {
      Type: "MX",
      ResourceRecords: [{ "Fn::Join": ["", ["0 ", { Ref: "MxHost" }]] }],
    });
  });

  test("a parameter anywhere else is refused", () => {
    const build = () =>
      templateOf((stack) => {
        const include = [new CfnParameter(stack, "Include").valueAsString];
        new SpfPolicy(stack, "Spf", { zone: byId(stack), domain: zoneName, include });
      });
    expect(build).toThrow(
      "SpfPolicy contoso.com: include[0]: a value that is unknown at synth, got a CloudFormation reference; expected a value that is known; only MX hosts and DKIM targets may be references",
    );
  });
});

describe("a hosted zone", () => {
  test("by its name is found by CloudFormation, at each deployment", () => {
    const template = withMail({ profile: "parked" }, (stack) =>
      Route53Zone.fromZoneName(stack, "Zone", { zoneName: "Contoso.com." }),
    );
    template.allResourcesProperties(SET, { HostedZoneName: "contoso.com.", HostedZoneId: Match.absent() });
  });

  test("that is created outlives its stack, and tells its id and name servers", () => {
    const template = withMail({ profile: "parked" }, (stack) =>
      Route53Zone.create(stack, "Zone", { zoneName }),
    );
    template.hasResource("AWS::Route53::HostedZone", {
      Properties: { Name: "contoso.com." },
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
    });
    const [zone = ""] = Object.keys(template.findResources("AWS::Route53::HostedZone"));
    template.allResourcesProperties(SET, { HostedZoneId: { Ref: zone } });
    expect(Object.values(template.findOutputs("*"))).toEqual([
      { Value: { Ref: zone } },
      { Value: { "Fn::Join": [" ", { "Fn::GetAtt": [zone, "NameServers"] }] } },
    ]);
  });

  test("goes with its stack if somebody says so", () => {
    const template = withMail({ profile: "parked" }, (stack) =>
      Route53Zone.create(stack, "Zone", { zoneName, removalPolicy: RemovalPolicy.DESTROY }),
    );
    template.hasResource("AWS::Route53::HostedZone", { DeletionPolicy: "Delete" });
  });

  test("refuses names outside it, names that are not known, and texts that Route 53 does not take", () => {
    expect(() => withRecords(txt("x", "contoso.com.fabrikam.com"))).toThrow(
      "zone contoso.com: contoso.com.fabrikam.com lies outside the zone; expected contoso.com or a name below it",
    );
    expect(() =>
      templateOf((stack) => {
        const name = new CfnParameter(stack, "Name").valueAsString;
        byId(stack).add(stack, "Text", txt("x", name));
      }),
    ).toThrow("zone contoso.com: a record's name is unknown at synth");
    expect(() => withRecords(txt("k".repeat(3954)))).toThrow(
      "zone contoso.com: the TXT record at contoso.com is too long for Route 53, got 4001 characters; expected at most 4000 with quotes",
    );
    expect(() => withRecords(txt("k".repeat(3953)))).not.toThrow();
  });
});
