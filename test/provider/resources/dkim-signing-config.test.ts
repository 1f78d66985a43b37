import { targetsAgree } from "../../../constructs/exchange/postconditions";
import type { DnsName } from "../../../lib/dns/name";
import { type Scenario, scenario } from "../scenarios/scenario";

const KEYS = 'resource "m365_dkim_signing_config" "contoso" {\n  domain = "contoso.com"\n}\n';

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

it("rotates to a new key size in place", async () => {
  const { emulator, workspace } = world;
  await workspace.apply(KEYS.replace("}", "  key_size = 1024\n}"));
  workspace.configure(KEYS);
  expect(await workspace.actions()).toEqual({ "m365_dkim_signing_config.contoso": "update" });
  await workspace.ok("apply", "-auto-approve");
  expect(emulator.state.dkim.get("contoso.com")).toMatchObject({
    SelectorAfterRotateOnDate: "selector2",
    Selector1KeySize: 1024,
    Selector2KeySize: 2048,
  });
  expect(await workspace.actions()).toEqual({});
});

it("takes up keys that were there before, and leaves them there", async () => {
  const { emulator, workspace } = world;
  await workspace.apply(KEYS);
  await workspace.ok("state", "rm", "m365_dkim_signing_config.contoso");
  await workspace.apply(KEYS);
  expect(await workspace.values("m365_dkim_signing_config.contoso")).toMatchObject({ adopted: true });
  expect(emulator.control.count("New-DkimSigningConfig")).toBe(1);
  await workspace.ok("destroy", "-auto-approve");
  expect(emulator.state.dkim.find("contoso.com")).toBeDefined();
});

it("refuses at plan a key size that Exchange has not, and a domain in another spelling", async () => {
  const { workspace, refused } = world;
  workspace.configure(KEYS.replace("}", "  key_size = 4096\n}"));
  expect(await refused("plan")).toContain("got 4096; expected 1024 | 2048");
  workspace.configure(KEYS.replace("contoso.com", "Contoso.com."));
  expect(await refused("plan")).toContain('got "Contoso.com."; write contoso.com');
});

it("fails at once, and keeps the keys, where a postcondition expects other targets than Microsoft's", async () => {
  const { workspace, refused } = world;
  const { postcondition } = targetsAgree([
    "selector1-contoso-com._domainkey.contoso.z-v1.dkim.mail.microsoft" as DnsName,
    "selector2-contoso-com._domainkey.contoso.z-v1.dkim.mail.microsoft" as DnsName,
  ]);
  const [rule] = postcondition ?? [];
  workspace.configure(
    KEYS.replace(
      "\n}",
      `\n  lifecycle {\n    postcondition {\n      condition = ${String(rule?.condition).slice(2, -1)}\n      error_message = "${rule?.errorMessage}"\n    }\n  }\n}`,
    ),
  );
  expect(await refused("apply", "-auto-approve")).toContain(
    "are not Microsoft's: selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
  );
  expect(await workspace.values("m365_dkim_signing_config.contoso")).toMatchObject({ domain: "contoso.com" });
});
