import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, realpathSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import type { Console } from "../console";
import { changed } from "./environment";
import type { SandboxOptions } from "./options";
import { seedOf } from "./seed";
import { type StartedSandbox, startSandbox } from "./start";

/** What a shell answers for a command that it cannot find, or cannot run. */
const NOT_FOUND = 127;

/**
 * `mail-hygiene sandbox run`: one command against a sandbox of its own, which is gone afterwards.
 * @returns the command's exit code, 128 and the signal's number if one ended it
 */
export async function sandboxRun(
  command: readonly [string, ...string[]],
  options: SandboxOptions,
  version: string,
  console: Console,
): Promise<number> {
  const seed = seedOf(options, console);
  if (!seed) return 1;
  const home = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-sandbox-"));
  const started = await startSandbox({ ...options, ...seed, home, stays: false, version }, console);
  const { keeper, environment } = started;
  try {
    return await runCommand(command, changed(process.env, environment), keeper, console);
  } finally {
    if (options.state === undefined) console.err(goneWith(started));
    keeper.stdin?.end();
    if (keeper.exitCode === null) await once(keeper, "exit");
  }
}

/** Paths that a command has printed lead nowhere once the sandbox is gone; nothing where it has written none. */
function goneWith({ home }: StartedSandbox): string {
  if (readdirSync(home.work).length === 0) return "";
  return `what was written below ${home.work} (states, runs, plans) is gone with this sandbox; --state <file> keeps it\n`;
}

async function runCommand(
  [name, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  keeper: ChildProcess,
  console: Console,
): Promise<number> {
  let child: ChildProcess | undefined;
  const pass = (signal: NodeJS.Signals) => void child?.kill(signal);
  // A terminal sends Ctrl-C to the command as well: this process only waits for what it makes of it.
  const ignore = () => {};
  process.on("SIGINT", ignore).on("SIGQUIT", ignore).on("SIGTERM", pass).on("SIGHUP", pass);
  try {
    // Signals are listened for already: the command may be quick.
    child = spawn(name, args, { cwd: console.folder, env, stdio: "inherit" });
    keeper.stdin?.write(`${child.pid ?? ""}\n`);
    const ended: unknown[] = await once(child, "close");
    keeper.stdin?.write("\n");
    const [code, signal] = ended;
    return typeof code === "number" ? code : 128 + signalNumber(signal);
  } catch (error) {
    console.err(`mail-hygiene: ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return NOT_FOUND;
  } finally {
    process.off("SIGINT", ignore).off("SIGQUIT", ignore).off("SIGTERM", pass).off("SIGHUP", pass);
  }
}

function signalNumber(signal: unknown): number {
  const numbers: Readonly<Record<string, number>> = constants.signals;
  return numbers[String(signal)] ?? 0;
}
