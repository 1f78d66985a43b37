import { type Scenario, scenario } from "../scenarios/scenario";

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
