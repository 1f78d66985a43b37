import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import type { TerraformStack } from "cdktf";
import { ManagedExchange } from "../../../constructs/exchange/managed-exchange";
import { Bimi } from "../../../constructs/mail/bimi";
import { DkimSelectors } from "../../../constructs/mail/dkim-selectors";
import { DmarcPolicy, DmarcReportAuthorization } from "../../../constructs/mail/dmarc-policy";
import { EopInbound } from "../../../constructs/mail/eop-inbound";
import { MailDomain } from "../../../constructs/mail/mail-domain";
import type { MailPart, MailPartProps } from "../../../constructs/mail/mail-part";
import { MtaSts } from "../../../constructs/mail/mta-sts";
import { ParkedDomain } from "../../../constructs/mail/parked-domain";
import { ExtraRecords, SenderRecords } from "../../../constructs/mail/sender-records";
import { SpfPolicy } from "../../../constructs/mail/spf-policy";
import { TlsReporting } from "../../../constructs/mail/tls-reporting";
import { CloudflareZone } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import type { DnsName } from "../../../lib/dns/name";
import { declareDomain } from "../../../lib/domain/declare";
import { unwrap } from "../../../lib/fault";
import { resolveSender } from "../../../lib/senders";
import { providerSchemas, schemaProblems } from "../../support/schema-check";
import { recordsOf, STACKS, type Synthesized, synthesized } from "../../support/synth";

const ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";
const domain = "contoso.com";
const tenant = { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" };
const EOP = "contoso-com.mail.protection.outlook.com" as DnsName;
const CLOUDFLARE = providerSchemas("cloudflare-5.14.0");

type Build = (stack: TerraformStack, part: MailPartProps) => MailPart | MailDomain;

/** Every part as somebody uses it alone, and the records it publishes by role. */
const PARTS: readonly (readonly [name: string, build: Build, records: Readonly<Record<string, string>>])[] = [
  [
    "EopInbound",
    (stack, part) => new EopInbound(stack, "Part", { ...part, domain, tenant, autodiscover: true }),
    {
      Mx: `contoso.com MX 0 ${EOP}`,
      Autodiscover: "autodiscover.contoso.com CNAME autodiscover.outlook.com",
    },
  ],
  [
    "SpfPolicy",
    (stack, part) =>
      new SpfPolicy(stack, "Part", { ...part, domain, exists: ["%{i}._spf.%{d}"], all: "softfail" }),
    { Spf: 'contoso.com TXT "v=spf1 exists:%%{i}._spf.%%{d} ~all"' },
  ],
  [
    "DkimSelectors",
    (stack, part) =>
      new DkimSelectors(stack, "Part", { ...part, domain, tenant, selectors: { S1: { revoked: true } } }),
    {
      DkimSelector1:
        "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      DkimSelector2:
        "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
      "Dkim-s1": 's1._domainkey.contoso.com TXT "v=DKIM1; p="',
    },
  ],
  [
    "DmarcPolicy",
    (stack, part) => new DmarcPolicy(stack, "Part", { ...part, domain, policy: "reject" }),
    { Dmarc: '_dmarc.contoso.com TXT "v=DMARC1; p=reject;"' },
  ],
  [
    "DmarcReportAuthorization",
    (stack, part) =>
      new DmarcReportAuthorization(stack, "Part", { ...part, domain, acceptsReportsFrom: ["fabrikam.com"] }),
    { "DmarcReports-fabrikam.com": 'fabrikam.com._report._dmarc.contoso.com TXT "v=DMARC1;"' },
  ],
  [
    "MtaSts",
    (stack, part) =>
      new MtaSts(stack, "Part", { ...part, domain, mode: "testing", mxHosts: [EOP], hosting: "external" }),
    { MtaSts: '_mta-sts.contoso.com TXT "v=STSv1; id=0bd0460a3e76e5387a85d63e45413fce;"' },
  ],
  [
    "TlsReporting",
    (stack, part) => new TlsReporting(stack, "Part", { ...part, domain, rua: ["mailto:tls@contoso.com"] }),
    { TlsRpt: '_smtp._tls.contoso.com TXT "v=TLSRPTv1; rua=mailto:tls@contoso.com;"' },
  ],
  [
    "Bimi",
    (stack, part) => new Bimi(stack, "Part", { ...part, domain, logo: "https://contoso.com/logo.svg" }),
    { Bimi: 'default._bimi.contoso.com TXT "v=BIMI1; l=https://contoso.com/logo.svg;"' },
  ],
  [
    "ParkedDomain",
    (stack, part) => new ParkedDomain(stack, "Part", { ...part, domain, revokeDkim: true }),
    {
      Mx: "contoso.com MX 0 .",
      Spf: 'contoso.com TXT "v=spf1 -all"',
      Dmarc: '_dmarc.contoso.com TXT "v=DMARC1; p=reject; sp=reject;"',
      DkimRevoked: '*._domainkey.contoso.com TXT "v=DKIM1; p="',
    },
  ],
  [
    "SenderRecords",
    (stack, part) => {
      const use = { sendgrid: { selectors: ["s1", "s2"], account: "u1234.wl001" } };
      const senders = [unwrap("sendgrid", resolveSender(use, domain as DnsName))];
      return new SenderRecords(stack, "Part", { ...part, domain, senders });
    },
    {
      "Dkim-s1": "s1._domainkey.contoso.com CNAME s1.domainkey.u1234.wl001.sendgrid.net",
      "Dkim-s2": "s2._domainkey.contoso.com CNAME s2.domainkey.u1234.wl001.sendgrid.net",
    },
  ],
  [
    "ExtraRecords",
    (stack, part) =>
      new ExtraRecords(stack, "Part", {
        ...part,
        domain,
        records: {
          caa: { type: "CAA", flags: 128, tag: "issue", value: "letsencrypt.org" },
          dane: {
            type: "TLSA",
            name: "_25._tcp.mx",
            usage: 3,
            selector: 1,
            matchingType: 1,
            certificate: "AB12".repeat(16),
          },
          text: { type: "TXT", value: 'a "quoted" \\ ${text}' },
          www6: { type: "AAAA", name: "www", address: "2001:DB8::1" },
        },
      }),
    {
      "Record-caa": 'contoso.com CAA {"flags":128,"tag":"issue","value":"letsencrypt.org"}',
      "Record-dane": `_25._tcp.mx.contoso.com TLSA {"certificate":"${"ab12".repeat(16)}","matching_type":1,"selector":1,"usage":3}`,
      "Record-text": 'contoso.com TXT "a \\"quoted\\" \\\\ $${text}"',
      "Record-www6": "www.contoso.com AAAA 2001:db8::1",
    },
  ],
  [
    "MailDomain",
    (stack, part) => new MailDomain(stack, "Part", { ...part, domain, profile: "receive-only", tenant }),
    {
      Mx: `contoso.com MX 0 ${EOP}`,
      Spf: 'contoso.com TXT "v=spf1 -all"',
      Dmarc: '_dmarc.contoso.com TXT "v=DMARC1; p=reject;"',
    },
  ],
];

function alone(
  build: Build,
  Stack: (typeof STACKS)[keyof typeof STACKS],
): { json: Synthesized; roles: string[] } {
  let roles: string[] = [];
  const json = synthesized((stack) => {
    new CloudflareProvider(stack, "Cloudflare");
    const zone = CloudflareZone.fromZoneId(stack, "Zone", { zoneName: domain, zoneId: ZONE_ID });
    roles = [...build(stack, { zone }).records.keys()];
  }, Stack);
  return { json, roles };
}

describe.each(PARTS)("%s alone", (_, build, expected) => {
  test("in a mail stack publishes its records under their roles", () => {
    const { json, roles } = alone(build, STACKS.MailStack);
    expect(recordsOf(json)).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([role, record]) => [role.replaceAll(".", "_"), record]),
      ),
    );
    expect(roles).toEqual(Object.keys(expected));
    expect(schemaProblems(json, CLOUDFLARE)).toEqual([]);
  });

  test("in a plain cdktf stack publishes the same records, right for the provider", () => {
    const { json } = alone(build, STACKS.TerraformStack);
    expect(Object.values(recordsOf(json)).sort()).toEqual(Object.values(expected).sort());
    expect(schemaProblems(json, CLOUDFLARE)).toEqual([]);
  });

  test("publishes unproxied, in the zone, with the default TTL", () => {
    const { json } = alone(build, STACKS.MailStack);
    for (const record of Object.values(json.resource?.cloudflare_dns_record ?? {})) {
      expect(record).toMatchObject({ zone_id: ZONE_ID, proxied: false, ttl: 3600 });
    }
  });
});

