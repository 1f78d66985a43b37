import { exposureIn, exposureLines, keptLines } from "../../../lib/incident/exposure";
import { formatIncident, incidentId, parseIncident, stepsOf } from "../../../lib/incident/incident";
import { newIncident, withAsked } from "../../../lib/incident/open";
import {
  endsIn,
  endsWith,
  entryOf,
  isContained,
  leftOff,
  madeBefore,
  RELEASING,
  standingIn,
  undoneBy,
} from "../../../lib/incident/progress";
import { refusals, refusedByName } from "../../../lib/incident/refuse";
import { HOSTILE } from "./incident";

const ids = (incident: Parameters<typeof stepsOf>[0]) => stepsOf(incident).map(({ id }) => id);
const { evidence: _, ...plain } = HOSTILE;

describe("the file of an incident", () => {
  it("reads as it was written, whatever strangers wrote", () => {
    expect(parseIncident(formatIncident(HOSTILE))).toEqual({ ok: true, value: HOSTILE });
  });

  it("tells all that is wrong with it, where, and what belongs there", () => {
    const wrong =
      "version: 1\naccount: alex\ntenant: contoso\nopened: yesterday\nhasMailbox: 1\nfound: {}\nlog: []\nkeep: { rules: [x] }\n";
    const read = parseIncident(wrong);
    expect(read.ok ? [] : read.faults.map(({ path, message }) => `${path?.join(".")}: ${message}`)).toEqual([
      expect.stringMatching(/^account: /),
      expect.stringMatching(/^opened: /),
      expect.stringMatching(/^hasMailbox: /),
      "keep.rules: unknown key",
    ]);
    const newer = parseIncident("version: 2\nwhatever: 1\n");
    expect(newer.ok ? [] : newer.faults.map(({ path, message }) => [path, message])).toEqual([
      [["version"], expect.stringContaining("made by a newer mail-hygiene, got 2")],
    ]);
    expect(parseIncident("a: [").ok).toBe(false);
    expect(parseIncident("- 1").ok).toBe(false);
  });

  it.each([
    ["Alex.O'Neil+x@contoso.com", "2026-11-28-alex-o-neil-x"],
    ["../../etc/passwd@contoso.com", "2026-11-28-etc-passwd"],
    ["…@contoso.com", "2026-11-28-account"],
    ["Jürgen@contoso.com", "2026-11-28-jurgen"],
  ])("of %s is called %s", (account, id) => {
    expect(incidentId({ account, opened: "2026-11-28T03:00:00Z" })).toBe(id);
  });
});

describe("the steps", () => {
  it("are evidence, the door, and what was left behind", () => {
    expect(ids(HOSTILE)).toEqual([
      ...["Hold", "CopyOut", "CopyIn", "RestrictedSender", "SignInBlock", "Password", "Sessions"],
      ...["SignInMethods", "Devices", "AppConsents", "MailboxRights"],
      ...["Forwarding", "InboxRules", "Delegates", "MobileDevices", "Protocols"],
    ]);
    expect(ids({ ...HOSTILE, confirmCompromised: true })).toContain("ConfirmedCompromised");
    const cleaning = stepsOf(HOSTILE).filter(({ after }) => after.includes("Hold"));
    expect(cleaning.map(({ id }) => id)).toEqual(ids(HOSTILE).slice(11));
  });

  it("of a watch leave no sign, of an account without a mailbox ask for none", () => {
    expect(ids({ ...HOSTILE, covert: true })).toEqual(ids(HOSTILE).slice(0, 4));
    expect(ids({ ...plain, covert: true, hold: false })).toEqual(["RestrictedSender"]);
    expect(ids({ ...HOSTILE, hasMailbox: false })).toEqual(ids(HOSTILE).slice(4, 10));
  });
});

const output = (value: object) => JSON.stringify({ planned_values: { outputs: { exposure: { value } } } });
const exposure = (more: object = {}) => {
  const read = exposureIn(
    output({ id: "1", user_principal_name: "alex@contoso.com", enabled: true, has_mailbox: true, ...more }),
  );
  if (read === undefined) throw new Error("no exposure");
  return read;
};

