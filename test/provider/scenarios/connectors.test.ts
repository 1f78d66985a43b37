import { type Scenario, scenario } from "./scenario";

const INBOUND = `resource "m365_inbound_connector" "premises" {
  name                        = "From the premises"
  connector_type              = "OnPremises"
  sender_domains              = ["*.contoso.com", "contoso.com"]
  sender_ip_addresses         = ["192.0.2.25"]
  tls_sender_certificate_name = "mail.contoso.com"
}
`;

const OUTBOUND = `resource "m365_outbound_connector" "premises" {
  name                  = "To the premises"
  connector_type        = "OnPremises"
  recipient_domains     = ["contoso.com"]
  use_mx_record         = false
  smart_hosts           = ["mail.contoso.com"]
  tls_settings          = "DomainValidation"
  tls_domain            = "mail.contoso.com"
  validation_recipients = ["postmaster@contoso.com"]
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

describe("an outbound connector", () => {
  it("counts as made once its validation has passed", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(OUTBOUND);
    expect(emulator.state.outboundConnectors.get("To the premises")).toMatchObject({
      IsValidated: true,
      ValidationRecipients: ["postmaster@contoso.com"],
      SmartHosts: ["mail.contoso.com"],
    });
    expect(await workspace.values("m365_outbound_connector.premises")).toMatchObject({ is_validated: true });
    expect(await workspace.actions()).toEqual({});
  });

  it("that does not pass holds up what depends on it, and passes at a later apply", async () => {
    const { emulator, workspace, refused } = world;
    await workspace.apply(OUTBOUND);
    Object.assign(emulator.state.outboundConnectors.get("To the premises"), {
      IsValidated: false,
      $unreachable: true,
    });
    workspace.configure(`${OUTBOUND}
resource "terraform_data" "mx" {
  input = m365_outbound_connector.premises.is_validated
}
`);
    const said = await refused("apply", "-auto-approve");
    expect(said).toContain('Error: connector "To the premises" does not pass validation');
    expect(said).toContain("Check connectivity to 'mail.contoso.com': 450 4.4.316 Connection refused");
    expect(await workspace.values("terraform_data.mx")).toBeUndefined();

    emulator.state.outboundConnectors.get("To the premises").$unreachable = false;
    expect(await workspace.actions()).toEqual({
      "m365_outbound_connector.premises": "update",
      "terraform_data.mx": "create",
    });
    await workspace.ok("apply", "-auto-approve");
    expect(await workspace.values("terraform_data.mx")).toMatchObject({ input: true });
    expect(await workspace.actions()).toEqual({});
  });

  it("is validated again after a change, and no more once nobody asks for it", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(OUTBOUND);
    await workspace.apply(
      OUTBOUND.replace('smart_hosts           = ["mail.contoso.com"]', 'smart_hosts = ["192.0.2.26"]'),
    );
    expect(emulator.control.count("Validate-OutboundConnector")).toBe(2);
    await workspace.apply(OUTBOUND.replace(/ {2}validation_recipients.*\n/, ""));
    expect(emulator.control.count("Validate-OutboundConnector")).toBe(2);
    expect(await workspace.actions()).toEqual({});
  });

  it("drops TLS settings it no longer declares", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(OUTBOUND);
    await workspace.apply(OUTBOUND.replace(/ {2}tls_(settings|domain).*\n/g, ""));
    expect(emulator.state.outboundConnectors.get("To the premises")).toMatchObject({
      TlsSettings: null,
      TlsDomain: null,
    });
    expect(await workspace.actions()).toEqual({});
  });

  it("imports by GUID to an empty plan, validation recipients included", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(OUTBOUND);
    await workspace.ok("state", "rm", "m365_outbound_connector.premises");
    const { Guid } = emulator.state.outboundConnectors.get("To the premises");
    await workspace.ok("import", "m365_outbound_connector.premises", String(Guid));
    expect(await workspace.actions()).toEqual({});
    await workspace.ok("destroy", "-auto-approve");
    expect(emulator.state.outboundConnectors.size).toBe(0);
  });
});
