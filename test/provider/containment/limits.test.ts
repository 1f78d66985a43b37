import type { Diagnostic } from "../../../provider/plugin/index";
import { DiagnosticError, PartialState } from "../../../provider/plugin/index";
import { m365 } from "../../../provider/provider";
import { randomPassword } from "../../../provider/resources/containment/random-password";
import type { M365 } from "../../../provider/resources/m365";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { objectsOf } from "../../../sandbox/microsoft/objects/object-cmdlets";
import {
  changeInActiveDirectory,
  synchronize,
  takeFromActiveDirectory,
} from "../../../sandbox/microsoft/tenant/on-premises";
import { clientsFor, FastClock, QUICK, sessionSignal } from "../support/clients";
import { ALEX, Intruder } from "./intruder";

type Values = Record<string, unknown>;

const SINCE = "2026-11-01T03:00:00Z";
const { resources, dataSources } = m365("0.0.0");

let emulator: Emulator;
let intruder: Intruder;
let client: M365;
let clock: FastClock;
let warnings: Omit<Diagnostic, "severity">[];
let kept: Map<string, unknown>;

beforeEach(async () => {
  const users = [{ userPrincipalName: ALEX }, { userPrincipalName: "jo@contoso.com" }];
  emulator = await startEmulator({ domains: ["contoso.com"], users });
  intruder = new Intruder(emulator.state);
  clock = new FastClock();
  warnings = [];
  kept = new Map();
  const dns = { ask: () => Promise.reject(new Error("no DNS here")) } as never;
  client = {
    ...clientsFor(emulator.env, { clock, patience: QUICK }),
    clock,
    dns,
    newPassword: randomPassword,
  };
});

afterEach(() => emulator.close());

function context(prior?: Values) {
  return {
    client,
    prior,
    signal: sessionSignal(),
    private: {
      get: (key: string) => kept.get(key),
      set: (key: string, value: unknown) => kept.set(key, value),
      delete: (key: string) => kept.delete(key),
    },
    warn: (warning: Omit<Diagnostic, "severity">) => warnings.push(warning),
    progress: () => undefined,
  } as never;
}

const plan = (more: Values = {}) => ({ user_principal_name: ALEX, keep: null, ...more });
const create = (type: string, more?: Values) =>
  resources[type]?.create(plan(more), context()) as Promise<Values>;
const read = (type: string, state: Values) => resources[type]?.read(state, context()) as Promise<Values>;

/** What the calls say that end in an error. */
async function said(call: Promise<unknown> | undefined): Promise<string> {
  const error = await (call ?? Promise.resolve()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DiagnosticError) {
    return error.diagnostics.map(({ summary, detail = "" }) => `${summary}\n${detail}`).join("\n");
  }
  if (error instanceof Error) return error.message;
  throw new Error("it succeeded");
}

