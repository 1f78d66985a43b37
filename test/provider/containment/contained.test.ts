import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Secret } from "../../../provider/http/secret";
import { m365 } from "../../../provider/provider";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { objectsOf } from "../../../sandbox/microsoft/objects/object-cmdlets";
import { opens, renew } from "../../../sandbox/microsoft/tenant/sessions";
import { Workspace } from "../plugin/support/terraform-run";
import { hurriedClock } from "../resources/hurried-clock";
import { flat } from "../scenarios/scenario";
import { ALEX, Intruder } from "./intruder";

const MARK = "Marked-9f3b1c7e-Password!";
const WAYS = [
  "mailbox_delegates",
  "mailbox_forwarding",
  "mailbox_inbox_rules",
  "mailbox_mobile_devices",
  "mailbox_protocols",
  "user_app_consents",
  "user_devices",
  "user_mailbox_rights",
  "user_sign_in_methods",
] as const;

const CONFIGURATION = `
locals { alex = "${ALEX}" }
${[...WAYS, "user_sign_in_block", "mailbox_hold", "user_confirmed_compromised"]
  .map((way) => `resource "m365_${way}" "alex" { user_principal_name = local.alex }`)
  .join("\n")}
${["user_sessions_revocation", "user_password_reset"]
  .map(
    (act) => `resource "m365_${act}" "alex" {
  user_principal_name = local.alex
  since               = "2026-11-01T03:00:00Z"
}`,
  )
  .join("\n")}
resource "m365_restricted_sender" "alex" {
  user_principal_name = local.alex
  release             = var.released
}
variable "released" { default = false }

# Terraform 1.8 and 1.10: functions of the provider, and a value that is in no plan and no state.
output "mx" { value = provider::m365::mx_host("contoso.com") }
output "lookups" { value = provider::m365::spf_lookups("v=spf1 include:spf.protection.outlook.com -all") }
variable "client_secret" {
  type      = string
  ephemeral = true
}
provider "m365" { client_secret = var.client_secret }
`;

jest.setTimeout(120_000);

let emulator: Emulator;
let workspace: Workspace;
let intruder: Intruder;
let stderr: jest.SpyInstance;

beforeAll(async () => {
  stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const users = [{ userPrincipalName: ALEX }, { userPrincipalName: "mallory@contoso.com" }];
  emulator = await startEmulator({ domains: ["contoso.com"], users });
  intruder = new Intruder(emulator.state);
  const newPassword = () => new Secret(MARK);
  const { ARM_CLIENT_SECRET: secret = "", ...env } = emulator.env;
  process.env.TF_VAR_client_secret = secret;
  workspace = new Workspace(m365("0.0.0", { env, clock: hurriedClock(), newPassword }));
});

afterAll(async () => {
  stderr.mockRestore();
  workspace.close();
  delete process.env.TF_VAR_client_secret;
  await emulator.close();
});

/** Every way in, and back. */
function enters(): void {
  intruder.forwards();
  intruder.addsRule();
  intruder.addsRule({ Name: "Junk E-Mail Rule", ForwardTo: ["drop@example.net"] });
  intruder.addsRule({ Name: "Junk E-Mail Rule", MoveToFolder: "RSS Feeds" });
  intruder.sweeps();
  intruder.addsDelegate();
  intruder.opensProtocol();
  intruder.pairsPhone();
  intruder.registersDevice();
  intruder.consents();
  intruder.addsMethod("phone", { phoneNumber: "+1 5550100", $default: true });
  intruder.addsMethod("softwareOath", {});
  intruder.takesRights("mallory@contoso.com");
  intruder.sendsSpam();
}

