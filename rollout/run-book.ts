import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunFolder } from "./run-folder";
import type { Command, Phase, RunRecord, StackRecord } from "./run-record";
import { type RolloutStack, STACK_FILE } from "./stack";
import type { TerraformVersion } from "./terraform-version";

export interface NewRun {
  readonly command: Command;
  readonly stacks: readonly RolloutStack[];
  readonly terraform: TerraformVersion;
  readonly parallel: number;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
}

/** The record of a run that has not begun. */
export function newRecord({ command, stacks, terraform, parallel, startedAt }: NewRun): RunRecord {
  const records = stacks.map(({ name, folder, after }): [string, StackRecord] => {
    const config = sha256(readFileSync(join(folder, STACK_FILE)));
    return [name, { status: "waiting", config, after: after.map(({ stack }) => stack), seconds: {} }];
  });
  return {
    version: 1,
    command,
    estate: sha256(JSON.stringify(records.map(([name, { config }]) => [name, config]))),
    terraform,
    startedAt,
    resumedAt: [],
    parallel,
    stacks: Object.fromEntries(records),
  };
}

/**
 * The record of a run that goes on where an earlier one ended, or was killed. What was applied, or had nothing to
 * apply, is not looked at again unless its configuration changed; everything else is planned again.
 * @param fresh what the run would be if it began now
 */
export function resumedRecord(earlier: RunRecord, fresh: RunRecord): RunRecord {
  const stacks = Object.entries(fresh.stacks).map(([name, now]): [string, StackRecord] => {
    const then = earlier.stacks[name];
    if (then && isDone(then) && then.config === now.config) return [name, then];
    return [name, then && wasCut(then) ? { ...now, unfinished: true } : now];
  });
  return {
    ...fresh,
    startedAt: earlier.startedAt,
    resumedAt: [...earlier.resumedAt, fresh.startedAt],
    stacks: Object.fromEntries(stacks),
  };
}

/** Is there nothing left to do? */
function isDone({ status }: StackRecord): boolean {
  return status === "applied" || status === "unchanged";
}

/** May records be there that no state knows? */
function wasCut({ unfinished, phase, failure }: StackRecord): boolean {
  return unfinished === true || phase === "apply" || failure?.phase === "apply";
}

/** Is told that something about a stack changed. */
export type Notify = (stack: string, record: StackRecord) => void;

/** The record of a run as it goes on: on disk after every change. */
export class RunBook {
  private readonly began = new Map<string, number>();

  /** @param milliseconds a clock that only goes forward */
  constructor(
    private current: RunRecord,
    private readonly folder: RunFolder,
    private readonly notify: Notify,
    private readonly milliseconds: () => number,
  ) {
    folder.write(current);
  }

  get record(): RunRecord {
    return this.current;
  }

  /** @throws Error if the run has no such stack */
  of(stack: string): StackRecord {
    const record = this.current.stacks[stack];
    if (record) return record;
    throw new Error(`the run has no stack ${stack}`);
  }

  begin(stack: string, phase: Phase): void {
    this.settle(stack);
    this.began.set(stack, this.milliseconds());
    const unfinished = phase === "apply" ? ({ unfinished: true } as const) : {};
    this.put(stack, { ...this.of(stack), status: "running", phase, ...unfinished });
  }

  /** A stack's phase is over. */
  end(
    stack: string,
    outcome: Pick<StackRecord, "status" | "changes" | "failure" | "blockedBy" | "saved">,
  ): void {
    this.settle(stack);
    const { phase: _over, unfinished, ...rest } = this.of(stack);
    const isOpen = unfinished === true && outcome.status !== "applied" && outcome.status !== "unchanged";
    this.put(stack, { ...rest, ...(isOpen ? { unfinished } : {}), ...outcome });
  }

  /** Notes what was seen of a stack's zone, which is no news of the stack. */
  noteExisting(stack: string, existing: readonly string[]): void {
    const record = { ...this.of(stack), existing };
    this.current = { ...this.current, stacks: { ...this.current.stacks, [stack]: record } };
    this.folder.write(this.current);
  }

  /** Notes what stops the run. */
  noteStops(stops: readonly string[]): void {
    this.current = { ...this.current, stops };
    this.folder.write(this.current);
  }

  /** The run is over. */
  close(endedAt: string, exitCode: number): RunRecord {
    this.current = { ...this.current, endedAt, exitCode };
    this.folder.write(this.current);
    return this.current;
  }

  /** Notes how long the phase took that a stack was in. */
  private settle(stack: string): void {
    const record = this.of(stack);
    const began = this.began.get(stack);
    if (record.phase === undefined || began === undefined) return;
    const seconds = Math.round(this.milliseconds() - began) / 1000;
    this.current = {
      ...this.current,
      stacks: {
        ...this.current.stacks,
        [stack]: { ...record, seconds: { ...record.seconds, [record.phase]: seconds } },
      },
    };
    this.began.delete(stack);
  }

  private put(stack: string, record: StackRecord): void {
    this.current = { ...this.current, stacks: { ...this.current.stacks, [stack]: record } };
    this.folder.write(this.current);
    this.notify(stack, record);
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
