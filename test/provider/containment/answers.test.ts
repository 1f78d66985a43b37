import { CloudError } from "../../../provider/http/cloud-error";
import { DiagnosticError, PartialState, UNKNOWN } from "../../../provider/plugin/index";
import { m365 } from "../../../provider/provider";
import { closedList, type Entry } from "../../../provider/resources/containment/closed-list";
import { randomPassword } from "../../../provider/resources/containment/random-password";
import type { M365 } from "../../../provider/resources/m365";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, FastClock, QUICK, sessionSignal } from "../support/clients";
import { ALEX, Intruder } from "./intruder";

type Values = Record<string, unknown>;

const { resources, dataSources } = m365("0.0.0");

let emulator: Emulator;
let intruder: Intruder;
let client: M365;
let warnings: string[];
let kept: Map<string, unknown>;

beforeEach(async () => {
  emulator = await startEmulator({ domains: ["contoso.com"], users: [{ userPrincipalName: ALEX }] });
  intruder = new Intruder(emulator.state);
  const clock = new FastClock();
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

function context(prior?: Values, more: Values = {}) {
  return {
    client,
    prior,
    signal: sessionSignal(),
    private: {
      get: (key: string) => kept.get(key),
      set: (key: string, value: unknown) => kept.set(key, value),
      delete: (key: string) => kept.delete(key),
    },
    warn: ({ summary }: { readonly summary: string }) => warnings.push(summary),
    progress: () => undefined,
    ...more,
  } as never;
}

const failure = (call: Promise<unknown> | undefined): Promise<unknown> =>
  (call ?? Promise.resolve()).then(
    () => undefined,
    (error: unknown) => error,
  );

const GONE = { status: 404, code: "Request_ResourceNotFound", message: "gone" };

describe("a list that is kept empty", () => {
  let doors: Entry[];
  let refusal: unknown;
  let opened: string[];

  beforeEach(() => {
    doors = [{ id: "1", text: "front" }];
    refusal = undefined;
    opened = [];
  });

  const way = {
    description: "Doors",
    one: "a door",
    keep: "A door that may stay",
    read: async (upn: string) => {
      if (upn.startsWith("gone")) throw new CloudError(GONE);
      return [...doors];
    },
    close: async (_: string, { id }: Entry) => {
      if (refusal !== undefined) throw refusal;
      doors = doors.filter((door) => door.id !== id);
    },
  };
  const once = closedList(way);
  const again = closedList({
    ...way,
    reopen: async (_: string, id: string) => opened.push(id),
  });
  const plan = (more: Values = {}) => ({ user_principal_name: ALEX, keep: null, ...more }) as never;

  it("warns before it ends anything, of all that may not stay", async () => {
    doors.push({ id: "2", text: "x".repeat(400) });
    expect(await once.modifyPlan?.(plan({ keep: ["FRONT"] }), context())).toEqual({
      values: { present: [], removed: UNKNOWN },
    });
    expect(warnings).toEqual([`${ALEX} has a door, which will go: ${"x".repeat(300)}…`]);
  });

  it.each([
    ["the account", { user_principal_name: UNKNOWN }],
    ["what may stay", { keep: UNKNOWN }],
    ["one that may stay", { keep: ["front", UNKNOWN] }],
  ])("looks at nothing while %s is not known", async (_, more) => {
    expect(await once.modifyPlan?.(plan(more), context())).toMatchObject({ values: { present: [] } });
    expect(warnings).toEqual([]);
  });

  it("plans a change for what came back and for another keep, and none otherwise", async () => {
    const prior = { user_principal_name: ALEX, keep: null, present: [], removed: [] };
    const change = { values: { present: [], removed: UNKNOWN } };
    expect(await once.modifyPlan?.(plan(), context(prior))).toBeUndefined();
    expect(await once.modifyPlan?.(plan({ keep: ["1"] }), context(prior))).toEqual(change);
    expect(await once.modifyPlan?.(plan(), context({ ...prior, present: ["front"] }))).toEqual(change);
    expect(warnings).toEqual([`${ALEX} has a door again: front`]);
  });

  it("opens again at destroy what it closed, once each, where that may be", async () => {
    kept.set("closed", ["0", 7]);
    const prior = { removed: ["back"] };
    expect(await again.update?.(plan(), context(prior))).toMatchObject({
      present: [],
      removed: ["back", "front"],
    });
    await once.delete(plan(), context());
    expect(opened).toEqual([]);
    await again.delete(plan(), context());
    expect(opened).toEqual(["0", "1"]);
    kept.set("closed", "nonsense");
    await again.delete(plan(), context());
    expect(opened).toEqual(["0", "1"]);
  });

  it("is gone with its account, and imported with what is there", async () => {
    const gone = "gone@contoso.com";
    expect(await once.read(plan({ user_principal_name: gone }), context())).toBeNull();
    expect(await once.import?.(gone, context())).toBeNull();
    expect(await once.import?.(ALEX, context())).toEqual({
      user_principal_name: ALEX,
      keep: null,
      present: ["front"],
      removed: [],
    });
  });

  it.each([
    ["an error of ours", new Error("jammed"), "front: jammed"],
    ["a word", "stuck", "front: stuck"],
    ["an error of the service", new CloudError({ ...GONE, code: "Denied", message: "locked" }), "locked"],
  ])("keeps what it could not end, and tells why: %s", async (_, error, told) => {
    refusal = error;
    const outcome = await failure(once.update?.(plan(), context({ removed: [] })));
    expect(outcome).toBeInstanceOf(PartialState);
    expect(outcome).toMatchObject({ state: { present: ["front"], removed: [] } });
    const { diagnostics } = outcome as DiagnosticError;
    expect(diagnostics[0]?.summary).toBe(`${ALEX} still has a door: front`);
    expect(diagnostics[1]?.summary).toContain(told);
  });

  it("stops at once when it is told to", async () => {
    refusal = new Error("stopped");
    const stopped = { signal: AbortSignal.abort() };
    expect(await failure(once.create(plan(), context(undefined, stopped)))).toBe(refusal);
  });

  it("gives up on what comes back each time, though nothing refuses", async () => {
    const stubborn = closedList({ ...way, close: async () => undefined });
    const outcome = await failure(stubborn.create(plan(), context()));
    expect(outcome).toBeInstanceOf(DiagnosticError);
    expect((outcome as DiagnosticError).diagnostics).toEqual([
      expect.objectContaining({ summary: `${ALEX} still has a door: front` }),
    ]);
  });
});

describe("the hold of a mailbox", () => {
  const hold = resources.m365_mailbox_hold;
  const plan = (more: Values = {}) => ({
    user_principal_name: ALEX,
    duration: "unlimited",
    release_on_destroy: false,
    ...more,
  });

  it("is set, left alone where it is on, changed, and released only if that is asked", async () => {
    expect(await hold?.create(plan(), context())).toMatchObject({ enabled: true });
    const sets = () =>
      emulator.control.log.flatMap(({ cmdlets }) => cmdlets).filter((one) => one === "Set-Mailbox").length;
    expect(sets()).toBe(1);
    await hold?.update?.(plan(), context(plan()));
    expect(sets()).toBe(1);
    await hold?.update?.(plan({ duration: "30" }), context(plan()));
    expect(await hold?.import?.(ALEX, context())).toMatchObject({ enabled: true, duration: "30" });
    await hold?.delete(plan(), context());
    expect(intruder.mailbox.LitigationHoldEnabled).toBe(true);
    await hold?.delete(plan({ release_on_destroy: true }), context());
    expect(intruder.mailbox.LitigationHoldEnabled).toBe(false);
  });

  it("is unlimited where Exchange shows no duration, and a plan says that it is off", async () => {
    intruder.mailbox.LitigationHoldDuration = null;
    const state = await hold?.read(plan({ duration: "5" }), context());
    expect(state).toMatchObject({ enabled: false, duration: "unlimited" });
    await hold?.modifyPlan?.(plan(), context({ ...plan(), enabled: true }));
    expect(warnings).toEqual([]);
    await hold?.modifyPlan?.(plan(), context({ ...plan(), enabled: false }));
    expect(warnings).toEqual([`the hold of ${ALEX} is off`]);
  });

  it("lasts without limit, or for days in numbers", () => {
    const options = hold?.attributes.duration?.options as {
      validate?: (value: string) => string | undefined;
    };
    expect(["unlimited", "365"].map((value) => options.validate?.(value))).toEqual([undefined, undefined]);
    for (const wrong of ["0", "-1", "a year", "365.00:00:00"]) {
      expect(options.validate?.(wrong)).toBe(`got "${wrong}"; expected unlimited, or days such as 365`);
    }
  });

  it("is not taken for set while Exchange shows it off", async () => {
    Object.defineProperty(intruder.mailbox, "LitigationHoldEnabled", {
      enumerable: true,
      get: () => false,
      set: () => undefined,
    });
    const outcome = await failure(hold?.create(plan(), context()));
    expect(outcome).toMatchObject({
      diagnostics: [{ summary: `the hold of ${ALEX} is not on`, path: ["enabled"] }],
    });
  });

  it("is gone with its mailbox", async () => {
    const gone = "gone@contoso.com";
    const state = plan({ user_principal_name: gone, release_on_destroy: true });
    expect(await hold?.read(state, context())).toBeNull();
    expect(await hold?.import?.(gone, context())).toBeNull();
    expect(await hold?.delete(state, context())).toBeUndefined();
  });
});

describe("odd answers about a mailbox", () => {
  const delegates = () =>
    resources.m365_mailbox_delegates?.read({ user_principal_name: ALEX, keep: null }, context());
  const exposure = () =>
    dataSources.m365_account_exposure?.read({ user_principal_name: ALEX }, context()) as Promise<Values>;

  it("shows rights on folders, whether who has them is a name or an object", async () => {
    intruder.mailbox.$folderRights = [
      { folder: "\\Inbox", User: { DisplayName: "Mallory" }, AccessRights: ["Editor"] },
      { folder: "\\Inbox", AccessRights: [] },
      { folder: "\\Calendar", User: "Default", AccessRights: ["Reviewer"] },
    ];
    expect(await delegates()).toMatchObject({
      present: ["Mallory Editor on \\Inbox", "Default Reviewer on \\Calendar"],
    });
  });

  it("does not take rights of nobody for none", async () => {
    intruder.mailbox.$fullAccess = [{ AccessRights: ["FullAccess"], IsInherited: false, Deny: false }];
    expect(await failure(delegates())).toBeInstanceOf(DiagnosticError);
    expect(await exposure()).toMatchObject({
      delegates: [],
      unknown: ["delegates: Exchange shows rights on a mailbox without saying whose"],
    });
  });

  it("an account without a mailbox has none of its ways, and nothing of it is unknown", async () => {
    intruder.user.$mailbox = false;
    expect(await exposure()).toMatchObject({ has_mailbox: false, hold: false, protocols: [], unknown: [] });
  });

  it("leaves folders alone that no client shows", async () => {
    intruder.mailbox.$folders = ["/Inbox", "/Audits"];
    intruder.mailbox.$folderRights = [{ folder: "\\Audits", User: "Mallory", AccessRights: ["Owner"] }];
    expect(await delegates()).toMatchObject({ present: [] });
  });

  it("a mailbox that may not be read is unknown, and the account is told all the same", async () => {
    const { directory } = emulator.state;
    directory.directoryRoles.put({ id: "nameless" });
    directory.members.add("nameless", intruder.user.id);
    Object.assign(intruder.user, { displayName: null, lastPasswordChangeDateTime: null });
    emulator.control.order({ kind: "fail", status: 403, message: "not for you" }, 1, {
      cmdlet: "Get-Mailbox",
    });
    expect(await exposure()).toMatchObject({
      display_name: "",
      password_changed: null,
      roles: ["nameless"],
      has_mailbox: false,
      unknown: [expect.stringMatching(/^mailbox: .*not for you/)],
    });
  });
});
