import { UNKNOWN } from "../../../provider/plugin/index";
import { m365 } from "../../../provider/provider";
import { inboxRules } from "../../../provider/resources/containment/inbox-rules";
import { addInboxRule } from "../../../sandbox/microsoft/cmdlets/inbox-rules";
import { objectsOf } from "../../../sandbox/microsoft/objects/object-cmdlets";
import { takeFromActiveDirectory } from "../../../sandbox/microsoft/tenant/on-premises";
import { type Bench, bench, refused } from "../objects/support";
import { ALEX, Intruder } from "./intruder";

// What the services answer that is not what their documentation shows, and what somebody else does between two runs.

const SINCE = "2026-11-01T03:00:00Z";
const LONG_AGO = "2026-01-01T00:00:00Z";

let tenant: Bench;
let intruder: Intruder;

beforeEach(async () => {
  tenant = await bench({ domains: ["contoso.com"], users: [{ userPrincipalName: ALEX }] });
  intruder = new Intruder(tenant.emulator.state);
});
afterEach(() => tenant.emulator.close());

const OF_ALEX = { user_principal_name: ALEX, since: SINCE };

describe("a password", () => {
  const TYPE = "m365_user_password_reset";
  const state = { ...OF_ALEX, timeout: 0, changed_at: SINCE, changed_again_at: null };

  it("that changed again is told, and changed once more; one that did not is left", async () => {
    intruder.changesPassword("2026-11-01T03:00:00.000Z");
    expect(await tenant.read(TYPE, state)).toMatchObject({ changed_again_at: null });
    expect(await tenant.update(TYPE, state, state)).toMatchObject({
      changed_at: SINCE,
      changed_again_at: null,
    });
    expect(tenant.emulator.control.log.some(({ method }) => method === "PATCH")).toBe(false);
    intruder.changesPassword("2026-11-02T00:00:00Z");
    const drifted = await tenant.read(TYPE, state);
    expect(drifted).toMatchObject({ changed_at: SINCE, changed_again_at: "2026-11-02T00:00:00Z" });
    const mended = await tenant.update(TYPE, drifted ?? {}, state);
    expect(mended.changed_again_at).toBeNull();
    expect(mended.changed_at).toBe(intruder.user.lastPasswordChangeDateTime);
    expect(mended.changed_at).not.toBe("2026-11-02T00:00:00Z");
  });

  it("of which the directory shows no time has not changed again, and is gone with its user", async () => {
    intruder.user.lastPasswordChangeDateTime = null;
    expect(await tenant.read(TYPE, state)).toMatchObject({ changed_again_at: null });
    expect(await tenant.read(TYPE, { ...state, user_principal_name: "gone@contoso.com" })).toBeNull();
    await tenant.remove(TYPE, state);
    expect(tenant.emulator.control.log.some(({ method }) => method === "PATCH")).toBe(false);
  });

  it("of Active Directory without any time is refused with what is not known", async () => {
    takeFromActiveDirectory(tenant.emulator.state, intruder.user, "alex");
    intruder.user.lastPasswordChangeDateTime = null;
    intruder.user.onPremisesLastSyncDateTime = null;
    const { told } = await refused(tenant.create(TYPE, { ...OF_ALEX, timeout: 0 }));
    expect(told).toContain("Entra ID shows the last change at no time, the last sync at no time.");
  });
});

describe("sessions", () => {
  const TYPE = "m365_user_sessions_revocation";
  const state = { ...OF_ALEX, sessions_valid_from: SINCE, sign_ins: [], sign_ins_unknown: null };

  it("are ended again after somebody signed in, and are gone with their user", async () => {
    intruder.user.signInSessionsValidFromDateTime = LONG_AGO;
    const made = await tenant.create(TYPE, OF_ALEX);
    expect(made).toMatchObject({ sign_ins: [], sign_ins_unknown: null });
    expect(made.sessions_valid_from).toBe(intruder.user.signInSessionsValidFromDateTime);
    intruder.user.signInSessionsValidFromDateTime = LONG_AGO;
    const again = await tenant.update(TYPE, made, OF_ALEX);
    expect(again).toMatchObject({ sign_ins: [], sign_ins_unknown: null });
    expect(again.sessions_valid_from).not.toBe(LONG_AGO);
    expect(await tenant.read(TYPE, { ...state, user_principal_name: "gone@contoso.com" })).toBeNull();
    await tenant.remove(TYPE, again);
    expect(intruder.user.signInSessionsValidFromDateTime).toBe(again.sessions_valid_from);
  });

  it("whose sign-ins fail to be read for another reason than a licence are an error, not nobody", async () => {
    tenant.emulator.control.order({ kind: "fail", status: 400, message: "bad filter" }, 1, {
      path: /signIns/,
    });
    await expect(tenant.read(TYPE, state)).rejects.toThrow("bad filter");
    expect(tenant.warnings).toEqual([]);
  });
});