describe("who is not contained", () => {
  const breakGlass = { group: "sg-break-glass", users: ["bg1@contoso.onmicrosoft.com"] };
  const not = (more: object, privileged = false) => refusals(exposure(more), { breakGlass, privileged });

  it("break-glass accounts, by name and by group, whatever the case", () => {
    expect(refusedByName("BG1@contoso.onmicrosoft.com", breakGlass)).toContain("is a break-glass account");
    expect(refusedByName("alex@contoso.com", breakGlass)).toBeUndefined();
    expect(refusedByName("alex@contoso.com", undefined)).toBeUndefined();
    expect(not({ groups: ["SG-Break-Glass"] }, true)).toEqual([expect.stringContaining("break-glass group")]);
  });

  it("holders of roles that are not harmless, and those of whom it is not known, unless it is said", () => {
    expect(not({ roles: ["Directory Readers"], groups: ["staff"] })).toEqual([]);
    expect(not({ roles: ["User Administrator"], privileged_groups: ["admins"] })).toEqual([
      expect.stringMatching(
        /holds User Administrator, admins: give --privileged.*Privileged Authentication Administrator/,
      ),
    ]);
    expect(not({ unknown: ["roles and groups: refused"] })).toEqual([
      expect.stringContaining("is not known"),
    ]);
    const unread = exposure({ unknown: ["roles and groups: x"] });
    expect(refusals(unread, { privileged: true })).toEqual([]);
    expect(refusals(unread, { privileged: false })).toHaveLength(1);
    // Somebody in the break-glass group is never contained: who may be in it is not either.
    expect(refusals(unread, { breakGlass, privileged: true })).toEqual([
      expect.stringContaining(
        "whether alex@contoso.com is in the break-glass group sg-break-glass is not known",
      ),
    ]);
  });
});

it("tells what could not be read as not known, never as none", () => {
  const unknown = ["mailbox: refused", "sign-ins: no licence", "roles and groups: refused"];
  const unread = exposure({ has_mailbox: false, unknown });
  const rows = exposureLines(unread).map((line) => line.split(/ {2,}/).slice(0, 2).join(": "));
  for (const name of ["roles", "mailbox", "forwarding", "inbox rules", "protocols", "last sign-ins"]) {
    expect(rows).toContain(`${name}: not known`);
  }
  expect(rows).toContain("registered devices: none");
  expect(unread.found["inbox rules"]).toEqual(["not known"]);
  expect(
    exposureLines(exposure({ sam_account_name: "a\nsign-in  blocked", synced: true })).join("\n"),
  ).toContain("as a\\nsign-in");
});

it("tells all of an account on a page, and none where there is none", () => {
  const lines = exposureLines(
    exposure({
      display_name: "Alex",
      synced: true,
      sam_account_name: "alex",
      restricted: true,
      inbox_rules: ["a", "b"],
    }),
  );
  expect(lines).toContain("account                   alex@contoso.com (Alex), 1");
  expect(lines).toContain("comes from                Active Directory, as alex");
  expect(lines).toContain("mailbox                   not on hold, stopped from sending");
  expect(lines.filter((line) => / {2}[ab]$/.test(line))).toEqual([
    "inbox rules               a",
    "                          b",
  ]);
  expect(lines).toContain("delegates                 none");
  expect(exposureIn("{}")).toBeUndefined();
  expect(exposureIn(output({}))).toBeUndefined();
});

