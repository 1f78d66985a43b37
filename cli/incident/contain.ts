import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { closest } from "../../lib/closest";
import type { Estate, Tenant } from "../../lib/estate/model";
import { type Exposure, exposureIn, exposureLines, keptLines } from "../../lib/incident/exposure";
import { type Incident, isAddress, type LogEntry, stepsOf } from "../../lib/incident/incident";
import { newIncident, withAsked } from "../../lib/incident/open";
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
} from "../../lib/incident/progress";
import { refusals, refusedByName } from "../../lib/incident/refuse";
import { KEEP_KEYS, type KeepKey } from "../../lib/incident/steps";
import { visibleLine } from "../../lib/visible";
import { type RunFolder, savedPlans } from "../../rollout/run-folder";
import type { Command } from "../../rollout/run-record";
import { exposureStack, incidentStack, incidentStackName } from "../../stacks/incident-stack";
import type { MakeStack } from "../../stacks/stack-makers";
import { writeStack } from "../../stacks/write-stack";
import { alone } from "../alone";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { readEstateFile } from "../open-estate";
import { ROLLOUT_DEFAULTS } from "../rollout/commands";
import { conduct } from "../rollout/conduct";
import { shadowOf } from "../sandbox/shadow";
import { actsIn } from "./acts";
import { type IncidentFile, IncidentFiles } from "./incident-files";

/** What `mail-hygiene contain` is told. */
export interface ContainOptions {
  readonly estate: string;
  readonly tenant: string;
  readonly out: string;
  readonly covert?: boolean;
  readonly evidence?: string;
  readonly hold: boolean;
  /** `delegates=jo@contoso.com FullAccess`. */
  readonly keep?: readonly string[];
  readonly privileged?: boolean;
  readonly yes?: boolean;
  readonly check?: boolean;
  readonly release?: boolean;
  readonly endHold?: boolean;
  readonly confirmCompromised?: boolean;
  readonly releaseSender?: boolean;
}

/** Everything that a run works with. */
interface Work {
  readonly account: string;
  readonly options: ContainOptions;
  readonly estate: Estate;
  readonly tenant: Tenant;
  readonly out: string;
  readonly files: IncidentFiles;
  readonly version: string;
  readonly console: Console;
}

/** `mail-hygiene contain`: reads an account, contains it, looks how it stands, or releases it. @returns the exit code */
export async function contain(
  account: string,
  options: ContainOptions,
  version: string,
  console: Console,
): Promise<number> {
  checkOptions(account, options, console);
  const estate = readEstateFile(options.estate, console);
  if (!estate) return 1;
  const tenant = Object.hasOwn(estate.tenants, options.tenant) ? estate.tenants[options.tenant] : undefined;
  if (!tenant) {
    const names = Object.keys(estate.tenants);
    const near = closest(options.tenant, names);
    throw new Misuse(
      `--tenant ${options.tenant}: the estate has no such tenant; it has ${names.join(", ") || "none"}${near ? `; did you mean ${near}?` : ""}`,
    );
  }
  const refused = refusedByName(account, tenant.identity?.breakGlass);
  if (refused !== undefined) {
    console.err(`${refused}\n`);
    return 1;
  }
  const original = resolve(console.folder, options.out);
  const out = shadowOf(original, process.env);
  const files = new IncidentFiles(console.folder, options.estate);
  const work = { account, options, estate, tenant, out, files, version, console };
  return alone({ folder: out, original }, "contain", console, () => {
    const open = files.open(account, options.tenant);
    if (options.check || options.release) {
      if (open) return options.check ? look(open, work) : release(open, work);
      console.err(`there is no open incident of ${account} in tenant ${options.tenant}\n`);
      return Promise.resolve(1);
    }
    return begin(open, work);
  });
}

function checkOptions(account: string, options: ContainOptions, { terminal }: Console): void {
  if (!isAddress(account)) {
    throw new Misuse(`${account} is no user principal name; expected one such as alex@contoso.com`);
  }
  const acts = options.check !== true;
  if (acts && !options.yes && !terminal) {
    throw new Misuse("contain asks before it acts, and there is no terminal to ask; give --yes");
  }
  const alone = (["check", "release"] as const).filter((name) => options[name]);
  const others = [
    ...(["covert", "evidence", "keep", "privileged"] as const).filter((name) => options[name]),
    ...(options.confirmCompromised ? ["confirm-compromised"] : []),
    ...(options.hold ? [] : ["no-hold"]),
  ];
  if (alone.length > 1) throw new Misuse("--check changes nothing; --release does not go with it");
  if (alone.length === 1 && others.length > 0) {
    throw new Misuse(`--${others[0]} is for the beginning; --${alone[0]} does not go with it`);
  }
  if (options.evidence !== undefined && !isAddress(options.evidence)) {
    throw new Misuse(`--evidence ${options.evidence}: expected an address such as evidence@contoso.com`);
  }
  if (options.evidence?.toLowerCase() === account.toLowerCase()) {
    throw new Misuse(`--evidence ${options.evidence}: the intruder reads that mailbox; name another`);
  }
  if (options.covert && options.confirmCompromised) {
    throw new Misuse("--confirm-compromised is a sign that the user could see; --covert does not go with it");
  }
  if (options.releaseSender && !options.release) throw new Misuse("--release-sender goes with --release");
  if (options.endHold && !options.release) throw new Misuse("--end-hold goes with --release");
  keepOf(options.keep);
}

