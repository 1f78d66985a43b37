#!/usr/bin/env node
import { CommanderError } from "commander";
import type { Console } from "./console";
import { Misuse } from "./misuse";
import { buildProgram } from "./program";
import { guarded, terminalOf } from "./terminal";

/** Runs the command line. Exit codes: 0 fine, 1 findings or invalid input, 2 misuse; see each command for more. */
export async function run(args: readonly string[], to: Console): Promise<number> {
  const console = guarded(to);
  let code = 0;
  const program = buildProgram(console, (reported) => {
    code = reported;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // commander has said what was wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.err(`mail-hygiene: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Misuse ? 2 : 1;
  }
}

if (require.main === module) {
  const console: Console = {
    out: (text) => process.stdout.write(text),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    err: (text) => process.stderr.write(text),
    folder: process.cwd(),
    terminal: terminalOf(process),
  };
  // A reader that has seen enough (`| head`) is no fault, and a terminal that went away no reason to drop a rollout.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
    });
  }
  run(process.argv.slice(2), console).then((code) => {
    process.exitCode = code;
  });
}
