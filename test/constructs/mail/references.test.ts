import { Fn, TerraformVariable, Token } from "cdktf";
import { DkimSelectors } from "../../../constructs/mail/dkim-selectors";
import { EopInbound } from "../../../constructs/mail/eop-inbound";
import { MailDomain, type MailDomainProps } from "../../../constructs/mail/mail-domain";
import { MtaSts } from "../../../constructs/mail/mta-sts";
import { SpfPolicy } from "../../../constructs/mail/spf-policy";
import { CloudflareZone } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import type { DnsName } from "../../../lib/dns/name";
import { recordsOf, STACKS, synthesized } from "../../support/synth";

const ZONE = { zoneName: "contoso.com", zoneId: "023e105f4ecef8ad9ca31a8372d0c353" };
const domain = "contoso.com";
const tenant = { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" };

/** The records of a mail domain some of whose values are variables of the stack. */
function published(
  props: (variable: (name: string) => string) => Omit<MailDomainProps, "zone" | "domain">,
  Stack: (typeof STACKS)[keyof typeof STACKS] = STACKS.MailStack,
): Readonly<Record<string, string>> {
  return recordsOf(
    synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
      const variable = (name: string) => new TerraformVariable(stack, name, { type: "string" }).stringValue;
      new MailDomain(stack, "Mail", { zone, domain, ...props(variable) });
    }, Stack),
  );
}

describe.each(Object.entries(STACKS))("Terraform references in a %s", (_, Stack) => {
  test("pass as MX hosts and DKIM targets, here and in subdomains", () => {
    const records = published(
      (variable) => ({
        profile: "exchange-online",
        tenant,
        mx: { host: variable("mx"), priority: 10 },
        dkim: {
          selector1: variable("first"),
          selector2: variable("second"),
          selectors: { s1: { cname: variable("signer") } },
        },
        subdomains: { news: { profile: "receive-only", tenant, mx: [{ host: variable("news") }] } },
      }),
      Stack,
    );
    expect(Object.values(records)).toEqual(
      expect.arrayContaining([
        "contoso.com MX 10 ${var.mx}",
        "selector1._domainkey.contoso.com CNAME ${var.first}",
        "selector2._domainkey.contoso.com CNAME ${var.second}",
        "s1._domainkey.contoso.com CNAME ${var.signer}",
        "news.contoso.com MX 0 ${var.news}",
      ]),
    );
  });

  test("pass within lists beside names that are known, each at its own preference", () => {
    const records = published(
      (variable) => ({
        profile: "receive-only",
        tenant,
        mx: [
          { host: "mx.contoso.net", priority: 20 },
          { host: variable("mx"), priority: 10 },
          { host: variable("mx2"), priority: 30 },
        ],
      }),
      Stack,
    );
    expect(Object.values(records).filter((record) => record.includes(" MX "))).toEqual([
      "contoso.com MX 10 ${var.mx}",
      "contoso.com MX 20 mx.contoso.net",
      "contoso.com MX 30 ${var.mx2}",
    ]);
  });
});

test("a reference passes with the text around it", () => {
  const records = published((variable) => ({
    profile: "receive-only",
    tenant,
    mx: { host: `mx.${variable("zone")}` },
  }));
  expect(records.Mx).toBe("contoso.com MX 0 mx.${var.zone}");
});

