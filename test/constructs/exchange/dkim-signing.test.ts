import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { DkimSigning } from "../../../constructs/exchange/dkim-signing";
import { M365Provider } from "../../../constructs/exchange/m365/provider";
import { MailDomain } from "../../../constructs/mail/mail-domain";
import { CloudflareZone } from "../../../hosts/cloudflare/constructs/cloudflare-zone";
import { M365 } from "../../support/m365-schema";
import { providerSchemas, schemaProblems } from "../../support/schema-check";
import { recordsOf, synthesized } from "../../support/synth";

const domain = "contoso.com";

const json = synthesized((stack) => {
  const zone = CloudflareZone.fromZoneId(stack, "Zone", {
    zoneName: domain,
    zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
  });
  new CloudflareProvider(stack, "Cloudflare");
  new M365Provider(stack, "M365");
  const signing = new DkimSigning(stack, "Signing", { domain: "Contoso.com", keySize: 1024 });
  const { selector1, selector2 } = signing;
  const mail = new MailDomain(stack, "Mail", {
    zone,
    domain,
    profile: "exchange-online",
    tenant: { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" },
    dkim: { selector1, selector2 },
  });
  const published = ["DkimSelector1", "DkimSelector2"].flatMap((role) => mail.records.get(role) ?? []);
  signing.enableAfter(published);
});

test("the CNAMEs lead to where Exchange keeps the keys", () => {
  expect(recordsOf(json)).toMatchObject({
    DkimSelector1:
      "selector1._domainkey.contoso.com CNAME ${m365_dkim_signing_config.DkimKeys.selector1_cname}",
    DkimSelector2:
      "selector2._domainkey.contoso.com CNAME ${m365_dkim_signing_config.DkimKeys.selector2_cname}",
  });
});

test("keys, CNAMEs, a wait and signing follow one another", () => {
  const { m365_dkim_signing_config, m365_dns_propagation, m365_dkim_signing } = json.resource ?? {};
  expect(m365_dkim_signing_config).toEqual({ DkimKeys: { domain, key_size: 1024 } });
  expect(m365_dns_propagation).toEqual({
    DkimPublished: {
      records: [
        {
          name: "selector1._domainkey.contoso.com",
          type: "CNAME",
          values: ["${m365_dkim_signing_config.DkimKeys.selector1_cname}"],
        },
        {
          name: "selector2._domainkey.contoso.com",
          type: "CNAME",
          values: ["${m365_dkim_signing_config.DkimKeys.selector2_cname}"],
        },
      ],
      depends_on: ["cloudflare_dns_record.DkimSelector1", "cloudflare_dns_record.DkimSelector2"],
    },
  });
  expect(m365_dkim_signing).toEqual({
    DkimSigning: {
      domain: "${m365_dkim_signing_config.DkimKeys.domain}",
      depends_on: ["m365_dns_propagation.DkimPublished"],
    },
  });
});

test("Terraform takes it, argument for argument", () => {
  expect(schemaProblems(json, M365, providerSchemas("cloudflare-5.14.0"))).toEqual([]);
});

test("a name that is none is refused", () => {
  expect(() => synthesized((stack) => new DkimSigning(stack, "Signing", { domain: "contoso..com" }))).toThrow(
    "DkimSigning contoso..com",
  );
});
