import { domainsOfKind } from "../../stacks/stack-makers";
import { cloudflareStack } from "../support/domain-stacks";
import { declaredBy } from "../support/estate";
import { M365 } from "../support/m365-schema";
import { providerSchemas, schemaProblems } from "../support/schema-check";
import { jsonOf, recordsOf, type Synthesized } from "../support/synth";

const GUID = "11111111-1111-4111-8111-111111111111";
const ZONE = "zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } }";

/** The stack of contoso.com, whose entry is given, in a tenant with or without managed Exchange. */
function stackOf(
  entry: string,
  exchange: `exchange: managed${string}` | "" = "exchange: managed",
): Synthesized {
  const { estate, domains } = declaredBy(`version: 1
defaults: { dmarc: { rua: ["mailto:dmarc@contoso.com"] } }
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2026-07-01
    tenantId: ${GUID}
    ${exchange}
  fabrikam: { initialDomain: fabrikam.onmicrosoft.us, cloud: gcc-high, exchange: managed }
domains:
  contoso.com:
    tenant: contoso
    ${ZONE}
${entry
  .trim()
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
`);
  const [domain] = domainsOfKind("terraform", domains);
  if (!domain) throw new Error("no domain");
  const json = jsonOf(cloudflareStack(domain, estate.state));
  expect(schemaProblems(json, M365, providerSchemas("cloudflare-5.14.0"))).toEqual([]);
  return json;
}

const ONLINE = "profile: exchange-online";
const HYBRID = `profile: eop-onpremises
onPremises: { smartHost: smtp.contoso.com, egress: [192.0.2.25] }`;

const resourceOf = (json: Synthesized, address: string) => {
  const [type = "", name = ""] = address.split(".");
  return json.resource?.[type]?.[name];
};

test("a managed tenant's MX host is Microsoft's own, and need not be known, nor is it where a day is given", () => {
  const host = "contoso.com MX 0 ${data.m365_domain_service_records.MicrosoftRecords.mx_host}";
  expect(recordsOf(stackOf(`${ONLINE}\nmx: { addedBefore: 2026-07-01 }`)).Mx).toBe(host);
  expect(recordsOf(stackOf(`${ONLINE}\nmx: auto`)).Mx).toBe(host);
});

test("MX host and DKIM targets are what Microsoft says; everything else is as it was", () => {
  const records = recordsOf(stackOf(ONLINE));
  const { Mx, DkimSelector1, DkimSelector2, ...rest } = records;
  expect({ Mx, DkimSelector1, DkimSelector2 }).toEqual({
    Mx: "contoso.com MX 0 ${data.m365_domain_service_records.MicrosoftRecords.mx_host}",
    DkimSelector1:
      "selector1._domainkey.contoso.com CNAME ${m365_dkim_signing_config.DkimKeys.selector1_cname}",
    DkimSelector2:
      "selector2._domainkey.contoso.com CNAME ${m365_dkim_signing_config.DkimKeys.selector2_cname}",
  });
  const unmanaged = recordsOf(stackOf(ONLINE, ""));
  expect(Object.keys(records)).toEqual(Object.keys(unmanaged));
  expect(unmanaged).toMatchObject(rest);
});

test("signing is switched on once the CNAMEs are published and seen", () => {
  const json = stackOf(ONLINE);
  expect(resourceOf(json, "m365_dkim_signing_config.DkimKeys")).toEqual({
    domain: "contoso.com",
    key_size: 2048,
    provider: "m365",
  });
  expect(resourceOf(json, "m365_dns_propagation.DkimPublished")?.depends_on).toEqual([
    "cloudflare_dns_record.DkimSelector1",
    "cloudflare_dns_record.DkimSelector2",
  ]);
  expect(resourceOf(json, "m365_dkim_signing.DkimSigning")).toEqual({
    domain: "${m365_dkim_signing_config.DkimKeys.domain}",
    depends_on: ["m365_dns_propagation.DkimPublished"],
    provider: "m365",
  });
});

test("the provider is told tenant and cloud, and no credential", () => {
  expect(stackOf(ONLINE).provider).toEqual({
    cloudflare: [{}],
    m365: [{ environment: "public", tenant_id: GUID }],
  });
});

test("without managed Exchange the stack knows no provider m365", () => {
  const json = JSON.stringify(stackOf(ONLINE, ""));
  expect(json).not.toContain("m365_");
  expect(json).not.toContain("cdktf-mail-hygiene/m365");
});

test("what the estate says of MX and selectors stays", () => {
  const json = stackOf(`${ONLINE}
mx: { host: mx1.contoso.net, priority: 10 }
dkim: { partition: n }`);
  const unmanaged = stackOf(
    `${ONLINE}\nmx: { host: mx1.contoso.net, priority: 10 }\ndkim: { partition: n }`,
    "",
  );
  expect(recordsOf(json)).toEqual(recordsOf(unmanaged));
  expect(json.data).toBeUndefined();
  // Signing is Exchange's business all the same.
  expect(resourceOf(json, "m365_dkim_signing.DkimSigning")).toBeDefined();
});

