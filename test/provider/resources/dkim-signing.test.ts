import { type Scenario, scenario } from "../scenarios/scenario";

const KEYS = 'resource "m365_dkim_signing_config" "contoso" {\n  domain = "contoso.com"\n}\n';
const SIGNING = `${KEYS}
resource "m365_dkim_signing" "contoso" {
  domain = m365_dkim_signing_config.contoso.domain
}
`;

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

/** Both CNAMEs, as soon as Exchange has made the keys. */
function publishWhenKnown(): () => void {
  const timer = setInterval(() => {
    const keys = world.emulator.state.dkim.find("contoso.com");
    if (!keys) return;
    clearInterval(timer);
    for (const selector of [1, 2]) {
      const name = `selector${selector}._domainkey.contoso.com`;
      world.nameServer.serve(name, "CNAME", [String(keys[`Selector${selector}CNAME`])]);
    }
  }, 5);
  return () => clearInterval(timer);
}

it("takes a domain from nothing to signed mail in one apply, though Exchange sees the CNAMEs late", async () => {
  const { emulator, nameServer, workspace } = world;
  emulator.dns.appearAfter("contoso.com", 9);
  const stop = publishWhenKnown();
  const configuration = `${KEYS}
resource "m365_dns_propagation" "contoso" {
  records = [
    { name = "selector1._domainkey.contoso.com", type = "CNAME", values = [m365_dkim_signing_config.contoso.selector1_cname] },
    { name = "selector2._domainkey.contoso.com", type = "CNAME", values = [m365_dkim_signing_config.contoso.selector2_cname] },
  ]
  authoritative_servers = ["${nameServer.address}"]
}
resource "m365_dkim_signing" "contoso" {
  domain     = m365_dkim_signing_config.contoso.domain
  depends_on = [m365_dns_propagation.contoso]
}
`;
  await workspace.apply(configuration);
  stop();
  expect(emulator.state.dkim.get("contoso.com")).toMatchObject({ Enabled: true, Selector1KeySize: 2048 });
  expect(await workspace.values("m365_dkim_signing_config.contoso")).toMatchObject({
    selector1_cname: "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    selector2_cname: "selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    key_size: 2048,
    adopted: false,
  });
  expect(await workspace.values("m365_dkim_signing.contoso")).toMatchObject({ status: "Valid" });
  expect(world.log()).toContain("contoso.com: Exchange does not see the DKIM CNAMEs yet");
  // Refused while the CNAMEs were not seen, then switched on, never before the keys were made.
  expect(emulator.control.count("Set-DkimSigningConfig")).toBeGreaterThan(1);
  expect(emulator.control.count("New-DkimSigningConfig")).toBe(1);
  expect(await workspace.actions()).toEqual({});

  await workspace.ok("destroy", "-auto-approve");
  expect(emulator.state.dkim.find("contoso.com")).toBeUndefined();
});

it("says which CNAME is missing when the wait ends", async () => {
  const { nameServer, workspace, refused, emulator } = world;
  nameServer.serve("selector1._domainkey.contoso.com", "CNAME", [
    "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
  ]);
  workspace.configure(SIGNING);
  const said = await refused("apply", "-auto-approve");
  expect(said).toContain(
    "Error: DKIM signing of contoso.com is not on: selector2._domainkey.contoso.com not published",
  );
  expect(said).toContain("Waited 900 seconds.");
  expect(said).toContain(
    "selector2._domainkey.contoso.com CNAME selector2-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft: DNS has nothing",
  );
  expect(said).toContain("CNAME record does not exist for this config.");
  // The keys are there, and known.
  expect(await workspace.actions()).toEqual({ "m365_dkim_signing.contoso": "create" });
  emulator.dns.appearAfter("contoso.com", 0);
  await workspace.ok("apply", "-auto-approve");
  expect(emulator.state.dkim.get("contoso.com").Enabled).toBe(true);
});

it("sees signing that was switched off, and keys that were removed", async () => {
  const { emulator, workspace } = world;
  emulator.dns.appearAfter("contoso.com", 0);
  await workspace.apply(SIGNING);
  emulator.state.dkim.get("contoso.com").Enabled = false;
  expect(await workspace.actions()).toEqual({ "m365_dkim_signing.contoso": "create" });
  emulator.state.dkim.remove("contoso.com");
  expect(await workspace.actions()).toEqual({
    "m365_dkim_signing.contoso": "create",
    "m365_dkim_signing_config.contoso": "create",
  });
  await workspace.ok("apply", "-auto-approve");
  expect(await workspace.actions()).toEqual({});
});

it("imports keys and signing to an empty plan, and destroy leaves imported keys", async () => {
  const { emulator, workspace } = world;
  emulator.dns.appearAfter("contoso.com", 0);
  await workspace.apply(SIGNING);
  await workspace.ok("state", "rm", "m365_dkim_signing.contoso", "m365_dkim_signing_config.contoso");
  await workspace.ok("import", "m365_dkim_signing_config.contoso", "contoso.com");
  await workspace.ok("import", "m365_dkim_signing.contoso", "contoso.com");
  expect(await workspace.actions()).toEqual({});
  await workspace.ok("destroy", "-auto-approve");
  expect(emulator.state.dkim.get("contoso.com")).toMatchObject({ Enabled: false, Status: "Valid" });
});