describe("rules of a mailbox", () => {
  const found = async () => {
    const { client } = tenant;
    const all = await inboxRules.read(ALEX, { client, signal: new AbortController().signal });
    return all.map(({ text, cmdlet }) => `${cmdlet}: ${text}`);
  };
  const add = (rule: Record<string, unknown>) => addInboxRule(ALEX, tenant.emulator.state, rule);

  it("of Outlook's names stay while they do as theirs do, and go when they do more", async () => {
    add({ Name: "Junk E-mail Rule", MoveToFolder: "Junk Email" });
    add({ Name: "Microsoft.Exchange.OOF.AllExternalSenders.Global" });
    add({ Name: "Delegate Rule -123", ForwardTo: ["jo@contoso.com"] });
    add({ Name: "Delegate Rule 7" });
    add({ Name: "off", Enabled: false, DeleteMessage: true });
    expect(await found()).toEqual([]);
    add({ Name: "Junk Email Rule", MoveToFolder: "RSS Feeds" });
    add({ Name: "Microsoft.Exchange.OOF.x", RedirectTo: ["drop@example.net"], MarkAsRead: true });
    add({ Name: "Delegate Rule -124", ForwardTo: ["jo@contoso.com"], DeleteMessage: true });
    add({ Name: "Delegate Rule -125", ForwardAsAttachmentTo: "drop@example.net" });
    expect(await found()).toEqual([
      'Disable-InboxRule: inbox rule "Junk Email Rule" moves to RSS Feeds',
      'Disable-InboxRule: inbox rule "Microsoft.Exchange.OOF.x" redirects to drop@example.net, marks as read',
      'Remove-InboxRule: inbox rule "Delegate Rule -124" forwards to jo@contoso.com, deletes',
      'Remove-InboxRule: inbox rule "Delegate Rule -125" forwards as attachment to drop@example.net',
    ]);
  });

  it("that show nothing of what they do, or no name or folder, are told all the same", async () => {
    add({ Name: "quiet" });
    add({ Name: "described" }).Description = "Plays a sound";
    add({});
    intruder.sweeps().DestinationFolder = null;
    intruder.sweeps().Enabled = false;
    const all = await found();
    expect(all.slice(0, 3)).toEqual([
      'Disable-InboxRule: inbox rule "quiet" does something that is not shown',
      'Disable-InboxRule: inbox rule "described" Plays a sound',
      'Disable-InboxRule: inbox rule "" does something that is not shown',
    ]);
    expect(all.slice(3)).toEqual([
      expect.stringMatching(/^Disable-SweepRule: sweep rule ".*" moves to a folder$/),
    ]);
  });

  it("without an Identity stop the reading: they could not be ended; rows of nothing are none", async () => {
    const nothing = add({});
    Object.assign(nothing, { Identity: undefined, Name: undefined, $shownName: undefined });
    expect(await found()).toEqual([]);
    Object.assign(nothing, { $shownName: "odd" });
    await expect(found()).rejects.toThrow('Exchange shows a rule without an Identity: "odd"');
    expect(objectsOf("InboxRule", tenant.emulator.state).all()).toHaveLength(1);
  });
});

describe("an act that the directory takes and never shows is not called done", () => {
  /** A property that stays as it is, whoever writes it. */
  const frozen = (property: string, value: unknown) =>
    Object.defineProperty(intruder.user, property, {
      get: () => value,
      set: () => undefined,
      enumerable: true,
      configurable: true,
    });

  it.each([
    [LONG_AGO, LONG_AGO],
    [null, "not there"],
  ])("with a time of %j before", async (before, told) => {
    frozen("lastPasswordChangeDateTime", before);
    frozen("signInSessionsValidFromDateTime", before);
    const password = await refused(tenant.create("m365_user_password_reset", { ...OF_ALEX, timeout: 0 }));
    expect(password.told).toContain(`since: nothing proves that the password of ${ALEX} was changed`);
    expect(password.told).toContain(`lastPasswordChangeDateTime is ${told}. Apply again.`);
    const sessions = await refused(tenant.create("m365_user_sessions_revocation", OF_ALEX));
    expect(sessions.told).toContain(`since: nothing proves that the sessions of ${ALEX} were ended`);
    expect(sessions.told).toContain(`signInSessionsValidFromDateTime is ${told}, as before. Apply again.`);
  });
});

describe("a plan", () => {
  const { resources } = m365("0.0.0");
  const changes = async (type: string, plan: object, prior: object | undefined) => {
    const warned: unknown[] = [];
    const warn = ({ summary }: { readonly summary: string }) => warned.push(summary);
    const change = await resources[type]?.modifyPlan?.(
      plan as never,
      { client: undefined, prior, warn, signal: new AbortController().signal } as never,
    );
    return { values: change?.values, warned };
  };

  it("changes a password again only after somebody else has, and starts anew with another incident", async () => {
    const type = "m365_user_password_reset";
    const prior = { ...OF_ALEX, changed_at: SINCE, changed_again_at: null };
    expect(await changes(type, OF_ALEX, undefined)).toEqual({
      values: { changed_again_at: null },
      warned: [],
    });
    expect(await changes(type, { since: "2026-11-05T00:00:00Z" }, prior)).toEqual({
      values: { changed_again_at: null },
      warned: [],
    });
    expect(await changes(type, OF_ALEX, prior)).toEqual({
      values: { changed_at: SINCE, changed_again_at: null },
      warned: [],
    });
    expect(await changes(type, OF_ALEX, { ...prior, changed_again_at: "2026-11-02T00:00:00Z" })).toEqual({
      values: { changed_at: UNKNOWN, changed_again_at: null },
      warned: [`the password of ${ALEX} was changed again at 2026-11-02T00:00:00Z`],
    });
  });

  it("ends sessions again only after a sign-in, which it tells", async () => {
    const type = "m365_user_sessions_revocation";
    const prior = { ...OF_ALEX, sessions_valid_from: SINCE, sign_ins: [] };
    expect(await changes(type, OF_ALEX, undefined)).toEqual({ values: { sign_ins: [] }, warned: [] });
    expect(await changes(type, OF_ALEX, prior)).toEqual({ values: undefined, warned: [] });
    expect(await changes(type, OF_ALEX, { ...prior, sign_ins: ["Outlook"] })).toEqual({
      values: { sign_ins: [], sessions_valid_from: UNKNOWN },
      warned: [`${ALEX} was signed in to since: Outlook`],
    });
  });
});
