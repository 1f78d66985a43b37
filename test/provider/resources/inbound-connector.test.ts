import { type Scenario, scenario } from "../scenarios/scenario";

const INBOUND = `resource "m365_inbound_connector" "premises" {
  name                        = "From the premises"
  connector_type              = "OnPremises"
  sender_domains              = ["*.contoso.com", "contoso.com"]
  sender_ip_addresses         = ["192.0.2.25"]
  tls_sender_certificate_name = "mail.contoso.com"
}
`;

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

describe("an inbound connector", () => {
  it("is made, planned without a change, updated in place and removed", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(INBOUND);
    expect(emulator.state.inboundConnectors.get("From the premises")).toMatchObject({
      ConnectorType: "OnPremises",
      RequireTls: true,
      SenderDomains: ["smtp:*.contoso.com;1", "smtp:contoso.com;1"],
      SenderIPAddresses: ["192.0.2.25"],
    });
    expect(await workspace.actions()).toEqual({});

    const { Guid } = emulator.state.inboundConnectors.get("From the premises");
    workspace.configure(
      INBOUND.replace("From the premises", "From our servers").replace('["192.0.2.25"]', "[]"),
    );
    expect(await workspace.actions()).toEqual({ "m365_inbound_connector.premises": "update" });
    await workspace.ok("apply", "-auto-approve");
    expect(emulator.state.inboundConnectors.get("From our servers")).toMatchObject({
      Guid,
      SenderIPAddresses: [],
    });
    expect(await workspace.actions()).toEqual({});

    await workspace.ok("destroy", "-auto-approve");
    expect(emulator.state.inboundConnectors.size).toBe(0);
  });

  it("is brought back to what is declared, and touches nothing else", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(INBOUND);
    const connector = emulator.state.inboundConnectors.get("From the premises");
    Object.assign(connector, { RequireTls: false, SenderIPAddresses: ["203.0.113.9"], EFTestMode: true });
    expect(await workspace.actions()).toEqual({ "m365_inbound_connector.premises": "update" });
    await workspace.ok("apply", "-auto-approve");
    expect(connector).toMatchObject({
      RequireTls: true,
      SenderIPAddresses: ["192.0.2.25"],
      EFTestMode: true,
    });
  });

  it("does not mind another order, another spelling, or /32", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(INBOUND);
    Object.assign(emulator.state.inboundConnectors.get("From the premises"), {
      SenderDomains: ["smtp:Contoso.com;1", "smtp:*.contoso.com;1"],
      SenderIPAddresses: ["192.0.2.25/32"],
      TlsSenderCertificateName: "MAIL.contoso.com",
    });
    expect(await workspace.actions()).toEqual({});
  });

  it("is made anew when it was deleted outside, and imports by name to an empty plan", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(INBOUND);
    await workspace.ok("state", "rm", "m365_inbound_connector.premises");
    await workspace.ok("import", "m365_inbound_connector.premises", "From the premises");
    expect(await workspace.actions()).toEqual({});
    emulator.state.inboundConnectors.remove("From the premises");
    expect(await workspace.actions()).toEqual({ "m365_inbound_connector.premises": "create" });
    await workspace.ok("apply", "-auto-approve");
    expect(await workspace.actions()).toEqual({});
  });

  it("that is there already is announced by the plan, with the import that takes it up", async () => {
    const { emulator, workspace, refused } = world;
    const row = emulator.state.inboundConnectors.add("From the premises", { SenderDomains: ["smtp:*;1"] });
    workspace.configure(INBOUND);
    const plan = (await workspace.ok("plan")).replace(/[│╷╵\s]+/g, " ");
    expect(plan).toContain('Exchange has a connector "From the premises" already');
    expect(plan).toContain(`terraform import m365_inbound_connector.<name> ${row.Guid}`);
    expect(await refused("apply", "-auto-approve")).toContain("already exists");
  });

  it("is checked before anything is asked of Exchange, each fault at its attribute", async () => {
    const { emulator, workspace, refused } = world;
    workspace.configure(`resource "m365_inbound_connector" "partner" {
  name                            = "Fabrikam"
  sender_domains                  = ["fabrikam.com"]
  sender_ip_addresses             = ["2001:db8::25"]
  restrict_domains_to_certificate = true
}
`);
    const said = await refused("validate");
    expect(said).toContain("Error: sender_ip_addresses: Exchange knows no IPv6 senders on connectors");
    expect(said).toContain("on main.tf line 9, in resource");
    expect(said).toContain("Error: restrict_domains_to_certificate: no certificate to restrict to");
    expect(emulator.control.log).toEqual([]);
  });

  it("is planned while its certificate's name is not known yet", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(`resource "terraform_data" "host" {
  input = "mail.contoso.com"
}
${INBOUND.replace('"mail.contoso.com"', "terraform_data.host.output").replace('["192.0.2.25"]', "null")}`);
    expect(emulator.state.inboundConnectors.get("From the premises").TlsSenderCertificateName).toBe(
      "mail.contoso.com",
    );
  });
});
