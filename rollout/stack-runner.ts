import { chmodSync, readFileSync, renameSync, rmSync } from "node:fs";
import { applyProgress } from "./apply-log";
import { type PlanContent, planContent } from "./changes";
import { type Diagnostic, errorsIn, errorsInText } from "./diagnostics";
import { lackOfRoom } from "./disk-room";
import { recoverState } from "./errored-state";
import type { Initializer } from "./initializer";
import type { RunFolder, StackFiles } from "./run-folder";
import type { Failure, Phase, StackRecord } from "./run-record";
import { type SavedFiles, savedFiles } from "./saved-files";
import type { RolloutStack } from "./stack";
import type { StackGuard } from "./stack-guard";
import type { RunTerraform } from "./terraform-process";
import { conditionAfter } from "./unfinished-apply";
import { writeParallelism } from "./write-parallelism";

export type PlanOutcome = Planned | Failed | Stopped;

interface Planned extends PlanContent {
  readonly kind: "planned";
  readonly hasChanges: boolean;
  /** What the plan's files are known by. */
  readonly saved: SavedFiles;
  /** SHA-256 of the lock file that it was made with; empty if there was none. */
  readonly lock: string;
}

/** A stop came between two phases; nothing is known. */
interface Stopped {
  readonly kind: "stopped";
}

type ApplyOutcome = ({ readonly kind: "applied" } | Failed) & Pick<StackRecord, "resources">;

export interface Failed {
  /** `interrupted`: the user ended Terraform in mid-work. */
  readonly kind: "failed" | "interrupted";
  readonly failure: Failure;
}

/** Does to one stack what a rollout wants of it. */
export interface StackRunner {
  /** @param begin is told each phase as it begins */
  plan(stack: RolloutStack, begin: (phase: Phase) => void): Promise<PlanOutcome>;
  /** Applies the plan that was saved. */
  apply(stack: RolloutStack): Promise<ApplyOutcome>;
}

export interface StackRunnerOptions {
  readonly terraform: RunTerraform;
  readonly initializer: Initializer;
  readonly guard: StackGuard;
  readonly folder: RunFolder;
  /** Is a stack to be destroyed as it is declared? */
  readonly destroy: (stack: string) => boolean;
  /**
   * Writes the configuration that a stack is planned by, once its state can be read.
   * @default the one that was synthesized stays
   */
  readonly configure?: (stack: RolloutStack) => Promise<Failure | undefined>;
  /** May states that could not be saved be pushed? A plan changes nothing. */
  readonly recover: boolean;
  /** How long to wait for another's lock on the state, in Terraform's notation, e.g. `2m`. */
  readonly lockTimeout: string;
  readonly isStopped: () => boolean;
  /** Was Terraform asked to end in mid-work? */
  readonly isInterrupted: () => boolean;
  /** The run's record of a stack. */
  readonly recordOf: (stack: string) => StackRecord;
  /** Waits until no Terraform of a run that was killed works on the stack; says why it still does. */
  readonly withoutLeftover: (stack: RolloutStack) => Promise<Failure | undefined>;
}

