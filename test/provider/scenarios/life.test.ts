import { type Scenario, scenario } from "./scenario";

// One domain's whole Exchange side, led through every step of a resource's life in one folder. The tests follow one
// another; what is particular to a resource is in its own test.

const TARGET = (selector: number) =>
  `selector${selector}-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft`;
const selectorName = (selector: number) => `selector${selector}._domainkey.contoso.com`;

interface Settings {
  readonly keySize: number;
  readonly timeout: number;
  readonly subdomains: boolean;
  readonly comment: string;
}

/** All names come out of another resource, so that none is known while the first plan is made. */
const everything = ({ keySize, timeout, subdomains, comment }: Settings) => `
resource "terraform_data" "domain" {
  input = "contoso.com"
}
locals {
  domain = terraform_data.domain.output
}
resource "m365_accepted_domain" "x" {
  domain            = local.domain
  domain_type       = "InternalRelay"
  match_sub_domains = ${subdomains}
}
resource "m365_dkim_signing_config" "x" {
  domain   = local.domain
  key_size = ${keySize}
}
resource "m365_dns_propagation" "x" {
  records = [
    { name = "selector1._domainkey.\${local.domain}", type = "CNAME", values = [m365_dkim_signing_config.x.selector1_cname] },
    { name = "selector2._domainkey.\${local.domain}", type = "CNAME", values = [m365_dkim_signing_config.x.selector2_cname] },
  ]
  authoritative_servers = ["${world.nameServer.address}"]
  timeout               = ${timeout}
}
resource "m365_dkim_signing" "x" {
  domain     = m365_dkim_signing_config.x.domain
  timeout    = ${timeout}
  depends_on = [m365_dns_propagation.x]
}
resource "m365_inbound_connector" "x" {
  name                = "From \${local.domain}"
  connector_type      = "OnPremises"
  sender_domains      = [local.domain]
  sender_ip_addresses = ["192.0.2.25"]
  comment             = "${comment}"
}
resource "m365_outbound_connector" "x" {
  name                  = "To \${local.domain}"
  connector_type        = "OnPremises"
  recipient_domains     = [local.domain]
  use_mx_record         = false
  smart_hosts           = ["smtp.\${local.domain}"]
  tls_settings          = "CertificateValidation"
  validation_recipients = ["postmaster@\${local.domain}"]
  comment               = "${comment}"
}
`;

const FIRST: Settings = { keySize: 2048, timeout: 60, subdomains: false, comment: "mail" };
const TYPES = [
  "m365_accepted_domain",
  "m365_dkim_signing",
  "m365_dkim_signing_config",
  "m365_dns_propagation",
  "m365_inbound_connector",
  "m365_outbound_connector",
];
const each = (action: string) => Object.fromEntries(TYPES.map((type) => [`${type}.x`, action]));

let world: Scenario;

beforeAll(async () => {
  world = await scenario("contoso.com");
  world.emulator.dns.appearAfter("contoso.com", 0);
  for (const selector of [1, 2]) world.nameServer.serve(selectorName(selector), "CNAME", [TARGET(selector)]);
});

afterAll(() => world.close());

const rows = () => {
  const { acceptedDomains, dkim, inboundConnectors, outboundConnectors } = world.emulator.state;
  return {
    accepted: acceptedDomains.get("contoso.com"),
    dkim: dkim.get("contoso.com"),
    inbound: inboundConnectors.get("From contoso.com"),
    outbound: outboundConnectors.get("To contoso.com"),
  };
};

/** A rotation takes days; here it is over. */
const rotated = () => Object.assign(rows().dkim, { RotateOnDate: "2026-01-01T00:00:00Z" });

test("every resource is planned while what it is made from is not known, and made", async () => {
  const { workspace, emulator } = world;
  workspace.configure(everything(FIRST));
  expect(await workspace.actions()).toEqual({ ...each("create"), "terraform_data.domain": "create" });
  expect(emulator.control.log).toEqual([]);
  await workspace.ok("apply", "-auto-approve");
  expect(rows()).toMatchObject({
    accepted: { DomainType: "InternalRelay" },
    dkim: { Enabled: true, Selector1KeySize: 2048 },
    inbound: { SenderIPAddresses: ["192.0.2.25"] },
    outbound: { IsValidated: true, SmartHosts: ["smtp.contoso.com"] },
  });
});

test("once made, nothing is planned", async () => {
  expect(await world.workspace.actions()).toEqual({});
});