/** Reads the account, says what will be done, and does it; an incident that is open is gone on with. */
async function begin(open: IncidentFile | undefined, work: Work): Promise<number> {
  const { console, options, account } = work;
  if (open) {
    console.err(`going on with ${open.path}, opened ${open.incident.opened}\n`);
    if (options.covert && open.incident.covert !== true) {
      console.err(
        `${account} is contained by it: --covert would undo that; leave it out, or --release first\n`,
      );
      return 1;
    }
  }
  const exposure = await read(work);
  if (exposure === undefined) return 1;
  console.out(`${exposureLines(exposure).join("\n")}\n`);
  const { breakGlass } = work.tenant.identity ?? {};
  const against = refusals(exposure, { breakGlass, privileged: options.privileged ?? false });
  if (against.length > 0) {
    for (const why of against) console.err(`${why}\n`);
    return 1;
  }
  const asked = { ...options, keep: keepOf(options.keep) };
  const incident = open
    ? withAsked(open.incident, asked)
    : newIncident(account, options.tenant, exposure, asked, now());
  const steps = stepsOf(incident);
  const undone = undoneBy(incident);
  if (undone.length > 0) {
    const what = undone.map(({ does }) => does).join(", ");
    console.err(
      `${open?.path ?? account}: done before, and no step of it now, so that it would be undone: ${what}\n`,
    );
    return 1;
  }
  // To look whether it may send is no act.
  if (steps.every(({ type }) => type === "m365_restricted_sender")) {
    console.err("nothing would be done: give --evidence, or leave out --no-hold or --covert\n");
    return 1;
  }
  console.out(`\n${steps.map(({ does }, at) => `${at + 1}. ${does}`).join("\n")}\n`);
  for (const line of keptLines(incident, exposure)) console.out(`${line}\n`);
  if (exposure.synced && !incident.covert) {
    console.out(
      "The password is changed in Active Directory, not here: the command is told, and its change waited for.\n",
    );
  }
  if (!options.yes && (await console.terminal?.ask(`Contain ${account}? Only "yes" does: `)) !== "yes") {
    console.err("nothing was done\n");
    return 1;
  }
  // Before the act: whatever kills this, the next run finds what it has to go on with.
  const file = open ? work.files.write({ ...open, incident }) : work.files.begin(incident);
  console.err(`${file.path}\n`);
  const { code: applied, log } = await run("deploy", file, work, madeBefore(file.id, exposure));
  const done = incident.covert ? "watched" : "contained";
  const acts = actsIn(log, file.incident);
  for (const { at, what } of acts) console.out(`${at} ${what}\n`);
  const looked = await look(file, work, applied === 0 ? done : `${done} in part`, acts);
  return applied === 0 ? looked : applied;
}

/** A look that finds what the last one did is not written down. */
const LOOKED = "looked";

/** How the incident stands, by a plan; what is done goes into its file. @returns 0 if nothing is open or came back */
async function look(
  file: IncidentFile,
  work: Work,
  what = LOOKED,
  acts: readonly LogEntry[] = [],
): Promise<number> {
  const { console } = work;
  const { code, plan } = await run("plan", file, work);
  if (code !== 0 || plan === undefined) {
    // What was done is known all the same.
    if (acts.length > 0) {
      work.files.write({ ...file, incident: { ...file.incident, log: [...file.incident.log, ...acts] } });
    }
    console.err(`how ${file.id} stands is not known: the plan failed\n`);
    return code === 0 ? 1 : code;
  }
  const standing = standingIn(plan, file.incident);
  const at = now();
  const entries = standing.map((one) => entryOf(one, at));
  for (const { what: words, proof } of entries)
    console.out(`${words}${proof === undefined ? "" : `: ${proof}`}\n`);
  const { log } = file.incident;
  if (!endsWith(log, entries) || what !== LOOKED) {
    work.files.write({
      ...file,
      incident: { ...file.incident, log: [...log, ...acts, { at, what }, ...entries] },
    });
  }
  return standing.every(({ is }) => is === "done") ? 0 : 1;
}

