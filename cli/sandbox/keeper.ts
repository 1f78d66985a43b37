import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { lockFolder } from "../../rollout/folder-lock";
import { builtFile } from "./built-file";

/*
 * The process that keeps a sandbox: it runs the cloud, passes its ready line on, and in the end takes everything away.
 * It lives in a session of its own, so that neither Ctrl-C nor a killed command line leaves anything behind.
 *
 *   node keeper.js <home> <seed> [--state <file>] [--api-budget <calls>] [--stay]
 *
 * It ends on SIGTERM, with the cloud, and, unless it is to stay, when its standard input closes. The last line of that
 * input is the id of the process that ends with the sandbox, or empty.
 */

const [home = "", seed = "", ...options] = process.argv.slice(2);
keepAlone();
const cloud = startCloud();
let command: number | undefined;
let ending = false;

cloud.once("exit", (code) => void end(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void end(0));
if (!options.includes("--stay")) {
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      command = Number(line) || undefined;
    })
    .on("close", () => void end(0));
}

/** Clouds that are kept, and Terraform's state beside them, are one sandbox's at a time: two would each lose the other's. */
function keepAlone(): void {
  const state = stateFile();
  if (state === undefined) return;
  try {
    lockFolder(`${state}.terraform`, "sandbox");
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function stateFile(): string | undefined {
  return optionOf("--state");
}

function optionOf(option: string): string | undefined {
  const at = options.indexOf(option);
  return at < 0 ? undefined : options[at + 1];
}

function startCloud(): ChildProcess {
  const state = stateFile();
  const budget = optionOf("--api-budget");
  const args = [
    builtFile("sandbox", "cloud.js"),
    ...["--world", seed],
    ...(state === undefined ? [] : ["--state", state]),
    ...(budget === undefined ? [] : ["--api-budget", budget]),
  ];
  // The cloud ends when its input closes, and so with this process, however that ends.
  return spawn(process.execPath, args, { stdio: ["pipe", "inherit", "inherit"] });
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  const family = command === undefined ? [] : familyOf(command);
  for (const pid of family) tryKill(pid, "SIGTERM");
  // Terraform saves its state before it goes, and needs no cloud for that.
  cloud.kill("SIGTERM");
  await ended(cloud, 5000);
  for (let left = 50; left > 0 && family.some(isAlive); left--) await setTimeout(100);
  for (const pid of family) tryKill(pid, "SIGKILL");
  rmSync(home, { recursive: true, force: true });
  process.exit(code);
}

function ended(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return Promise.race([gone, setTimeout(patience).then(() => void child.kill("SIGKILL"))]);
}

/** A process and all that it started, as far as it is still known whose they are. */
function familyOf(root: number): readonly number[] {
  const family = new Set([root]);
  const pairs = processes();
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [pid = 0, parent = 0] of pairs) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** All processes with their parents; none where the machine has no `ps`. */
function processes(): readonly (readonly number[])[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return (stdout ?? "").split("\n").map((line) => line.trim().split(/\s+/).map(Number));
}

function isAlive(pid: number): boolean {
  return tryKill(pid, 0);
}

/** @returns whether there is such a process */
function tryKill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