describe("faults of a construct", () => {
  const build = (make: (part: MailPartProps, stack: TerraformStack) => void) => () =>
    synthesized((stack) => {
      make({ zone: CloudflareZone.fromZoneId(stack, "Zone", { zoneName: domain, zoneId: ZONE_ID }) }, stack);
    });

  test("are thrown all at once, with what is made and for which domain", () => {
    expect(
      build((part, stack) => new SpfPolicy(stack, "Spf", { ...part, domain, ip4: ["1.2.3", "1.2.3.4/33"] })),
    ).toThrow(
      `SpfPolicy contoso.com: 2 faults
  - ip4[0]: not an IPv4 address, got "1.2.3"; expected four numbers such as 192.0.2.1
  - ip4[1]: malformed ip4 CIDR length, got "33"; expected a number from 0 to 32 without leading zeros`,
    );
  });

  test("of a whole mail domain hold those of its parts, its subdomains and between its records", () => {
    expect(
      build(
        (part, stack) =>
          new MailDomain(stack, "Mail", {
            ...part,
            domain,
            profile: "parked",
            records: { spf: { type: "TXT", value: "v=spf1 mx -all" } },
          }),
      ),
    ).toThrow(
      'MailDomain contoso.com: profile: 2 SPF records at contoso.com: receivers then have none, got "v=spf1 -all", "v=spf1 mx -all"; expected one SPF record at a name; merge them into one; beside it: records.spf',
    );
  });

  test("of managed Exchange tell that nothing of it is done there, at the domain and below it", () => {
    const tenant = {
      initialDomain: "contoso.onmicrosoft.com",
      domainsAddedBefore: "2025-05-01",
      exchange: {},
    } as const;
    const options = { domain, profile: "exchange-online", tenant } as const;
    const subdomains = { news: { profile: "receive-only", tenant } } as const;
    const REASON =
      "nothing is managed at Exchange Online here; expected a tenant without exchange; leave exchange out, or declare the domain by declareDomain: DomainStack publishes that, or MailDomain in the zone of a ManagedExchange";
    expect(
      build((part, stack) => new MailDomain(stack, "Mail", { ...part, ...options, subdomains })),
    ).toThrow(
      `MailDomain contoso.com: 2 faults\n  - tenant.exchange: ${REASON}\n  - subdomains.news.tenant.exchange: ${REASON}`,
    );
    expect(build((part, stack) => new EopInbound(stack, "Inbound", { ...part, domain, tenant }))).toThrow(
      `EopInbound contoso.com: tenant.exchange: ${REASON}`,
    );
    expect(build((part, stack) => new DkimSelectors(stack, "Dkim", { ...part, domain, tenant }))).toThrow(
      `DkimSelectors contoso.com: tenant.exchange: ${REASON}`,
    );
    const declaration = unwrap("contoso.com", declareDomain(options));
    expect(build(({ zone }, stack) => new MailDomain(stack, "Mail", { zone, declaration }))).toThrow(
      "MailDomain contoso.com: zone: the Exchange side of the domain is declared as managed, and nothing manages it in this zone; expected the zone of a ManagedExchange with the same declaration, as DomainStack has it",
    );
    expect(
      build(({ zone }, stack) => {
        const exchange = new ManagedExchange(stack, "Exchange", { zone, declaration });
        const mail = new MailDomain(stack, "Mail", { zone: exchange.zone, declaration });
        exchange.enableSigning(mail);
      }),
    ).not.toThrow();
  });

  test("a record outside the zone is refused before anything is made of it", () => {
    expect(build((part, stack) => new SpfPolicy(stack, "Spf", { ...part, domain: "fabrikam.com" }))).toThrow(
      "zone contoso.com: fabrikam.com lies outside the zone; expected contoso.com or a name below it",
    );
    expect(
      build((part, stack) => new SpfPolicy(stack, "Spf", { ...part, domain: "notcontoso.com" })),
    ).toThrow("zone contoso.com: notcontoso.com lies outside the zone");
  });
});