/** Undoes what may be undone, in the order turned round. */
async function release(file: IncidentFile, work: Work): Promise<number> {
  const { console, options, account } = work;
  if (options.endHold && file.incident.wasHeld) {
    console.err(
      `${account} was on hold before ${file.path}, or that could not be read: that hold is not ended here; leave --end-hold out\n`,
    );
    return 1;
  }
  const words = options.endHold ? "The hold ends as well" : "The hold stays";
  if (
    !options.yes &&
    (await console.terminal?.ask(`Release ${account}? ${words}. Only "yes" does: `)) !== "yes"
  ) {
    console.err("nothing was done\n");
    return 1;
  }
  // How a destroy ends is in the state: it has to be applied first.
  const ends = {
    ...(options.endHold ? { endHold: true } : {}),
    ...(options.releaseSender ? { releaseSender: true } : {}),
  };
  const isAsked = Object.keys(ends).length > 0;
  const ending = isAsked ? work.files.write({ ...file, incident: { ...file.incident, ...ends } }) : file;
  if (isAsked) {
    const { code: applied } = await run("deploy", ending, work);
    if (applied !== 0) return applied;
  }
  const begun = { at: now(), what: RELEASING };
  const releasing = work.files.write({
    ...ending,
    incident: { ...ending.incident, log: [...ending.incident.log, begun] },
  });
  const { code, plan: ended } = await run("destroy", releasing, work);
  if (code === 0 && isContained(file.incident) && (ended === undefined || endsIn(ended) === 0)) {
    work.files.write(file);
    console.err(
      `${account} is not released: what contained it is not in the state that was asked. That state is elsewhere: with ` +
        "another --out, on another machine, or where the estate kept its states before\n",
    );
    return 1;
  }
  const at = now();
  const log = [
    ...releasing.incident.log,
    { at, what: code === 0 ? `released; ${words.toLowerCase()}` : "released in part" },
  ];
  const released = code === 0 ? { released: at } : {};
  work.files.write({ ...ending, incident: { ...ending.incident, ...released, log } });
  if (code === 0) {
    console.out(
      `${account} is released. ${words}. Give the user a Temporary Access Pass or a new password.\n`,
    );
    const off = ended === undefined ? [] : leftOff(ended, file.incident);
    if (off.length > 0) {
      console.out(
        "On when it was opened, and switched off by a run that was killed before it could note that; look whether it is on:\n",
      );
      for (const one of off) console.out(`  ${visibleLine(one)}\n`);
    }
  }
  return code;
}

async function read(work: Work): Promise<Exposure | undefined> {
  const name = "exposure";
  const { account, tenant, console } = work;
  const { code, plan } = await conducted("plan", name, exposureStack(name, account, tenant), work);
  const exposure = code === 0 && plan !== undefined ? exposureIn(plan) : undefined;
  if (exposure === undefined) console.err(`${account} could not be read; nothing was done\n`);
  return exposure;
}

function run(
  command: Command,
  { id, incident }: IncidentFile,
  work: Work,
  there: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const make = incidentStack(id, incident, work.tenant, work.estate.state, there);
  return conducted(command, incidentStackName(id), make, work);
}

/** A run over one stack. */
interface Ran {
  readonly code: number;
  /** What `terraform show -json` printed of the plan that this run made; undefined if it made none. */
  readonly plan: string | undefined;
  /** What Terraform said while it applied; empty where nothing was applied. */
  readonly log: string;
}

/** Runs Terraform over one stack, which is written anew. */
async function conducted(command: Command, name: string, make: MakeStack, work: Work): Promise<Ran> {
  const { out, options, version, console } = work;
  const folder = writeStack(out, name, make);
  // Not the youngest of the output folder: by its name that may be one which somebody has put there.
  let ran: RunFolder | undefined;
  const code = await conduct(
    {
      command,
      estate: options.estate,
      stacks: [{ name, folder, after: [] }],
      out,
      options: { ...ROLLOUT_DEFAULTS, gateway: false, out, yes: true },
      version,
      began: (began) => {
        ran = began;
      },
    },
    // What a run says of itself is no data here.
    { ...console, out: console.err },
  );
  const saved = ran && [...savedPlans(ran)].find(({ stack }) => stack === name);
  return { code, plan: saved?.json, log: ran === undefined ? "" : applyLogOf(ran, name) };
}

/** What Terraform said while the run applied; empty where it said nothing. */
function applyLogOf(run: RunFolder, stack: string): string {
  try {
    return readFileSync(run.filesOf(stack).applyLog, "utf8");
  } catch {
    return "";
  }
}

/** @throws Misuse for what is no way and what may stay there */
function keepOf(given: readonly string[] | undefined): Incident["keep"] {
  if (given === undefined) return undefined;
  const keep: Partial<Record<KeepKey, string[]>> = {};
  for (const one of given) {
    const at = one.indexOf("=");
    const key = KEEP_KEYS.find((name) => name === one.slice(0, at));
    const value = one.slice(at + 1);
    if (key === undefined || value === "") {
      throw new Misuse(
        `--keep ${one}: expected ${KEEP_KEYS.join(" | ")}, =, and what may stay as it is shown`,
      );
    }
    keep[key] = [...(keep[key] ?? []), value];
  }
  return keep;
}

/** Now, in whole seconds. */
function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