test("an account is contained, every way back is found by the next plan, and released", async () => {
  const hourAgo = Date.now() - 3_000_000;
  Object.assign(intruder.user, {
    lastPasswordChangeDateTime: "2026-01-01T00:00:00Z",
    signInSessionsValidFromDateTime: "2026-01-01T00:00:00Z",
  });
  const session = intruder.signsIn(hourAgo);
  enters();
  // Exchange's own rules are nobody's way.
  intruder.addsRule({ Name: "Junk E-Mail Rule", MoveToFolder: "Junk Email" });
  intruder.addsRule({ Name: "Delegate Rule -1", ForwardTo: ["assistant@contoso.com"] });
  const token = renew(emulator.state, session, Date.now());

  const said = flat(await workspace.apply(CONFIGURATION));
  expect(said).toContain(
    `${ALEX} has forwarding of all mail, which will go: ForwardingSmtpAddress drop@example.net`,
  );
  for (const right of ["FullAccess", "SendAs", "SendOnBehalf"])
    expect(said).toContain(`a right on the mailbox of somebody else, which will go: ${right} on mallory`);
  expect(said).toContain(`has an inbox rule, which will go: inbox rule "." deletes`);
  // What a stranger calls an application does not reach the terminal as it is.
  expect(said).toContain("Mail\\u001b[2J backup");
  expect(said).not.toContain("\u001b[2J");
  const { mailbox, user } = intruder;
  expect(mailbox).toMatchObject({
    ForwardingSmtpAddress: null,
    GrantSendOnBehalfTo: [],
    LitigationHoldEnabled: true,
    OWAEnabled: false,
    SmtpClientAuthenticationDisabled: true,
    $fullAccess: [],
    $sendAs: [],
    $folderRights: [{ folder: "\\Inbox", User: "Default", AccessRights: ["None"] }],
    RetentionComment: "",
  });
  const { directory } = emulator.state;
  expect(user.accountEnabled).toBe(false);
  expect(directory.authenticationMethods.from(user.id)).toEqual([]);
  expect(directory.oauth2PermissionGrants.size + directory.appRoleAssignments.size).toBe(0);
  expect(directory.devices.all().map(({ accountEnabled }) => accountEnabled)).toEqual([false]);
  expect(() => renew(emulator.state, session, Date.now())).toThrow("AADSTS50057");
  expect(() => intruder.signsIn(Date.now())).toThrow("AADSTS50057");
  // What no administrator can change: the token that is out.
  expect([opens(token, Date.now()), opens(token, Date.now() + 3_600_000)]).toEqual([true, false]);
  expect(JSON.parse(workspace.stateText()).outputs).toMatchObject({
    mx: { value: "contoso-com.mail.protection.outlook.com" },
    lookups: { value: 1 },
  });
  const stopped = objectsOf("BlockedSenderAddress", emulator.state);
  expect((await workspace.values("m365_restricted_sender.alex"))?.restricted).toBe(true);
  expect(directory.riskyUsers.find(user.id)?.riskState).toBe("confirmedCompromised");
  // An administrator releases the sender; then it is stopped again.
  stopped.remove(ALEX);
  expect(await workspace.actions()).toEqual({});
  await workspace.ok("apply", "-refresh-only", "-auto-approve");
  expect(emulator.control.log.filter(({ body }) => body.includes(MARK))).toHaveLength(1);

  enters();
  Object.assign(directory.riskyUsers.find(user.id) ?? {}, { riskState: "dismissed" });
  user.accountEnabled = true;
  mailbox.LitigationHoldEnabled = false;
  intruder.signsIn(Date.now() + 2_000);
  intruder.changesPassword("2030-01-01T00:00:00Z");
  workspace.configure(CONFIGURATION);
  const again = await workspace.run("plan", "-out=plan.bin");
  const words = flat(again.stdout + again.stderr);
  for (const one of [
    "has forwarding of all mail again: ForwardingSmtpAddress drop@example.net",
    `has an inbox rule again: inbox rule "." deletes`,
    `has an inbox rule again: inbox rule "Junk E-Mail Rule" forwards to drop@example.net`,
    'has an inbox rule again: inbox rule "Junk E-Mail Rule" moves to RSS Feeds',
    "has an inbox rule again: sweep rule",
    "has a delegate again: mallory@contoso.com FullAccess",
    "has a delegate again: Default Reviewer on \\Inbox",
    "has a protocol that is on again: ImapEnabled",
    "has a phone again: Pixel, Android 16 (D1)",
    "has a device that is on again: device DESKTOP-1",
    "has an application that may act for it again",
    "has a method of sign-in again: phone +1 5550100",
    `${ALEX} may sign in again`,
    `the hold of ${ALEX} is off`,
    `${ALEX} was signed in to since:`,
    "from 203.0.113.7",
    `the password of ${ALEX} was changed again at 2030-01-01T00:00:00Z`,
    "has a right on the mailbox of somebody else again: FullAccess on mallory@contoso.com",
    "has a right on the mailbox of somebody else again: SendAs on mallory@contoso.com",
    "has a right on the mailbox of somebody else again: SendOnBehalf on mallory@contoso.com",
    `${ALEX} is stopped from sending since: OutboundSpamLast24Hours=1034`,
    `${ALEX} is no longer told to be compromised: its risk is dismissed`,
    "15 to change",
  ]) {
    expect(words).toContain(one);
  }
  await workspace.ok("apply", "-auto-approve");
  expect(stopped.find(ALEX)).toBeDefined();
  expect(emulator.control.log.filter(({ body }) => body.includes(MARK))).toHaveLength(2);
  for (const { id } of directory.signIns.all()) directory.signIns.remove(id);
  expect(await workspace.actions()).toEqual({});
  await workspace.ok("apply", "-auto-approve", "-var", "released=true");
  expect(stopped.size).toBe(0);

  await workspace.ok("destroy", "-auto-approve");
  expect(user.accountEnabled).toBe(true);
  expect(directory.riskyUsers.find(user.id)?.riskState).toBe("dismissed");
  expect(mailbox).toMatchObject({
    OWAEnabled: true,
    ImapEnabled: true,
    SmtpClientAuthenticationDisabled: null,
  });
  expect(mailbox).toMatchObject({
    LitigationHoldEnabled: true,
    ForwardingSmtpAddress: null,
    $fullAccess: [],
  });
  expect(directory.devices.all().every(({ accountEnabled }) => accountEnabled === true)).toBe(true);
  const everything = [
    // Plans are compressed: their words are what shows them.
    await workspace.ok("show", "-json", "plan.bin"),
    ...texts(workspace.folder),
    ...stderr.mock.calls.map(([line]) => String(line)),
    said,
    words,
  ];
  const { clientSecret } = emulator.application;
  expect(everything.filter((text) => [MARK, clientSecret].some((one) => text.includes(one)))).toEqual([]);
});

function texts(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? texts(path) : [readFileSync(path, "latin1")];
  });
}
