import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { m365 } from "../../provider/provider";
import { type Emulator, startEmulator } from "../../sandbox/microsoft";
import { temporaryFolder } from "../support/temp";
import { ALEX, Intruder } from "./containment/intruder";
import { Workspace } from "./plugin/support/terraform-run";
import { hurriedClock } from "./resources/hurried-clock";
import { clientsFor, FastClock, QUICK } from "./support/clients";

/** A Terraform of 1.14 or newer, by its path: `NEWER_TERRAFORM=/opt/terraform-1.14/terraform npx jest newer-core`. */
const NEWER = process.env.NEWER_TERRAFORM;
const PATH = process.env.PATH;

let emulator: Emulator;
let workspace: Workspace;

beforeAll(async () => {
  const folder = temporaryFolder();
  if (NEWER !== undefined) symlinkSync(NEWER, join(folder, "terraform"));
  process.env.PATH = `${folder}${delimiter}${PATH}`;
  jest.spyOn(process.stderr, "write").mockReturnValue(true);
  emulator = await startEmulator({ domains: ["contoso.com"], users: [{ userPrincipalName: ALEX }] });
  workspace = new Workspace(m365("0.0.0", { env: emulator.env, clock: hurriedClock() }));
});

afterAll(async () => {
  process.env.PATH = PATH;
  jest.restoreAllMocks();
  workspace.close();
  await emulator.close();
});

const configuration = (rule: string) => `
import {
  to       = m365_mailbox_inbox_rules.alex
  identity = { user_principal_name = "${ALEX}" }
}
import {
  to       = m365_transport_rule.copies
  identity = { id = "${rule}" }
}
import {
  to       = m365_dkim_signing_config.contoso
  identity = { domain = "contoso.com" }
}
resource "m365_dkim_signing_config" "contoso" {
  domain   = "contoso.com"
  key_size = 1024
}
resource "m365_mailbox_inbox_rules" "alex" { user_principal_name = "${ALEX}" }
resource "m365_transport_rule" "copies" {
  name          = "Copies"
  from          = ["${ALEX}"]
  blind_copy_to = ["evidence@contoso.com"]
}
resource "m365_user_sign_in_block" "alex" {
  user_principal_name = "${ALEX}"
  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.m365_revoke_sessions.alex]
    }
  }
}
action "m365_block_sign_in" "alex" {
  config { user_principal_name = "${ALEX}" }
}
action "m365_revoke_sessions" "alex" {
  config { user_principal_name = "${ALEX}" }
}
action "m365_rotate_dkim" "contoso" {
  config { domain = "contoso.com" }
}
`;

(NEWER === undefined ? test.skip : test)(
  "imports by identity and invokes actions, by themselves and with a change; a plan afterwards is empty",
  async () => {
    const intruder = new Intruder(emulator.state);
    const { exchange } = clientsFor(emulator.env, { clock: new FastClock(), patience: QUICK });
    await exchange.invoke("New-DkimSigningConfig", {
      DomainName: "contoso.com",
      KeySize: 1024,
      Enabled: false,
    });
    const keys = emulator.state.dkim.get("contoso.com");
    keys.RotateOnDate = "2026-01-01T00:00:00Z";
    intruder.addsRule();
    const copies = { Name: "Copies", From: [ALEX], BlindCopyTo: ["evidence@contoso.com"] };
    await exchange.invoke("New-TransportRule", copies);
    const [rule] = await exchange.invoke("Get-TransportRule", {});

    const applied = await workspace.apply(configuration(String(rule?.Guid)));
    expect(applied).toContain("Resources: 3 imported, 1 added, 1 changed, 0 destroyed. Actions: 1 invoked.");
    expect(applied).toContain(
      `sessions of ${ALEX} count from ${intruder.user.signInSessionsValidFromDateTime} on`,
    );
    expect(await workspace.actions()).toEqual({});

    intruder.user.accountEnabled = true;
    await workspace.ok("apply", "-auto-approve", "-invoke=action.m365_block_sign_in.alex");
    expect(intruder.user.accountEnabled).toBe(false);
    const rotate = ["apply", "-auto-approve", "-invoke=action.m365_rotate_dkim.contoso"];
    expect(await workspace.ok(...rotate)).toContain(`signed by selector2 from ${keys.RotateOnDate} on`);
    const refused = await workspace.run(...rotate);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("are not rotated")]);
    await workspace.ok("destroy", "-auto-approve");
  },
  200_000,
);
