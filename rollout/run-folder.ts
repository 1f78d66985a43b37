import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { writeFault } from "./disk-fault";
import type { Command, RunRecord, StackRecord } from "./run-record";
import { parseRunRecord } from "./run-record";
import { writeAnew } from "./write-anew";

/** The files of one stack in a run folder. */
export interface StackFiles {
  /** What `terraform init` printed, for people. */
  readonly initLog: string;
  /** Terraform's machine-readable output, a JSON object a line. */
  readonly planLog: string;
  /** The saved plan, for `terraform apply` and `terraform show`. */
  readonly plan: string;
  /** The plan as `terraform show -json` prints it. It may hold sensitive values in clear. */
  readonly planJson: string;
  /** What `terraform show` complained of; gone when it had nothing to complain of. */
  readonly showLog: string;
  /** As {@link planLog}. */
  readonly applyLog: string;
  /** What `terraform state push` printed, where a state had to be recovered. */
  readonly recoverLog: string;
  /** The state that was recovered; it may hold sensitive values. */
  readonly recoveredState: string;
  /** What `terraform state pull` complained of, where the state says what becomes of the stack. */
  readonly pullLog: string;
  /** The state that it printed, while it is read. */
  readonly pulledState: string;
}

/**
 * What a rollout leaves behind: `run.json`, and a folder for each stack. Only its owner may read it, since plans hold
 * values that Terraform only hides from the screen.
 */
export class RunFolder {
  private constructor(readonly path: string) {}

  /**
   * Makes `<out>/runs/<UTC>-<command>`.
   * @param startedAt ISO 8601, UTC
   */
  static create(out: string, command: Command, startedAt: string): RunFolder {
    const runs = join(out, RUNS);
    try {
      mkdirSync(runs, { recursive: true, mode: 0o700 });
      // The output folder may be committed for review; plans and logs must not be.
      writeAnew(join(runs, ".gitignore"), "*\n");
    } catch (error) {
      throw writeFault(runs, error);
    }
    const stem = `${startedAt.replaceAll(/[-:]|\.\d+/g, "")}-${command}`;
    for (let attempt = 1; ; attempt++) {
      const path = join(runs, attempt === 1 ? stem : `${stem}-${attempt}`);
      if (makeFolder(path)) return new RunFolder(path);
    }
  }

  /** @throws Error if the folder is none of a run */
  static open(path: string): RunFolder {
    const folder = new RunFolder(path);
    if (existsSync(join(path, RECORD))) return folder;
    throw new Error(`${path} is no run folder: it has no ${RECORD}`);
  }

  /** The youngest run of one of the commands. */
  static latest(out: string, ...commands: readonly Command[]): RunFolder | undefined {
    const runs = join(out, RUNS);
    const names = existsSync(runs) ? readdirSync(runs) : [];
    const name = names
      .filter((one) =>
        commands.some((command) => new RegExp(`^\\d{8}T\\d{6}Z-${command}(-\\d+)?$`).test(one)),
      )
      .filter((one) => existsSync(join(runs, one, RECORD)))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .at(-1);
    return name === undefined ? undefined : new RunFolder(join(runs, name));
  }

  /** All runs of an output folder. */
  static all(out: string): readonly RunFolder[] {
    const runs = join(out, RUNS);
    const names = existsSync(runs) ? readdirSync(runs) : [];
    return names
      .filter((name) => /^\d{8}T\d{6}Z-/.test(name) && existsSync(join(runs, name, RECORD)))
      .map((name) => new RunFolder(join(runs, name)));
  }

  get name(): string {
    return basename(this.path);
  }

  /**
   * @param readText how files of a folder are read that somebody else may have filled. @default as they are
   * @throws Error if `run.json` is not one that this version wrote
   */
  read(readText: ReadText = readPlainly): RunRecord {
    const record = parseRunRecord(readText(join(this.path, RECORD)));
    if (record) return record;
    throw new Error(`${join(this.path, RECORD)} is no record of a run, or one of another version`);
  }

  /** As {@link read}; `undefined` where the record cannot be read. */
  tryRead(): RunRecord | undefined {
    try {
      return parseRunRecord(readFileSync(join(this.path, RECORD), "utf8"));
    } catch {
      return undefined;
    }
  }

  /** Replaces `run.json` at once: a reader, or a kill, finds the old one or the new one. */
  write(record: RunRecord): void {
    const file = join(this.path, RECORD);
    try {
      writeAnew(`${file}.new`, `${JSON.stringify(record, undefined, 2)}\n`, 0o600);
      renameSync(`${file}.new`, file);
    } catch (error) {
      rmSync(`${file}.new`, { force: true, recursive: true });
      throw writeFault(this.path, error);
    }
  }

  /** Where a stack's files are; its folder is made. */
  filesOf(stack: string): StackFiles {
    const folder = join(this.path, stack);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return {
      initLog: join(folder, "init.log"),
      planLog: join(folder, "plan.log"),
      plan: join(folder, "plan.bin"),
      planJson: join(folder, "plan.json"),
      showLog: join(folder, "show.log"),
      applyLog: join(folder, "apply.log"),
      recoverLog: join(folder, "recover.log"),
      recoveredState: join(folder, "errored.tfstate"),
      pullLog: join(folder, "pull.log"),
      pulledState: join(folder, "state.json"),
    };
  }
}

/** A plan of a run, as a reviewer reads it. */
export interface SavedPlan {
  readonly stack: string;
  readonly record: StackRecord;
  /** What `terraform show -json` printed. */
  readonly json: string;
}

/**
 * The plans of a run in the order of the stacks' names, those of stacks that could not be planned left out.
 * @param readText how files of a folder are read that somebody else may have filled. @default as they are
 */
export function* savedPlans(folder: RunFolder, readText: ReadText = readPlainly): Generator<SavedPlan> {
  const { stacks } = folder.read(readText);
  for (const [stack, record] of Object.entries(stacks).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = join(folder.path, stack, "plan.json");
    const json = existsSync(file) ? readText(file) : "";
    if (json !== "") yield { stack, record, json };
  }
}

/** The text of a file. @throws Error if it cannot be had */
type ReadText = (path: string) => string;

const readPlainly: ReadText = (path) => readFileSync(path, "utf8");

/** The folder of the runs, in an output folder. */
export const RUNS = "runs";
const RECORD = "run.json";

/** @returns whether it was not there yet */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (existsSync(path)) return false;
    throw error;
  }
}