test("drift in each is found, shown as what it is, and fixed", async () => {
  const { workspace, nameServer } = world;
  Object.assign(rows().accepted, { DomainType: "Authoritative" });
  Object.assign(rows().dkim, { Enabled: false, Selector1KeySize: 1024 });
  Object.assign(rows().inbound, { Enabled: false });
  Object.assign(rows().outbound, { SmartHosts: ["203.0.113.9"], IsValidated: false });
  nameServer.serve(selectorName(2), "CNAME", ["selector2.example.net"]);
  expect(await workspace.actions()).toEqual({
    ...each("update"),
    "m365_dkim_signing.x": "create",
    "m365_dns_propagation.x": "create",
  });
  nameServer.serve(selectorName(2), "CNAME", [TARGET(2)]);
  await workspace.ok("apply", "-auto-approve");
  expect(rows()).toMatchObject({
    accepted: { DomainType: "InternalRelay" },
    dkim: { Enabled: true, SelectorAfterRotateOnDate: "selector2", Selector2KeySize: 2048 },
    inbound: { Enabled: true },
    outbound: { SmartHosts: ["smtp.contoso.com"], IsValidated: true },
  });
  expect(await workspace.actions()).toEqual({});
});

test("what can change in place does", async () => {
  const { workspace } = world;
  rotated();
  const guids = [rows().inbound.Guid, rows().outbound.Guid];
  workspace.configure(everything({ keySize: 1024, timeout: 90, subdomains: true, comment: "moved" }));
  expect(await workspace.actions()).toEqual(each("update"));
  await workspace.ok("apply", "-auto-approve");
  expect(rows()).toMatchObject({
    accepted: { MatchSubDomains: true },
    dkim: { Enabled: true, Selector1KeySize: 1024 },
    inbound: { Comment: "moved" },
    outbound: { Comment: "moved" },
  });
  expect([rows().inbound.Guid, rows().outbound.Guid]).toEqual(guids);
  expect(await workspace.actions()).toEqual({});
});

test("each can be replaced, dependents first and last", async () => {
  const { workspace } = world;
  const guids = [rows().inbound.Guid, rows().outbound.Guid];
  const replace = TYPES.map((type) => `-replace=${type}.x`);
  expect(await workspace.actions(...replace)).toEqual(each("delete,create"));
  await workspace.ok("apply", "-auto-approve", ...replace);
  expect(rows().inbound.Guid).not.toBe(guids[0]);
  expect(rows().outbound.Guid).not.toBe(guids[1]);
  expect(rows().dkim).toMatchObject({ Enabled: true, Selector1KeySize: 1024, Selector2KeySize: 1024 });
  expect(await workspace.actions()).toEqual({});
});

test("another domain replaces what is bound to one", async () => {
  const { workspace } = world;
  world.emulator.state.addDomain("fabrikam.com");
  workspace.configure(everything(FIRST).replace('input = "contoso.com"', 'input = "fabrikam.com"'));
  expect(await workspace.actions()).toEqual({
    ...each("delete,create"),
    "m365_dns_propagation.x": "update",
    "m365_inbound_connector.x": "update",
    "m365_outbound_connector.x": "update",
    "terraform_data.domain": "update",
  });
});

test("what was deleted outside is made again", async () => {
  const { workspace, emulator } = world;
  workspace.configure(everything(FIRST));
  const { acceptedDomains, dkim, inboundConnectors, outboundConnectors } = emulator.state;
  acceptedDomains.remove("contoso.com");
  dkim.remove("contoso.com");
  inboundConnectors.remove("From contoso.com");
  outboundConnectors.remove("To contoso.com");
  expect(await workspace.actions()).toEqual({
    ...each("create"),
    // Its records are still served; their values may change with the keys.
    "m365_dns_propagation.x": "update",
  });
  emulator.state.addDomain("contoso.com");
  await workspace.ok("apply", "-auto-approve");
  expect(rows().dkim).toMatchObject({ Enabled: true });
  expect(await workspace.actions()).toEqual({});
});

test("destroy removes what was made, and leaves the domain", async () => {
  const { workspace, emulator } = world;
  await workspace.ok("destroy", "-auto-approve");
  const { acceptedDomains, dkim, inboundConnectors, outboundConnectors } = emulator.state;
  expect(acceptedDomains.get("contoso.com")).toMatchObject({ DomainType: "InternalRelay" });
  expect([dkim.find("contoso.com"), inboundConnectors.size, outboundConnectors.size]).toEqual([
    undefined,
    0,
    0,
  ]);
});

test("what is there is taken up by import blocks, and nothing is planned after", async () => {
  const { workspace } = world;
  await workspace.apply(everything(FIRST));
  await workspace.ok("state", "rm", ...TYPES.map((type) => `${type}.x`));
  const ids: Readonly<Record<string, unknown>> = {
    m365_accepted_domain: "contoso.com",
    m365_dkim_signing_config: "contoso.com",
    m365_dkim_signing: "contoso.com",
    m365_inbound_connector: rows().inbound.Guid,
    m365_outbound_connector: "To contoso.com",
  };
  const blocks = Object.entries(ids).map(([type, id]) => `import {\n  to = ${type}.x\n  id = "${id}"\n}\n`);
  workspace.configure(everything({ ...FIRST, timeout: 900 }) + blocks.join(""));
  // A wait is nothing that could be found anywhere.
  expect(await workspace.actions()).toEqual({ "m365_dns_propagation.x": "create" });
  await workspace.ok("apply", "-auto-approve");
  expect(await workspace.actions()).toEqual({});
});