describe("an account that comes from Active Directory", () => {
  beforeEach(() => {
    intruder.user.lastPasswordChangeDateTime = "2026-01-01T00:00:00Z";
    takeFromActiveDirectory(emulator.state, intruder.user, "o’alex'; Remove-Item C:\\");
  });

  it("is not reset in the cloud: the command for Active Directory is told, and its change is the proof", async () => {
    const refusal = await said(create("m365_user_password_reset", { since: SINCE, timeout: 60 }));
    expect(refusal).toContain(`has not changed since ${SINCE}`);
    // Typographic quotes end a text of PowerShell as straight ones do.
    expect(refusal).toContain(
      "Set-ADAccountPassword -Identity ('' + 'o' + [char]0x2019 + 'alex''; Remove-Item C:\\') -Reset",
    );
    expect(refusal).toContain("Start-ADSyncSyncCycle -PolicyType Delta");
    expect(refusal).toContain("the last change at 2026-01-01T00:00:00Z");
    expect(emulator.control.log.some(({ method }) => method === "PATCH")).toBe(false);
    changeInActiveDirectory(emulator.state, intruder.user, { passwordChanged: "2026-11-01T03:04:05Z" });
    expect(await said(create("m365_user_password_reset", { since: SINCE, timeout: 0 }))).toContain(
      "has not changed",
    );
    synchronize(emulator.state);
    const state = await create("m365_user_password_reset", { since: SINCE, timeout: 0 });
    expect(state).toMatchObject({ changed_at: "2026-11-01T03:04:05Z", changed_again_at: null });
  });

  it("is blocked at once, with a warning, and found open after the sync that knows nothing of it", async () => {
    const state = await create("m365_user_sign_in_block", { enable_on_destroy: true });
    expect(intruder.user.accountEnabled).toBe(false);
    expect(warnings[0]?.detail).toContain(
      "Disable-ADAccount -Identity ('' + 'o' + [char]0x2019 + 'alex''; Remove-Item C:\\')",
    );
    synchronize(emulator.state);
    const overwritten = await read("m365_user_sign_in_block", state);
    expect(overwritten).toMatchObject({ account_enabled: true });
    const planned = await resources.m365_user_sign_in_block?.modifyPlan?.({} as never, context(overwritten));
    expect([planned, warnings.at(-1)]).toEqual([
      { values: { account_enabled: false } },
      expect.objectContaining({ summary: `${ALEX} may sign in again` }),
    ]);
    changeInActiveDirectory(emulator.state, intruder.user, { enabled: false });
    synchronize(emulator.state);
    expect(await read("m365_user_sign_in_block", state)).toMatchObject({ account_enabled: false });
  });
});

it("says what is missing for an account of an administrator, and leaves it as it is", async () => {
  const { directory } = emulator.state;
  directory.roleAssignments.put({
    id: "r1",
    principalId: intruder.user.id,
    roleDefinitionId: "62e90394-69f5-4237-9190-012177145e10",
    directoryScopeId: "/",
  });
  for (const type of ["sign_in_block", "sessions_revocation", "password_reset"]) {
    const refusal = await said(
      create(`m365_user_${type}`, { since: SINCE, timeout: 0, enable_on_destroy: true }),
    );
    expect(refusal).toContain("Insufficient privileges");
    expect(refusal).toContain("also the Entra role Privileged Authentication Administrator");
  }
  expect(intruder.user.accountEnabled).toBe(true);
});

