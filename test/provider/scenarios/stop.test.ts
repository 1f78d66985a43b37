import type { Ran } from "../plugin/support/terraform-run";
import { flat, type Scenario, scenario } from "./scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

/** Applies, and interrupts Terraform once a cmdlet has arrived. */
async function interruptedAt(cmdlet: string): Promise<Ran> {
  const { emulator, workspace } = world;
  const { process: terraform, ended } = await workspace.start("apply", "-auto-approve");
  const timer = setInterval(() => {
    if (emulator.control.count(cmdlet) === 0) return;
    clearInterval(timer);
    terraform.kill("SIGINT");
  }, 5);
  const ran = await ended;
  clearInterval(timer);
  return ran;
}

it("Ctrl-C in the middle of a creation: its answer is heard out, and the state knows what was made", async () => {
  const { emulator, workspace } = world;
  workspace.configure(`resource "m365_outbound_connector" "premises" {
  name              = "To the premises"
  connector_type    = "OnPremises"
  recipient_domains = ["contoso.com"]
  use_mx_record     = false
  smart_hosts       = ["mail.contoso.com"]
}
resource "m365_dkim_signing_config" "contoso" {
  domain     = "contoso.com"
  depends_on = [m365_outbound_connector.premises]
}
`);
  emulator.control.slow(1, 500, { cmdlet: "New-OutboundConnector" });
  const { code, stderr } = await interruptedAt("New-OutboundConnector");
  expect(code).toBe(1);
  expect(flat(stderr)).toContain("execution halted");
  const { Guid } = emulator.state.outboundConnectors.get("To the premises");
  expect(await workspace.values("m365_outbound_connector.premises")).toMatchObject({ id: Guid });
  expect(await workspace.actions()).toEqual({ "m365_dkim_signing_config.contoso": "create" });
});

it("Ctrl-C while keys are made: they are known as this resource's own, and destroy removes them", async () => {
  const { emulator, workspace } = world;
  workspace.configure('resource "m365_dkim_signing_config" "contoso" {\n  domain = "contoso.com"\n}\n');
  emulator.control.slow(1, 500, { cmdlet: "New-DkimSigningConfig" });
  await interruptedAt("New-DkimSigningConfig");
  expect(await workspace.values("m365_dkim_signing_config.contoso")).toMatchObject({ adopted: false });
  await workspace.ok("destroy", "-auto-approve");
  expect(emulator.state.dkim.find("contoso.com")).toBeUndefined();
});

it("Ctrl-C during a wait ends it at once; what was made before stays in state", async () => {
  const { emulator, workspace } = world;
  workspace.configure(`resource "m365_dkim_signing_config" "contoso" {
  domain = "contoso.com"
}
resource "m365_dkim_signing" "contoso" {
  domain  = m365_dkim_signing_config.contoso.domain
  timeout = 99999999
}
`);
  const { code, stderr } = await interruptedAt("Set-DkimSigningConfig");
  expect(code).toBe(1);
  expect(flat(stderr)).toContain("cancelled: create m365_dkim_signing");
  expect(await workspace.actions()).toEqual({ "m365_dkim_signing.contoso": "create" });
  emulator.dns.appearAfter("contoso.com", 0);
  await workspace.ok("apply", "-auto-approve");
  expect(await workspace.actions()).toEqual({});
});