describe("what is asked", () => {
  const AT = "2026-11-28T03:00:00Z";
  const opened = (more: object, asked: Parameters<typeof withAsked>[1] = { hold: true }) =>
    newIncident("alex@contoso.com", "contoso", exposure(more), asked, AT);

  it("opens an incident that knows what was so before, and takes what could not be read for so", () => {
    const { found: _, ...incident } = opened({});
    expect(incident).toEqual({
      ...{ version: 1, account: "alex@contoso.com", tenant: "contoso", opened: AT, hasMailbox: true },
      log: [{ at: AT, what: "opened" }],
    });
    expect(opened({ enabled: false, hold: true })).toMatchObject({ wasBlocked: true, wasHeld: true });
    const unread = opened(
      { has_mailbox: false, unknown: ["mailbox: refused"] },
      { hold: false, covert: true },
    );
    expect(unread).toMatchObject({ hasMailbox: true, wasHeld: true, hold: false, covert: true });
    expect(unread.found["not known"]).toEqual(["mailbox: refused"]);
  });

  it("leaves the account the rights on other mailboxes that it had, if it is known which", () => {
    const mailbox_rights = ["SendAs on sales@contoso.com"];
    const asked = { hold: true, keep: { mailboxRights: ["SendAs on hr@contoso.com"] } };
    expect(opened({ mailbox_rights }).keep).toEqual({ mailboxRights: mailbox_rights });
    expect(opened({ mailbox_rights }, asked).keep?.mailboxRights).toHaveLength(2);
    expect(opened({ mailbox_rights, unknown: ["other mailboxes: refused"] }).keep).toBeUndefined();
  });

  it("turns a watch into a containment, and adds to what may stay", () => {
    const watch = opened({}, { hold: false, covert: true, keep: { devices: ["a"], delegates: ["b"] } });
    const { covert, hold, keep } = withAsked(watch, { hold: true, keep: { devices: ["a", "c"] } });
    expect([covert, hold, keep]).toEqual([undefined, false, { devices: ["a", "c"], delegates: ["b"] }]);
    expect(withAsked(watch, { hold: true }).keep).toEqual(watch.keep);
  });

  it("tells of what may stay whether it was found", () => {
    const kept = keptLines(
      { keep: { inboxRules: ["Rule a", "b\n"] } },
      exposure({ inbox_rules: ["rule A"] }),
    );
    expect(kept).toEqual([
      "may stay: inboxRules: Rule a",
      "may stay: inboxRules: b\\n (nothing there is shown so: unless it is an id, it keeps nothing)",
    ]);
  });
});

it("a look that finds what the last one found is known by the log's end", () => {
  const [first, second] = ["2026-11-28T03:00:00Z", "2026-11-28T04:00:00Z"].map((at) =>
    standingIn("{}", HOSTILE).map((one) => entryOf(one, at)),
  );
  expect(endsWith([...HOSTILE.log, ...(first ?? [])], second ?? [])).toBe(true);
  expect(endsWith(HOSTILE.log, second ?? [])).toBe(false);
});

it("a plan says of each step whether it is done, open, or somebody came back", () => {
  const change = (type: string, before: object | null, actions: readonly string[], name = "X") => ({
    type,
    name,
    change: { before, actions },
  });
  const plan = {
    resource_changes: [
      change("m365_mailbox_hold", { enabled: true }, ["no-op"]),
      change("m365_transport_rule", { enabled: true }, ["no-op"], "CopyOut"),
      change("m365_restricted_sender", { restricted_again: "spam" }, ["update"]),
      change("m365_user_confirmed_compromised", { risk_state: "dismissed" }, ["update"]),
      change("m365_user_sign_in_block", { account_enabled: true }, ["update"]),
      change("m365_user_password_reset", { changed_again_at: "2026-11-28T05:00:00Z" }, ["update"]),
      change("m365_user_sessions_revocation", null, ["create"]),
      change("m365_mailbox_forwarding", { present: [], removed: ["x@example.net"] }, ["no-op"]),
      change("m365_mailbox_inbox_rules", { present: ["rule"] }, ["update"]),
    ],
  };
  const told = standingIn(JSON.stringify(plan), { ...HOSTILE, confirmCompromised: true }).map(
    ({ step, is, proof, back }) => [step.id, is, proof ?? back.join("; ")].join(" ").trim(),
  );
  expect(told).toEqual([
    "Hold done LitigationHoldEnabled true",
    "CopyOut done enabled true",
    "CopyIn open",
    "RestrictedSender back it is stopped from sending since: spam",
    "SignInBlock back the account may sign in again",
    "Password back the password was changed again at 2026-11-28T05:00:00Z",
    "Sessions open",
    "SignInMethods open",
    "Devices open",
    "AppConsents open",
    "MailboxRights open",
    "ConfirmedCompromised back its risk is dismissed",
    "Forwarding done none left; ended: x@example.net",
    "InboxRules back rule",
    "Delegates open",
    "MobileDevices open",
    "Protocols open",
  ]);
  const unseen = { sessions_valid_from: "2026-11-28T03:00:00Z", sign_ins_unknown: "no licence" };
  const blind = { resource_changes: [change("m365_user_sessions_revocation", unseen, ["no-op"])] };
  expect(standingIn(JSON.stringify(blind), HOSTILE)[6]?.proof).toBe(
    "sessions_valid_from 2026-11-28T03:00:00Z; sign-ins since are not seen: no licence",
  );
  expect(standingIn("{}", HOSTILE).every(({ is }) => is === "open")).toBe(true);
});

