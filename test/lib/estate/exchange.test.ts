import { verifiedWith } from "../../../lib/estate/tenant-domains";
import { estateOf, problemsOf } from "./memory-files";

const GUID = "11111111-1111-4111-8111-111111111111";

const estate = (tenant: string) => `version: 1
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01${tenant} }
domains:
  contoso.com: { tenant: contoso, profile: exchange-online, zone: { cloudflare: {} }, dmarc: { rua: ["mailto:d@contoso.com"] }, subdomains: { news: { profile: receive-only } } }
`;

test("the domains of a tenant whose Exchange is managed know so, and which directory it is", () => {
  const { tenants, domains } = estateOf(estate(`, exchange: managed, tenantId: ${GUID}`));
  expect(tenants.contoso?.exchange).toBe("managed");
  expect(domains[0]?.options.tenant?.exchange).toEqual({ tenantId: GUID });
  expect(domains[0]?.options.subdomains?.news?.tenant?.exchange).toEqual({ tenantId: GUID });
});

test("domains that are added to their tenant know whether they are verified with one above them", () => {
  const text = estate(", exchange: managed, domains: managed")
    .concat(
      "  labs.contoso.com: { tenant: contoso, profile: exchange-online, zone: { cloudflare: { zoneName: contoso.com } } }\n",
    )
    .concat(
      "  my.labs.contoso.com: { tenant: contoso, profile: receive-only, zone: { cloudflare: { zoneName: contoso.com } } }\n",
    )
    .concat("  contoso.net: { tenant: contoso, profile: receive-only, zone: { cloudflare: {} } }\n");
  const { domains } = estateOf(text);
  expect(domains.map(({ name, options }) => [name, options.tenant?.exchange?.domains])).toEqual([
    ["contoso.com", "own"],
    ["contoso.net", "own"],
    ["labs.contoso.com", "below"],
    ["my.labs.contoso.com", "below"],
  ]);
  expect([...verifiedWith(domains)]).toEqual([
    ["labs.contoso.com", "contoso.com"],
    ["my.labs.contoso.com", "labs.contoso.com"],
  ]);
});

test("domains are added to no tenant whose Exchange is not managed", () => {
  expect(problemsOf(estate(", domains: managed"))).toEqual([
    "estate.yaml:3:95: tenants.contoso.domains: domains are added to a tenant only where its Exchange is managed; add exchange: managed, or leave domains out",
  ]);
});

test("without a directory id the environment names it", () => {
  const { domains } = estateOf(estate(", exchange: managed"));
  expect(domains[0]?.options.tenant?.exchange).toEqual({});
});

test("without the key nothing is managed, whatever else is known", () => {
  const { domains } = estateOf(estate(`, tenantId: ${GUID}`));
  expect(domains[0]?.options.tenant).toEqual({
    name: "contoso",
    initialDomain: "contoso.onmicrosoft.com",
    cloud: "worldwide",
    domainsAddedBefore: "2026-07-01",
  });
});

test("the premises behind EOP: certificate, mailbox and way back are read, and their wrong forms told", () => {
  const premises = (keys: string) =>
    estate(", exchange: managed").replace(
      "profile: exchange-online",
      `profile: eop-onpremises, onPremises: { smartHost: smtp.contoso.com, egress: [192.0.2.25], ${keys} }`,
    );
  const { domains } = estateOf(
    premises(
      "smartHostCertificate: { name: smtp.contoso.com }, validationMailbox: test@contoso.com, fromPremises: { addresses: [192.0.2.25] }",
    ),
  );
  expect(domains[0]?.options.onPremises).toEqual({
    smartHost: "smtp.contoso.com",
    egress: ["192.0.2.25"],
    smartHostCertificate: { name: "smtp.contoso.com" },
    validationMailbox: "test@contoso.com",
    fromPremises: { addresses: ["192.0.2.25"] },
  });
  expect(
    problemsOf(
      premises("smartHostCertificate: trust, fromPremises: mail.contoso.com, validationMailbox: ''"),
    ),
  ).toEqual([
    expect.stringMatching(/onPremises\.smartHostCertificate: .*"trust".*encryption \| trusted/),
    expect.stringMatching(/onPremises\.fromPremises: the premises are known by certificate or by address/),
    expect.stringMatching(/onPremises\.validationMailbox: empty text/),
  ]);
});

test("Exchange is managed or not: there is no other word", () => {
  expect(problemsOf(estate(", exchange: manged"))).toEqual([
    expect.stringMatching(/tenants\.contoso\.exchange: .*"manged".*managed/),
  ]);
});
