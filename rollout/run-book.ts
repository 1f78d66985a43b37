import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorMessage } from "./disk-fault";
import { leastHeld } from "./lost-state";
import type { RunFolder } from "./run-folder";
import type { Command, Phase, RunRecord, StackRecord } from "./run-record";
import { type RolloutStack, STACK_FILE } from "./stack";
import { sha256, stackContent } from "./stack-content";
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
    // What is known of its state: one that is empty now has been lost.
    const held = then && leastHeld(then);
    return [
      name,
      {
        ...now,
        ...(held === undefined ? {} : { resources: { held, planned: held } }),
        ...(then && wasCut(then) ? { unfinished: true } : {}),
      },
    ];
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

/** What of a stack's record a phase decides. */
export type PhaseOutcome = Pick<StackRecord, "status"> &
  Partial<Pick<StackRecord, "changes" | "saved" | "lock" | "resources" | "failure" | "blockedBy">>;

/**
 * The record of a run as it goes on: on disk after every change. Where the disk refuses one, the run goes on and the record
 * is written with the next; what it does is worth more than what is written of it.
 */
export class RunBook {
  private readonly began = new Map<string, number>();
  private fault: string | undefined;

  /**
   * @param milliseconds a clock that only goes forward
   * @throws Error if not even the first record can be written
   */
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

  /** Why the record on disk is of an earlier moment; `undefined` if it is not. */
  get unwritten(): string | undefined {
    return this.fault;
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
  end(stack: string, outcome: PhaseOutcome): void {
    this.settle(stack);
    const { phase: _over, unfinished, ...rest } = this.of(stack);
    const isOpen = unfinished === true && outcome.status !== "applied" && outcome.status !== "unchanged";
    this.put(stack, { ...rest, ...(isOpen ? { unfinished } : {}), ...outcome });
  }

  /** Notes what was seen of a stack's zone, which is no news of the stack. */
  noteExisting(stack: string, existing: readonly string[]): void {
    this.keep(stack, { ...this.of(stack), existing });
  }

  /** Notes what stops the run. */
  noteStops(stops: readonly string[]): void {
    this.current = { ...this.current, stops };
    this.write();
  }

  /** The run itself has written a stack's configuration anew: it is that one now which nobody else may change. */
  reconfigured({ name, folder }: RolloutStack): void {
    this.keep(name, { ...this.of(name), config: stackContent(folder).config });
  }

  /** The run is over. */
  close(endedAt: string, exitCode: number): RunRecord {
    this.current = { ...this.current, endedAt, exitCode };
    this.write();
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
    this.keep(stack, record);
    this.notify(stack, record);
  }

  private keep(stack: string, record: StackRecord): void {
    this.current = { ...this.current, stacks: { ...this.current.stacks, [stack]: record } };
    this.write();
  }

  private write(): void {
    try {
      this.folder.write(this.current);
      this.fault = undefined;
    } catch (error) {
      this.fault = errorMessage(error);
    }
  }
}