describe("a reference anywhere else", () => {
  const refused = (props: (token: string) => Omit<MailDomainProps, "zone" | "domain">) => () =>
    published((variable) => props(variable("secret")));
  const REASON =
    "a value that is unknown at synth, got a Terraform reference; expected a value that is known; only MX hosts and DKIM targets may be references";

  test.each<[string, (token: string) => Omit<MailDomainProps, "zone" | "domain">]>([
    ["spf.ip4[1]", (token) => ({ profile: "exchange-online", tenant, spf: { ip4: ["192.0.2.1", token] } })],
    ["tenant.initialDomain", (token) => ({ profile: "exchange-online", tenant: { initialDomain: token } })],
    [
      "dmarc.rua[0]",
      (token) => ({ profile: "exchange-online", tenant, dmarc: { rua: [`mailto:${token}`] } }),
    ],
    ["dkim.partition", (token) => ({ profile: "exchange-online", tenant, dkim: { partition: token } })],
    [
      "dkim.selectors.s1.publicKey",
      (token) => ({ profile: "exchange-online", tenant, dkim: { selectors: { s1: { publicKey: token } } } }),
    ],
    [
      "mtaSts.mx[0]",
      (token) => ({ profile: "receive-only", tenant, mtaSts: { mode: "testing", mx: [token] } }),
    ],
    [
      "records.text.value",
      (token) => ({ profile: "parked", records: { text: { type: "TXT", value: token } } }),
    ],
    [
      "subdomains.news.spf.include[0]",
      (token) => ({
        profile: "parked",
        subdomains: { news: { profile: "send-only", spf: { include: [token] } } },
      }),
    ],
    [
      "mx[0].priority",
      () => ({
        profile: "receive-only",
        tenant,
        mx: [{ host: "mx.contoso.net", priority: Token.asNumber(Fn.max([1, 2])) }],
      }),
    ],
    [
      "spf.include",
      () => ({ profile: "exchange-online", tenant, spf: { include: Token.asList(Fn.split(",", "a,b")) } }),
    ],
  ])("is refused at %s", (path, props) => {
    expect(refused(props)).toThrow(`MailDomain contoso.com: ${path}: ${REASON}`);
  });

  test("is refused by a part that is used alone", () => {
    expect(() =>
      synthesized((stack) => {
        const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
        const { stringValue } = new TerraformVariable(stack, "x", {});
        new SpfPolicy(stack, "Spf", { zone, domain, include: [stringValue] });
      }),
    ).toThrow(`SpfPolicy contoso.com: include[0]: ${REASON}`);
  });

  test("is refused as the domain itself", () => {
    expect(() =>
      synthesized((stack) => {
        const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
        const { stringValue } = new TerraformVariable(stack, "x", {});
        new SpfPolicy(stack, "Spf", { zone, domain: stringValue });
      }),
    ).toThrow("domain: a value that is unknown at synth");
  });

  test("is refused as a host that an MTA-STS policy would have to name", () => {
    expect(() =>
      synthesized((stack) => {
        const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
        const { stringValue } = new TerraformVariable(stack, "mx", {});
        new MailDomain(stack, "Mail", {
          zone,
          domain,
          profile: "receive-only",
          tenant,
          mx: { host: stringValue },
          mtaSts: { mode: "testing" },
        });
      }),
    ).toThrow("mtaSts.mx: the policy would name an MX host that only Terraform knows");
    expect(() =>
      synthesized((stack) => {
        const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
        const mxHosts = [new TerraformVariable(stack, "mx", {}).stringValue as DnsName];
        new MtaSts(stack, "MtaSts", { zone, domain, mode: "testing", mxHosts });
      }),
    ).toThrow(`MtaSts contoso.com: mxHosts[0]: ${REASON}`);
  });
});

test("parts used alone take references where a mail domain does", () => {
  const records = recordsOf(
    synthesized((stack) => {
      const zone = CloudflareZone.fromZoneId(stack, "Zone", ZONE);
      const variable = (name: string) => new TerraformVariable(stack, name, {}).stringValue;
      new EopInbound(stack, "Inbound", { zone, domain, mx: { host: variable("mx") } });
      new DkimSelectors(stack, "Dkim", { zone, domain, selector1: variable("a"), selector2: variable("b") });
    }),
  );
  expect(records).toEqual({
    Mx: "contoso.com MX 0 ${var.mx}",
    DkimSelector1: "selector1._domainkey.contoso.com CNAME ${var.a}",
    DkimSelector2: "selector2._domainkey.contoso.com CNAME ${var.b}",
  });
});