test("in front of premises the MX comes after a connector that has delivered", () => {
  const json = stackOf(HYBRID);
  expect(resourceOf(json, "m365_outbound_connector.ToPremises")).toEqual({
    name: "contoso.com to premises",
    connector_type: "OnPremises",
    recipient_domains: ["contoso.com"],
    use_mx_record: false,
    smart_hosts: ["smtp.contoso.com"],
    tls_settings: "CertificateValidation",
    validation_recipients: ["postmaster@contoso.com"],
    provider: "m365",
  });
  expect(resourceOf(json, "cloudflare_dns_record.Mx")?.depends_on).toEqual([
    "m365_outbound_connector.ToPremises",
  ]);
});

test("in front of premises the MX host and the DKIM targets are Microsoft's too", () => {
  expect(recordsOf(stackOf(HYBRID))).toMatchObject({
    Mx: "contoso.com MX 0 ${data.m365_domain_service_records.MicrosoftRecords.mx_host}",
    DkimSelector1:
      "selector1._domainkey.contoso.com CNAME ${m365_dkim_signing_config.DkimKeys.selector1_cname}",
    DkimSelector2:
      "selector2._domainkey.contoso.com CNAME ${m365_dkim_signing_config.DkimKeys.selector2_cname}",
  });
});

test("the estate says whose certificate counts, which mailbox proves the way, and how the premises are known", () => {
  const hybrid = (more: string) =>
    stackOf(`profile: eop-onpremises
onPremises: { smartHost: smtp.contoso.com, egress: [192.0.2.25], ${more} }`);
  const byName = hybrid(
    "smartHostCertificate: { name: '*.contoso.com' }, validationMailbox: test@contoso.com, fromPremises: { certificate: mail.contoso.com }",
  );
  expect(resourceOf(byName, "m365_outbound_connector.ToPremises")).toMatchObject({
    tls_settings: "DomainValidation",
    tls_domain: "*.contoso.com",
    validation_recipients: ["test@contoso.com"],
  });
  expect(resourceOf(byName, "m365_inbound_connector.FromPremises")).toEqual({
    name: "contoso.com from premises",
    connector_type: "OnPremises",
    sender_domains: ["contoso.com"],
    require_tls: true,
    tls_sender_certificate_name: "mail.contoso.com",
    provider: "m365",
  });
  const byAddress = hybrid("smartHostCertificate: encryption, fromPremises: { addresses: [192.0.2.0/24] }");
  expect(resourceOf(byAddress, "m365_outbound_connector.ToPremises")).toMatchObject({
    tls_settings: "EncryptionOnly",
  });
  expect(resourceOf(byAddress, "m365_inbound_connector.FromPremises")).toMatchObject({
    sender_ip_addresses: ["192.0.2.0/24"],
  });
  expect(stackOf(HYBRID).resource?.m365_inbound_connector).toBeUndefined();
});

test("the estate names the connectors, and says what happens to recipients that Exchange does not know", () => {
  const json = stackOf(`profile: eop-onpremises
onPremises: { smartHost: smtp.contoso.com, egress: [192.0.2.25], acceptedDomain: internal-relay, fromPremises: { certificate: mail.contoso.com }, connectors: { toPremises: "EOP to $\{x}", fromPremises: Edge } }`);
  expect(resourceOf(json, "m365_outbound_connector.ToPremises")?.name).toBe("EOP to $${x}");
  expect(resourceOf(json, "m365_inbound_connector.FromPremises")?.name).toBe("Edge");
  expect(resourceOf(json, "m365_accepted_domain.AcceptedDomain")).toEqual({
    domain: "contoso.com",
    domain_type: "InternalRelay",
    provider: "m365",
  });
  expect(resourceOf(json, "cloudflare_dns_record.Mx")?.depends_on).toEqual([
    "m365_outbound_connector.ToPremises",
    "m365_accepted_domain.AcceptedDomain",
  ]);
});

test("before anything is Microsoft's, the stack has no provider for it", () => {
  const json = stackOf(HYBRID.replace("eop-onpremises", "on-premises"));
  expect(recordsOf(json).Mx).toBe("contoso.com MX 0 smtp.contoso.com");
  expect(Object.keys(json.provider ?? {})).toEqual(["cloudflare"]);
});

