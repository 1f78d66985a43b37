import { type Scenario, scenario } from "../scenarios/scenario";

// DNSSEC and SMTP DANE of a domain, and pairs of who may be spoofed by whom. The tests follow one another.

let world: Scenario;
beforeAll(async () => {
  world = await scenario("contoso.com");
});
afterAll(() => world.close());

const domain = () => world.emulator.state.acceptedDomains.get("contoso.com");
const pairs = () => world.emulator.state.objects.get("TenantAllowBlockListSpoofItems")?.all() ?? [];

const ALL = (action = "Allow", more = "") => `
resource "m365_dnssec_for_verified_domain" "x" {
  domain = "contoso.com"
  ${more}
}
resource "m365_smtp_dane_inbound" "x" {
  domain = m365_dnssec_for_verified_domain.x.domain
}
resource "m365_tenant_allow_block_list_spoof_item" "x" {
  spoofed_user           = "contoso.com"
  sending_infrastructure = "mail.fabrikam.com"
  spoof_type             = "Internal"
  action                 = "${action}"
}
output "mx" { value = m365_dnssec_for_verified_domain.x.mx_host }
`;

test("a domain gets the host that Microsoft names, and DANE after it", async () => {
  await world.workspace.apply(ALL());
  expect(await world.workspace.ok("output", "-raw", "mx")).toBe("contoso-com.e-v1.mx.microsoft");
  expect(domain()).toMatchObject({ SmtpDaneStatus: "Enabled", $dnssec: true });
  expect(pairs()).toMatchObject([{ SpoofedUser: "contoso.com", Action: "Allow" }]);
  expect(await world.workspace.actions()).toEqual({});
});

test("what was switched off outside is switched on again, and what was blocked is allowed", async () => {
  Object.assign(domain(), { SmtpDaneStatus: "Disabled" });
  Object.assign(pairs()[0] ?? {}, { Action: "Block" });
  expect(await world.workspace.actions()).toEqual({
    "m365_smtp_dane_inbound.x": "create",
    "m365_tenant_allow_block_list_spoof_item.x": "update",
  });
  await world.workspace.ok("apply", "-auto-approve");
  expect(domain()).toMatchObject({ SmtpDaneStatus: "Enabled" });
});

test("all are imported by what they are called", async () => {
  await world.workspace.ok(
    "state",
    "rm",
    "m365_dnssec_for_verified_domain.x",
    "m365_smtp_dane_inbound.x",
    "m365_tenant_allow_block_list_spoof_item.x",
  );
  const ids = [
    ["m365_dnssec_for_verified_domain", "contoso.com"],
    ["m365_smtp_dane_inbound", "contoso.com"],
    ["m365_tenant_allow_block_list_spoof_item", "contoso.com/mail.fabrikam.com"],
  ];
  world.workspace.configure(
    ALL() + ids.map(([type, id]) => `import {\n  to = ${type}.x\n  id = "${id}"\n}\n`).join(""),
  );
  expect(await world.workspace.actions()).toEqual({});
  await world.workspace.ok("apply", "-auto-approve");
});

test("DANE without DNSSEC is refused with what is missing", async () => {
  world.emulator.state.addDomain("contoso.org");
  world.workspace.configure(`${ALL()}\nresource "m365_smtp_dane_inbound" "y" {\n  domain = "contoso.org"\n}`);
  const told = await world.refused("apply", "-auto-approve");
  expect(told).toContain("DNSSEC has to be enabled for the domain first.");
  expect(told).toContain("Is DNSSEC enabled for the domain");
});

test("destroy leaves DNSSEC, on which an MX may hang, unless told otherwise", async () => {
  await world.workspace.apply(ALL());
  const output = await world.workspace.ok("destroy", "-auto-approve");
  expect(output).toContain("DNSSEC for contoso.com stays on");
  expect(domain()).toMatchObject({ SmtpDaneStatus: "Disabled", $dnssec: true });
  expect(pairs()).toEqual([]);
  await world.workspace.apply(ALL("Block", "disable_on_destroy = true"));
  await world.workspace.ok("destroy", "-auto-approve");
  expect(domain()).toMatchObject({ $dnssec: false });
});