it("ends what may be ended, names what may not, and leaves no state of a create that failed", async () => {
  intruder.addsMethod("phone");
  intruder.addsMethod("qrCodePin", {});
  const refusal = await said(create("m365_user_sign_in_methods"));
  expect(refusal).toContain(`${ALEX} still has a method of sign-in: qrCodePin method-2`);
  expect(refusal).toContain("Graph v1.0 cannot remove a method of this kind");
  expect(emulator.state.directory.authenticationMethods.from(intruder.user.id)).toEqual(["method-2"]);
  const state = await create("m365_user_sign_in_methods", { keep: ["METHOD-2"] });
  expect(state).toMatchObject({ present: [], removed: [] });
  intruder.addsMethod("qrCodePin", {});
  const update = resources.m365_user_sign_in_methods?.update;
  const failed = await update?.(plan({ keep: ["method-2"] }), context(state)).catch(
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(PartialState);
  expect(failed).toMatchObject({ state: { present: ["qrCodePin method-3"] } });
});

it("keeps on through throttling, a connection that breaks after the act, and pages", async () => {
  for (let count = 0; count < 5; count += 1) intruder.addsMethod("phone", {});
  intruder.user.lastPasswordChangeDateTime = "2026-01-01T00:00:00Z";
  emulator.graph.pageSize = 2;
  emulator.control.throttle(2, "0", { service: "graph" });
  emulator.control.order({ kind: "break", carriedOut: true }, 1, { service: "graph", method: "DELETE" });
  emulator.control.order({ kind: "break", carriedOut: true }, 1, { service: "graph", method: "PATCH" });
  expect(await create("m365_user_sign_in_methods")).toMatchObject({ present: [] });
  const { changed_at } = await create("m365_user_password_reset", { since: SINCE, timeout: 0 });
  expect(changed_at).not.toBe("2026-01-01T00:00:00Z");
});

it("a mailbox without a licence has no hold, and who has no mailbox is told so", async () => {
  intruder.mailbox.PersistedCapabilities = ["BPOS_S_Standard"];
  const hold = { duration: "unlimited", release_on_destroy: false };
  expect(await said(create("m365_mailbox_hold", hold))).toContain("It needs Exchange Online Plan 2");
  objectsOf("Mailbox", emulator.state).remove(ALEX);
  intruder.user.$mailbox = false;
  expect(await said(create("m365_mailbox_inbox_rules"))).toContain("couldn't be found");
  expect(await said(create("m365_mailbox_forwarding"))).toContain("couldn't be found");
});

it("says what a tenant has no licence for, what Exchange does not release, and where more mailboxes are", async () => {
  emulator.control.order({ kind: "fail", status: 403, message: "no premium licence" }, 1, {
    path: /riskyUsers/,
  });
  expect(await said(create("m365_user_confirmed_compromised"))).toContain("needs Entra ID P2");
  expect(await create("m365_user_confirmed_compromised")).toMatchObject({
    risk_state: "confirmedCompromised",
  });
  expect(await read("m365_user_confirmed_compromised", plan({ risk_state: "x" }))).toMatchObject({
    risk_state: "confirmedCompromised",
  });

  intruder.sendsSpam();
  emulator.control.order({ kind: "fail", status: 400, message: "contact support" }, 1, {
    cmdlet: "Remove-BlockedSenderAddress",
  });
  expect(await said(create("m365_restricted_sender", { release: true }))).toContain(
    "contact support. A sender is released a few times only",
  );
  expect(await create("m365_restricted_sender", { release: false })).toMatchObject({ restricted: true });
  expect(await create("m365_restricted_sender", { release: true })).toMatchObject({ restricted: false });

  for (let at = 0; at < 201; at += 1) {
    const userPrincipalName = `u${at}@contoso.com`;
    emulator.state.directory.users.put({ id: `u${at}`, userPrincipalName, accountEnabled: true });
  }
  await create("m365_user_mailbox_rights");
  const state = await read("m365_user_mailbox_rights", plan({ present: [], removed: [] }));
  expect(state).toMatchObject({ present: [] });
  expect([...new Set(warnings.map(({ summary }) => summary))]).toEqual([
    `which mailboxes ${ALEX} may open fully was looked for in 200 of more`,
  ]);
  const told = await dataSources.m365_account_exposure?.read({ user_principal_name: ALEX }, context());
  expect(told).toMatchObject({
    unknown: [expect.stringMatching(/^other mailboxes in part: .* in 200 of more$/)],
  });
});

it("believes what is shown and not what was taken, and knows rights that are none", async () => {
  intruder.sendsSpam();
  const still = { value: [{ SenderAddress: ALEX.toUpperCase() }] };
  emulator.control.order({ kind: "answer", body: still }, 100, { cmdlet: "Get-BlockedSenderAddress" });
  expect(await said(create("m365_restricted_sender", { release: true }))).toContain(
    `${ALEX} is still stopped from sending`,
  );
  const watched = await read("m365_restricted_sender", plan({ release: false, restricted: false }));
  expect(watched).toMatchObject({ restricted: false, restricted_again: "a reason that is not shown" });

  const atRisk = { kind: "answer", body: { riskState: "atRisk" } } as const;
  emulator.control.order(atRisk, 100, { path: /riskyUsers\/[^/]+$/, method: "GET" });
  expect(await said(create("m365_user_confirmed_compromised"))).toContain("riskState is not confirmed");
  emulator.control.calm();
  const imported = await resources.m365_user_confirmed_compromised?.import?.(ALEX, context());
  expect(imported).toMatchObject({ dismiss_on_destroy: true, risk_state: "confirmedCompromised" });
  const risk = plan({ dismiss_on_destroy: false });
  await resources.m365_user_confirmed_compromised?.delete(risk, context());
  expect(emulator.state.directory.riskyUsers.find(intruder.user.id)?.riskState).toBe("confirmedCompromised");

  intruder.takesRights("jo@contoso.com");
  const jo = objectsOf("Mailbox", emulator.state).get("jo@contoso.com");
  const full = { User: ALEX, AccessRights: ["FullAccess"], Deny: false };
  Object.assign(jo, {
    $fullAccess: [
      { ...full, IsInherited: true },
      { ...full, Deny: true },
    ],
    $sendAs: [{ Trustee: ALEX, AccessControlType: "Deny", AccessRights: ["SendAs"] }],
  });
  // What the account may do with its own mailbox is nobody else's matter.
  intruder.mailbox.$sendAs = [{ Trustee: ALEX, AccessControlType: "Allow", AccessRights: ["SendAs"] }];
  const rights = plan({ present: [], removed: [] });
  expect((await read("m365_user_mailbox_rights", rights)).present).toEqual([
    "SendOnBehalf on jo@contoso.com",
  ]);
  intruder.mailbox.DistinguishedName = undefined;
  expect(await said(read("m365_user_mailbox_rights", rights))).toContain("does not show the Distinguished");
});

it("says that nobody looked where sign-ins cannot be seen", async () => {
  const state = { ...plan(), since: SINCE, sessions_valid_from: SINCE, sign_ins: [] };
  emulator.control.order({ kind: "fail", status: 403, message: "no premium licence" }, 1, {
    path: /signIns/,
  });
  expect(await read("m365_user_sessions_revocation", state)).toMatchObject({
    sign_ins: [],
    sign_ins_unknown: expect.stringContaining("needs Entra ID P1"),
  });
  expect(warnings.map(({ summary }) => summary)).toEqual([
    `nobody can see whether ${ALEX} was signed in to since`,
  ]);
});

describe("what is told of an account first", () => {
  const exposure = (upn = ALEX) =>
    dataSources.m365_account_exposure?.read({ user_principal_name: upn }, context()) as Promise<Values>;

  it("has every way in, roles and groups; what cannot be read is unknown, not empty", async () => {
    intruder.forwards();
    intruder.addsRule();
    intruder.addsDelegate();
    intruder.consents();
    intruder.signsIn(Date.now());
    const { directory } = emulator.state;
    directory.directoryRoles.put({ id: "role", displayName: "Exchange Administrator" });
    directory.members.add("role", intruder.user.id);
    objectsOf("BlockedSenderAddress", emulator.state).add(ALEX, { SenderAddress: ALEX });
    emulator.control.order({ kind: "fail", status: 403, message: "not for you" }, 1, {
      path: /registeredDevices/,
    });
    expect(await exposure()).toMatchObject({
      enabled: true,
      synced: false,
      roles: ["Exchange Administrator"],
      has_mailbox: true,
      hold: false,
      forwarding: ["ForwardingSmtpAddress drop@example.net"],
      inbox_rules: ['inbox rule "." deletes'],
      devices: [],
      restricted: true,
      sign_ins: [expect.stringMatching(/^\S+ Outlook from 203\.0\.113\.7$/)],
      unknown: [expect.stringContaining("devices: not for you; the application needs User.Read.All")],
    });
  });

  it("stops at an address that two accounts have, and at one that nobody has", async () => {
    const jo = emulator.state.directory.users.findBy("userPrincipalName", "jo@contoso.com");
    Object.assign(jo ?? {}, { proxyAddresses: [`smtp:${ALEX}`] });
    expect(await said(exposure())).toContain(`${ALEX} is an address of 2 accounts: ${ALEX}, jo@contoso.com`);
    Object.assign(jo ?? {}, { proxyAddresses: ["smtp:sales@contoso.com"] });
    expect(await said(exposure("sales@contoso.com"))).toContain("is another address of jo@contoso.com");
    expect(await said(exposure("o'nobody@contoso.com"))).toContain("has no account o'nobody@contoso.com");
  });
});

it("makes a password of every kind of character, another each time", () => {
  const made = Array.from({ length: 50 }, () => randomPassword());
  expect(new Set(made.map((one) => one.reveal())).size).toBe(50);
  for (const one of made) {
    expect(one.reveal()).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[2-9])(?=.*[!#%*+\-.:?_~])[!-~]{40}$/);
    expect(`${one} ${JSON.stringify({ one })}`).not.toContain(one.reveal());
  }
});