test("a domain is added to its tenant, proven and verified before anything is asked of Exchange", () => {
  const json = stackOf(
    `${HYBRID}
subdomains: { news: { profile: exchange-online } }`,
    "exchange: managed\n    domains: managed",
  );
  expect(resourceOf(json, "m365_domain.TenantDomain")).toEqual({
    domain: "contoso.com",
    provider: "m365",
    lifecycle: {
      postcondition: [
        {
          condition: "${self.verification_txt != null}",
          error_message: expect.stringContaining("Declare that domain in the estate too"),
        },
      ],
    },
  });
  expect(recordsOf(json).TenantProof).toBe('contoso.com TXT "${m365_domain.TenantDomain.verification_txt}"');
  expect(resourceOf(json, "m365_verified_domain.TenantVerified")).toEqual({
    domain: "${m365_domain.TenantDomain.domain}",
    depends_on: ["cloudflare_dns_record.TenantProof"],
    provider: "m365",
  });
  const verified = ["m365_verified_domain.TenantVerified"];
  for (const address of ["m365_outbound_connector.ToPremises", "m365_dkim_signing_config.DkimKeys"])
    expect(resourceOf(json, address)?.depends_on).toEqual(verified);
  expect(json.data?.m365_domain_service_records?.MicrosoftRecords?.depends_on).toEqual(verified);
  // Below it: no proof, and after it.
  expect(resourceOf(json, "m365_domain.news__TenantDomain")).toEqual({
    domain: "news.contoso.com",
    provider: "m365",
    depends_on: verified,
  });
  expect(recordsOf(json)).not.toHaveProperty("news__TenantProof");
});

test("an MX that the estate names waits for the connector too", () => {
  const json = stackOf(`${HYBRID}
mx: [{ host: mx1.contoso.net, priority: 10 }, { host: mx2.contoso.net, priority: 20 }]`);
  expect(resourceOf(json, "cloudflare_dns_record.Mx")?.depends_on).toEqual([
    "m365_outbound_connector.ToPremises",
  ]);
  const [second] = Object.entries(json.resource?.cloudflare_dns_record ?? {}).filter(
    ([, { content }]) => content === "mx2.contoso.net",
  );
  expect(second?.[1].depends_on).toEqual(["cloudflare_dns_record.Mx"]);
});

test("premises without a smart host are refused where Exchange is managed, and only there", () => {
  const entry = "profile: eop-onpremises\nonPremises: { egress: [192.0.2.25] }";
  expect(() => stackOf(entry)).toThrow("managed Exchange needs the host that EOP hands mail to");
  expect(() => stackOf(entry, "")).not.toThrow();
  expect(() => stackOf("profile: eop-onpremises")).toThrow();
});

test("a policy that would not cover Microsoft's host fails the plan", () => {
  const json = stackOf(`${ONLINE}
mtaSts: { mode: enforce, mx: ["contoso-com.mail.protection.outlook.com", "*.n-v1.mx.microsoft"] }`);
  const { lifecycle } = json.data?.m365_domain_service_records?.MicrosoftRecords ?? {};
  expect(lifecycle).toEqual({
    postcondition: [
      {
        condition:
          '${can(regex("^(?:contoso-com[.]mail[.]protection[.]outlook[.]com|[^.]+[.]n-v1[.]mx[.]microsoft)$", self.mx_host))}',
        error_message: expect.stringContaining("Microsoft wants another MX host (${self.mx_host})"),
      },
    ],
  });
});

test("DKIM targets that are not Microsoft's fail at once, instead of being waited for", () => {
  const json = stackOf(`${ONLINE}\ndkim: { partition: n }`);
  const { lifecycle } = json.resource?.m365_dkim_signing_config?.DkimKeys ?? {};
  expect(lifecycle).toEqual({
    postcondition: [
      {
        condition:
          '${lower(self.selector1_cname) == "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft" && lower(self.selector2_cname) == "selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft"}',
        error_message: expect.stringContaining(
          "are not Microsoft's: ${self.selector1_cname}, ${self.selector2_cname}",
        ),
      },
    ],
  });
  expect(stackOf(ONLINE).resource?.m365_dkim_signing_config?.DkimKeys?.lifecycle).toBeUndefined();
});

test("subdomains have their own chain, in their own tenant", () => {
  const json = stackOf(`${ONLINE}
subdomains:
  news: { profile: exchange-online, tenant: fabrikam }
  shop: { profile: send-only, tenant: contoso, spf: { include: [_spf.example.net] } }`);
  expect(json.provider?.m365).toEqual([
    { environment: "public", tenant_id: GUID },
    { alias: "tenant-fabrikam", environment: "usgovernmentl4" },
  ]);
  expect(recordsOf(json).news__Mx).toBe(
    "news.contoso.com MX 0 ${data.m365_domain_service_records.news__MicrosoftRecords.mx_host}",
  );
  expect(resourceOf(json, "m365_dns_propagation.news__DkimPublished")).toMatchObject({
    depends_on: ["cloudflare_dns_record.news__DkimSelector1", "cloudflare_dns_record.news__DkimSelector2"],
    provider: "m365.tenant-fabrikam",
  });
  expect(Object.keys(json.resource?.m365_dkim_signing ?? {}).sort()).toEqual([
    "DkimSigning",
    "news__DkimSigning",
  ]);
});