describe("what was done", () => {
  const log = (...what: readonly string[]) => what.map((one) => ({ at: "2026-11-28T03:00:00Z", what: one }));
  const done = { ...HOSTILE, log: log("opened", "done: block the sign-in", "came back: end forwarding") };

  it("is not undone by a step that is left out later", () => {
    const undone = (more: object) => undoneBy({ ...done, ...more }).map(({ id }) => id);
    expect(undone({})).toEqual([]);
    expect(undone({ covert: true })).toEqual(["SignInBlock", "Forwarding"]);
    expect(undone({ hasMailbox: false })).toEqual(["Forwarding"]);
    expect(undone({ hold: false, log: log("open: hold the mailbox") })).toEqual([]);
    expect(undone({ hold: false, log: log("done: hold the mailbox") })).toEqual(["Hold"]);
  });

  it("stays off where a run was killed before it could note that it had switched it off", () => {
    const before = { removed: ["ImapEnabled"], present: [] };
    const plan = JSON.stringify({
      resource_changes: [{ type: "m365_mailbox_protocols", change: { before, actions: ["delete"] } }],
    });
    const found = { protocols: ["ImapEnabled", "PopEnabled", "OWAEnabled"], "registered devices": ["PC"] };
    expect(leftOff(plan, { ...HOSTILE, found, keep: { protocols: ["OWAEnabled"] } })).toEqual(["PopEnabled"]);
    expect(leftOff("{}", { ...HOSTILE, found })).toEqual([]);
  });

  it("is taken over where a rule for copies is there and in no state", () => {
    const guid = "3f0b2c1d-0000-4000-8000-000000000001";
    const there = (...lines: readonly string[]) =>
      madeBefore("2026-11-28-alex", { found: { "mail flow rules": lines } });
    expect(there(`${guid} Incident 2026-11-28-alex out`, `${guid} Incident 2026-11-28-kim in`)).toEqual({
      CopyOut: guid,
    });
    expect(there(`x Incident 2026-11-28-alex in`, `${guid} My Incident 2026-11-28-alex in`)).toEqual({});
    expect(madeBefore("x", { found: {} })).toEqual({});
  });

  it("is told apart from what a release has begun to undo, and from what never was", () => {
    expect(isContained(done)).toBe(true);
    expect(isContained({ ...done, log: log("opened", "open: end forwarding") })).toBe(false);
    expect(isContained({ ...done, log: [...done.log, ...log(RELEASING)] })).toBe(false);
    expect(isContained({ ...done, log: [...log(RELEASING), ...done.log] })).toBe(true);
    const ends = (...actions: readonly string[]) => ({ change: { actions } });
    expect(
      endsIn(JSON.stringify({ resource_changes: [ends("delete"), ends("forget"), ends("no-op"), 1] })),
    ).toBe(2);
    expect(endsIn("{}")).toBe(0);
  });
});
