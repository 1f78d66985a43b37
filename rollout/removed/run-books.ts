import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RUNS, RunFolder } from "../run-folder";
import type { RunRecord, StackRecord } from "../run-record";

/** What the runs of an output folder say of stacks. */
export interface RunBooks {
  /** By stack, whether the last run that touched it left something in its state. */
  readonly deployed: ReadonlyMap<string, boolean>;
  /** Names of runs whose record cannot be read: what they did nobody knows. */
  readonly unreadable: readonly string[];
}

/** Reads the records of all runs, the oldest first. */
export function readRunBooks(out: string): RunBooks {
  const runs = join(out, RUNS);
  const names = existsSync(runs) ? readdirSync(runs) : [];
  const deployed = new Map<string, boolean>();
  const unreadable: string[] = [];
  // Names begin with the time.
  for (const name of names.sort()) {
    if (!existsSync(join(runs, name, "run.json"))) continue;
    const record = readRecord(join(runs, name));
    if (!record) unreadable.push(name);
    for (const [stack, one] of Object.entries(record?.stacks ?? {})) {
      const holds = record && leftBehind(record, one);
      if (holds !== undefined) deployed.set(stack, holds);
    }
  }
  return { deployed, unreadable };
}

function readRecord(path: string): RunRecord | undefined {
  try {
    return RunFolder.open(path).read();
  } catch {
    return undefined;
  }
}

/** Did a run leave something in the stack's state? `undefined`: it says nothing of that. */
function leftBehind(
  { command }: RunRecord,
  { status, phase, failure, seconds }: StackRecord,
): boolean | undefined {
  const isDone = status === "applied" || status === "unchanged";
  switch (command) {
    case "plan":
      return status === "unchanged" ? true : undefined;
    case "destroy":
      return isDone ? false : undefined;
    case "deploy":
      // An apply that failed, or was killed, may have made a part.
      return isDone || phase === "apply" || failure?.phase === "apply" || seconds.apply !== undefined
        ? true
        : undefined;
  }
}
