import { type Scenario, scenario } from "./scenario";

const DOMAINS = Array.from({ length: 25 }, (_, index) => `brand${index + 1}.example`);

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com", ...DOMAINS);
});

afterEach(() => world.close());

const ALL = `resource "m365_dkim_signing_config" "each" {
  for_each = toset(${JSON.stringify(DOMAINS)})
  domain   = each.key
}
resource "m365_accepted_domain" "each" {
  for_each    = toset(${JSON.stringify(DOMAINS)})
  domain      = each.key
  domain_type = "Authoritative"
}
`;

it("reads fifty resources over a handful of connections, in batches", async () => {
  const { emulator, workspace } = world;
  await workspace.apply(ALL);
  const [requests, connections] = [emulator.control.log.length, emulator.connections("exchange")];
  expect(await workspace.actions()).toEqual({});
  expect(emulator.control.log.length - requests).toBeLessThan(25);
  expect(emulator.connections("exchange") - connections).toBeLessThanOrEqual(4);
});

it("outlasts a storm of 429, and makes nothing twice", async () => {
  const { emulator, workspace } = world;
  emulator.control.throttle(10, "7");
  await workspace.apply(ALL);
  expect(emulator.state.dkim.size).toBe(25);
  expect(await workspace.actions()).toEqual({});
});

it("signs in again when the token expires in mid-apply", async () => {
  const { emulator, workspace } = world;
  let before = 0;
  const timer = setInterval(() => {
    if (emulator.state.dkim.size < 5) return;
    clearInterval(timer);
    before = emulator.login.tokens.length;
    emulator.login.expireTokens();
  }, 1);
  await workspace.apply(ALL);
  clearInterval(timer);
  expect(before).toBeGreaterThan(0);
  expect(emulator.login.tokens.length).toBeGreaterThan(before);
  expect(emulator.state.dkim.size).toBe(25);
});

it("plans while the provider's own configuration is not known", async () => {
  const { emulator, workspace } = world;
  workspace.configure(`resource "terraform_data" "tenant" {
  input = "${emulator.application.tenantId}"
}
provider "m365" {
  tenant_id = terraform_data.tenant.output
}
resource "m365_inbound_connector" "premises" {
  name                        = "From the premises"
  connector_type              = "OnPremises"
  sender_domains              = ["contoso.com"]
  tls_sender_certificate_name = "mail.contoso.com"
}
`);
  expect(await workspace.actions()).toEqual({
    "m365_inbound_connector.premises": "create",
    "terraform_data.tenant": "create",
  });
  expect(emulator.control.log).toEqual([]);
  await workspace.ok("apply", "-auto-approve");
  expect(emulator.state.inboundConnectors.size).toBe(1);
});

it("shows Microsoft's words when the sign-in is refused, and never the secret", async () => {
  const { workspace, refused } = world;
  workspace.configure(`provider "m365" {
  client_secret = "Zz8Q~not-the-secret-0123456789"
}
resource "m365_dkim_signing_config" "contoso" {
  domain = "contoso.com"
}
`);
  const said = await refused("apply", "-auto-approve");
  expect(said).toContain("AADSTS7000215");
  expect(said).not.toContain("not-the-secret");
});

it("does not repeat a write whose answer was lost, and takes up what it made at the next apply", async () => {
  const { emulator, workspace, refused } = world;
  emulator.control.break(1, true, { cmdlet: "New-DkimSigningConfig" });
  workspace.configure('resource "m365_dkim_signing_config" "contoso" {\n  domain = "contoso.com"\n}\n');
  await refused("apply", "-auto-approve");
  expect(emulator.control.count("New-DkimSigningConfig")).toBe(1);
  await workspace.ok("apply", "-auto-approve");
  expect(emulator.control.count("New-DkimSigningConfig")).toBe(1);
  expect(await workspace.actions()).toEqual({});
});
