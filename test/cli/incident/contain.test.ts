import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { formatIncident } from "../../../lib/incident/incident";
import type { Aim } from "../../../sandbox/http/traffic";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { HOSTILE } from "../../lib/incident/incident";
import { ALEX, Intruder } from "../../provider/containment/intruder";
import { judgedBy } from "../../support/judges";
import { familyOf } from "../../support/processes";
import { temporaryFolder } from "../../support/temp";
import { folderWith, mailHygiene, write } from "../command";

const { test: it } = judgedBy("ps");
const CLI = join(__dirname, "../../../dist/cli/main.js");
const TERRAFORM = /^(\S*\/)?terraform\s/;
const PROVIDER = /terraform-provider-m365/;
const KIM = "kim@contoso.com";
const JO = "jo@contoso.com";
const ESTATE = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      breakGlass:
        group: sg-break-glass
        users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com]
domains: {}
`;

jest.setTimeout(240_000);

const before = { ...process.env };
let emulator: Emulator;
let intruder: Intruder;
let folder: string;

beforeAll(async () => {
  const users = [ALEX, KIM, JO, "evidence@contoso.com"].map((userPrincipalName) => ({ userPrincipalName }));
  emulator = await startEmulator({ domains: ["contoso.com"], users });
  intruder = new Intruder(emulator.state);
  const cache = temporaryFolder();
  Object.assign(process.env, emulator.env, { XDG_CONFIG_HOME: cache, TF_LOG: "", CI: "1" });
  folder = folderWith({ "estate.yaml": ESTATE });
});

afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await emulator.close();
});

const contain = (...more: readonly string[]) =>
  mailHygiene(folder, "contain", ALEX, "--tenant", "contoso", ...more);

/** Lets so many calls pass, holds up the next, and kills what was started and fits. The call is never carried out. */
async function killAt(aim: Aim, passed: number, root: number | undefined, which?: RegExp): Promise<void> {
  const { control } = emulator;
  if (passed > 0) control.slow(passed, 0, aim);
  control.slow(1, 600_000, aim);
  const from = control.log.length;
  const fits = ({ cmdlets, path }: (typeof control.log)[number]) =>
    aim.cmdlet === undefined ? path.search(aim.path ?? /^/) >= 0 : cmdlets.includes(aim.cmdlet);
  while (control.log.slice(from).filter(fits).length <= passed) await sleep(20);
  const pids = familyOf(root, which);
  for (const pid of pids) process.kill(pid, "SIGKILL");
  control.calm();
  expect(pids.length).toBeGreaterThan(0);
}
const incidentName = () => (readdirSync(join(folder, "incidents"))[0] ?? "").replace(/\.yaml$/, "");

function incident(): string {
  return readFileSync(join(folder, "incidents", `${incidentName()}.yaml`), "utf8");
}

it("contains, finds who came back, and releases; every step has its proof", async () => {
  intruder.forwards();
  intruder.addsRule();
  intruder.addsDelegate();
  intruder.user.lastPasswordChangeDateTime = "2026-01-01T00:00:00Z";

  // Terraform is killed when the door is shut and the hold is not on.
  const killed = contain("--keep", "delegates=mallory@contoso.com SendAs", "--yes");
  await killAt({ cmdlet: "Set-Mailbox" }, 0, process.pid, TERRAFORM);
  expect([(await killed).code, intruder.user.accountEnabled]).toEqual([1, false]);

  const contained = await contain("--yes");
  expect(contained.err).toMatch(/^going on with incidents\/\d{4}-\d\d-\d\d-alex\.yaml, opened /m);
  expect(contained.out).toContain("forwarding                ForwardingSmtpAddress drop@example.net");
  expect(contained.out).toContain("done: hold the mailbox: LitigationHoldEnabled true");
  expect(contained.err).toMatch(/incidents\/\d{4}-\d\d-\d\d-alex\.yaml/);
  expect(contained.code).toBe(0);
  expect(contained.out).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ did: end forwarding$/m);
  expect(incident()).toContain("what: 'did: end forwarding'");
  expect(contained.out).toMatch(/done: change the password to one that nobody knows: changed_at 20\d\d-/);
  expect(contained.out).toContain(
    "done: end forwarding: none left; ended: ForwardingSmtpAddress drop@example.net",
  );
  expect(intruder.user.accountEnabled).toBe(false);
  expect(intruder.mailbox.$sendAs).toHaveLength(1);

  intruder.addsRule({ Name: "x", ForwardTo: ["drop@example.net"] });
  // As it may come with a repository: by its name it is the youngest run.
  const planted = "incidents.out/runs/99991231T235959Z-plan";
  write(folder, `${planted}/run.json`, "{}");
  write(folder, `${planted}/incident-${incidentName()}/plan.json`, "{}");
  const back = await contain("--check");
  expect(back.code).toBe(1);
  expect(back.out).toContain(
    'came back: switch inbox rules off: inbox rule "x" forwards to drop@example.net',
  );
  const report = await mailHygiene(
    folder,
    "incident-report",
    `incidents/${readdirSync(join(folder, "incidents"))[0]}`,
  );
  expect(report.out).toContain(
    "| end forwarding | done | none left; ended: ForwardingSmtpAddress drop@<!-- -->example.net |",
  );

  const watched = await contain("--covert", "--yes");
  expect([watched.code, watched.err]).toEqual([1, expect.stringContaining("--covert would undo that")]);
  const elsewhere = await contain("--release", "--yes", "--out", "elsewhere/out");
  expect([elsewhere.code, elsewhere.err]).toEqual([
    1,
    expect.stringContaining("is not released: what contained it"),
  ]);
  expect(incident()).not.toMatch(/released|release begins/);
  expect(intruder.user.accountEnabled).toBe(false);

  const released = await contain("--release", "--yes");
  expect(released.code).toBe(0);
  expect(intruder.user.accountEnabled).toBe(true);
  expect(intruder.mailbox).toMatchObject({ LitigationHoldEnabled: true, OWAEnabled: true });
  expect(incident()).toMatch(/released: '?\d{4}-/);
  expect((await contain("--check")).err).toContain("there is no open incident of alex@contoso.com");
});

it("closes the door without a licence for the hold, and goes on where it ended", async () => {
  const other = new Intruder(emulator.state, KIM);
  other.forwards();
  other.mailbox.PersistedCapabilities = ["BPOS_S_Standard"];
  const args = ["contain", KIM, "--tenant", "contoso", "--yes"];
  const part = await mailHygiene(folder, ...args);
  expect(part.code).toBe(1);
  expect(part.out).toContain("open: hold the mailbox\n");
  expect(part.out).toContain("done: block the sign-in: accountEnabled false\n");
  expect(part.out).toContain("open: end forwarding\n");
  expect(other.mailbox.ForwardingSmtpAddress).toBe("smtp:drop@example.net");
  expect(part.err).toContain("It needs Exchange Online Plan 2");

  const killed = mailHygiene(folder, ...args, "--no-hold");
  await killAt({ cmdlet: "Set-CASMailbox" }, 1, process.pid, PROVIDER);
  expect(await killed).toMatchObject({ code: 1, out: expect.stringContaining("open: switch protocols off") });

  const whole = await mailHygiene(folder, ...args, "--no-hold");
  expect(whole.err).toMatch(/^going on with incidents\/\d{4}-\d\d-\d\d-kim\.yaml, opened /m);
  expect([whole.code, whole.out]).toEqual([0, expect.not.stringMatching(/^open: /m)]);
  expect(other.mailbox.ForwardingSmtpAddress).toBeNull();
});

it("watches without a sign that the user could see", async () => {
  const other = new Intruder(emulator.state, JO);
  other.forwards();
  // Exchange shows a hold to users by its comment and address alone.
  const hold = { LitigationHoldEnabled: undefined, LitigationHoldDate: undefined };
  const seen = () => JSON.stringify([other.user, { ...other.mailbox, ...hold }]);
  const before = seen();
  const evidence = ["--covert", "--evidence", "evidence@contoso.com"];
  // All is killed after the first rule for copies was made: what runs next takes it over.
  const args = ["contain", JO, "--tenant", "contoso", ...evidence, "--yes"];
  const cli = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: process.env, stdio: "ignore" });
  const gone = once(cli, "exit");
  await killAt({ cmdlet: "New-TransportRule" }, 1, cli.pid);
  await gone;
  const watched = await mailHygiene(folder, ...args);
  expect([watched.code, watched.out.match(/^done: [^:\n]*/gm)]).toEqual([
    0,
    [
      ...["done: hold the mailbox", "done: copy what it sends", "done: copy what it receives"],
      "done: watch whether Exchange stops it from sending",
    ],
  ]);
  expect(other.mailbox.LitigationHoldEnabled).toBe(true);
  expect(seen()).toBe(before);
});

it("leaves alone whom it must not touch, and asks nobody but a person", async () => {
  const args = ["contain", "BG1@contoso.onmicrosoft.com", "-t", "contoso"];
  const why = "BG1@contoso.onmicrosoft.com is a break-glass account of the tenant: it is not contained\n";
  expect(await mailHygiene(folder, ...args, "--yes")).toMatchObject({ code: 1, out: "", err: why });
  for (const [more, message] of [
    [[], /there is no terminal to ask; give --yes/],
    [["--yes", "--keep", "rules=x"], /--keep rules=x: expected forwarding \| inboxRules/],
    [["--check", "--covert"], /--covert is for the beginning; --check does not go with it/],
    [["--yes", "--release-sender"], /--release-sender goes with --release/],
    [["--yes", "--covert", "--confirm-compromised"], /--covert does not go with it/],
    [["--check", "--confirm-compromised"], /--confirm-compromised is for the beginning/],
    [["--yes", "--end-hold"], /--end-hold goes with --release/],
    [["--check", "--no-hold"], /--no-hold is for the beginning; --check does not go with it/],
    [["--yes", "--evidence", ALEX.toUpperCase()], /the intruder reads that mailbox; name another/],
    // An incident's file could not hold it, and then nobody could read it again.
    [
      ["--yes", "--evidence", "evi\u200bdence@contoso.com"],
      /expected an address such as evidence@contoso.com/,
    ],
    [["--yes", "-t", "contosso"], /the estate has no such tenant; it has contoso; did you mean contoso\?/],
  ] as const) {
    const ended = await contain(...more);
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.err).toMatch(message);
  }
  write(folder, "incidents/2026-11-27-alex.yaml", formatIncident({ ...HOSTILE, wasHeld: true }));
  const held = await contain("--release", "--end-hold", "--yes");
  expect(held).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("was on hold before incidents/2026"),
  });
  write(folder, "incidents/2026-11-26-x.yaml", "version: 2\n");
  const unread = await contain("--check");
  expect([unread.code, unread.err]).toEqual([1, expect.stringContaining("incidents/2026-11-26-x.yaml: ")]);
  write(folder, "empty.yaml", "version: 1\ndomains: {}\n");
  const planned = await mailHygiene(folder, "plan", "empty.yaml");
  const look = "look: mail-hygiene contain alex@contoso.com --tenant contoso --check";
  expect(planned.err).toContain(
    `open incident incidents/2026-11-27-alex.yaml: ${ALEX} is contained since ${HOSTILE.opened}, and not in these plans; ${look}\n`,
  );
  expect(planned.err).toContain("incidents/2026-11-26-x.yaml: ");
  expect((await mailHygiene(folder, "contain", "alex", "-t", "contoso", "--yes")).code).toBe(2);
});