/** A runner that starts real Terraform. */
export function terraformRunner(options: StackRunnerOptions): StackRunner {
  const { terraform, initializer, guard, folder: runFolder, lockTimeout, isStopped } = options;
  const common = ["-input=false", "-json", `-lock-timeout=${lockTimeout}`];
  const ended = (phase: Phase, code: number | undefined, errors: readonly Diagnostic[]): Failed =>
    options.isInterrupted()
      ? interrupted(phase, code, errors)
      : failed(phase, code, errors, lackOfRoom(runFolder.path));

  /** Everything before the plan. */
  async function prepared(
    stack: RolloutStack,
    files: StackFiles,
    begin: (phase: Phase) => void,
  ): Promise<Failed | Stopped | undefined> {
    const leftover = await options.withoutLeftover(stack);
    if (isStopped()) return { kind: "stopped" };
    const changed = leftover ?? guard.sinceSynth(stack, guard.lockOf(stack));
    if (changed) return { kind: "failed", failure: changed };
    const folder = initializer.prepare(stack);
    if (initializer.needsInit(folder)) {
      begin("init");
      const outcome = await initializer.init(folder, files.initLog);
      if (!outcome.ok) return ended("init", outcome.code, outcome.errors);
      if (isStopped()) return { kind: "stopped" };
    }
    begin("plan");
    const unrecovered = await recoverState({
      stack,
      terraform,
      log: files.recoverLog,
      keptAs: files.recoveredState,
      lockTimeout,
      push: options.recover,
    });
    const failure = unrecovered ?? (await options.configure?.(stack));
    return failure && { kind: "failed", failure };
  }

  async function planned(stack: RolloutStack, files: StackFiles): Promise<Planned | Failed> {
    const { planLog, plan, planJson, showLog } = files;
    const lock = guard.lockOf(stack);
    const early = guard.sinceSynth(stack, lock);
    if (early) return { kind: "failed", failure: early };
    const destroy = options.destroy(stack.name) ? ["-destroy"] : [];
    const args = ["plan", ...common, ...destroy, "-detailed-exitcode", `-out=${plan}`];
    const code = await terraform({ args, folder: stack.folder, log: planLog });
    if (code !== 0 && code !== 2) return ended("plan", code, errorsIn(readFileSync(planLog, "utf8")));
    const late = guard.sinceSynth(stack, lock);
    if (late) return { kind: "failed", failure: late };
    chmodSync(plan, 0o600);
    const show = ["show", "-no-color", "-json", plan];
    const made = `${planJson}.new`;
    const shown = await terraform({ args: show, folder: stack.folder, log: showLog, stdout: made });
    if (shown !== 0) return ended("plan", shown, errorsInText(readFileSync(showLog, "utf8")));
    rmSync(showLog);
    const content = planContent(stack.name, readFileSync(made, "utf8"));
    const lost = guard.lostState(stack, content);
    if (lost) return { kind: "failed", failure: lost };
    renameSync(made, planJson);
    return { kind: "planned", hasChanges: code === 2, saved: savedFiles(files), lock, ...content };
  }

  return {
    async plan(stack, begin) {
      const files = runFolder.filesOf(stack.name);
      const removePlans = () => {
        for (const file of [files.plan, files.planJson, `${files.planJson}.new`])
          rmSync(file, { force: true });
      };
      removePlans();
      let outcome: PlanOutcome | undefined;
      try {
        outcome = (await prepared(stack, files, begin)) ?? (await planned(stack, files));
        // Whatever Terraform says of a configuration that is not ours is not the reason.
        const changed = outcome.kind === "failed" && guard.sinceSynth(stack, guard.lockOf(stack));
        if (changed) outcome = { kind: "failed", failure: changed };
      } finally {
        // Nobody takes what was begun for a plan, and after a failure nobody knows what the folder is like.
        if (outcome?.kind !== "planned") removePlans();
        if (outcome?.kind !== "planned" && outcome?.kind !== "stopped") initializer.forget(stack);
      }
      return outcome;
    },

    async apply(stack) {
      const files = runFolder.filesOf(stack.name);
      const { applyLog, plan } = files;
      const refusal = guard.beforeApply(stack, files);
      if (refusal) return { kind: "failed", failure: refusal };
      const { resources } = options.recordOf(stack.name);
      const atOnce = writeParallelism(stack.name, files.planJson);
      const args = ["apply", ...common, ...(atOnce === undefined ? [] : [`-parallelism=${atOnce}`]), plan];
      const code = await terraform({ args, folder: stack.folder, log: applyLog });
      if (code === 0) {
        return {
          kind: "applied",
          ...(resources && { resources: { ...resources, held: resources.planned } }),
        };
      }
      const log = readFileSync(applyLog, "utf8");
      const progress = applyProgress(log);
      const { kind, failure } = ended("apply", code, errorsIn(log));
      // One that was killed may have made what no state knows, and come further than its log.
      const held =
        resources &&
        (code === undefined
          ? Math.min(resources.held, resources.planned)
          : Math.max(0, resources.held + progress.growth));
      return {
        kind,
        failure: { ...failure, ...conditionAfter(stack, code, progress) },
        ...(resources && held !== undefined && { resources: { ...resources, held } }),
      };
    },
  };
}

function interrupted(phase: Phase, code: number | undefined, errors: readonly Diagnostic[]): Failed {
  const how = code === undefined ? "it was killed, as you asked" : "it stopped at a safe point, as you asked";
  return { kind: "interrupted", failure: { phase, errors: errors.length > 0 ? errors : [{ summary: how }] } };
}

/**
 * A phase that Terraform ended with a failure, in its own words.
 * @param room what is free on the disk, if that is little: the log may not have taken what Terraform said
 */
export function failed(
  phase: Phase,
  code: number | undefined,
  errors: readonly Diagnostic[],
  room?: string | undefined,
): Failed {
  const told = code === undefined ? "it was killed" : `exit code ${code}`;
  const own = { summary: `Terraform gave no reason (${told}); ${room ?? "its log may hold one"}` };
  return { kind: "failed", failure: { phase, errors: errors.length > 0 ? errors : [own] } };
}
