import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import { milliseconds } from "./duration";
import { identityOf, livenessOf, ProcessIdentitySchema } from "./process-identity";
import type { Failure } from "./run-record";
import type { RolloutStack } from "./stack";
import { writeAnew } from "./write-anew";

/** Says which Terraform works in a folder: it outlives a run that is killed, so that its state is saved. */
const RUNNING_FILE = ".mail-hygiene.running.json";

const Running = v.object({ command: v.string(), process: ProcessIdentitySchema });

/** A Terraform that works in a folder. */
export type RunningTerraform = Readonly<v.InferOutput<typeof Running>>;

/**
 * Notes a Terraform that was started.
 * @param command its subcommand
 * @returns what to do when it has ended
 */
export function noteRunning(folder: string, command: string, pid: number): () => void {
  const file = join(folder, RUNNING_FILE);
  const running: RunningTerraform = { command, process: identityOf(pid) };
  try {
    writeAnew(file, JSON.stringify(running));
  } catch {
    // It runs all the same; the next run then relies on Terraform's own lock on the state.
  }
  return () => rmSync(file, { force: true });
}

/** The Terraform of a run that was killed, if it still works in a folder. */
export function leftoverTerraform(folder: string): RunningTerraform | undefined {
  const text = read(join(folder, RUNNING_FILE));
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Running), text);
  return parsed.success && livenessOf(parsed.output.process) === "alive" ? parsed.output : undefined;
}

/**
 * Waits until no Terraform of a run that was killed works on a stack.
 * @param timeout in Terraform's notation, e.g. `2m`
 * @param tell takes a line if there is one
 * @returns waits, and says why one is still there when the time is over; a stop ends it as well
 */
export function withoutLeftover(timeout: string, isStopped: () => boolean, tell: (text: string) => void) {
  return async ({ name, folder }: RolloutStack): Promise<Failure | undefined> => {
    let told = false;
    for (const end = performance.now() + (milliseconds(timeout) ?? DEFAULT); ; await sleep(100)) {
      const leftover = leftoverTerraform(folder);
      if (!leftover || isStopped()) return undefined;
      const { command, process: running } = leftover;
      const what = `the terraform ${command} of a run that was killed (process ${running.pid})`;
      if (performance.now() > end) {
        return {
          phase: "plan",
          errors: [{ summary: `${what} still works on the stack after ${timeout}` }],
          fix: `wait for its end and go on with --resume; or end it: kill -INT ${running.pid}`,
        };
      }
      if (!told) tell(`${name}: waits for ${what}`);
      told = true;
    }
  };
}

const DEFAULT = 120_000;

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
