import { chmodSync, readFileSync, rmSync } from "node:fs";
import { planContent } from "./changes";
import { errorsInText } from "./diagnostics";
import { recoverState } from "./errored-state";
import type { Initializer } from "./initializer";
import { lockedProviders } from "./lock-file";
import { planBase, type StateVersion, stateVersion } from "./plan-file";
import type { RunFolder } from "./run-folder";
import type { Failure, Phase, RunRecord, StackRecord } from "./run-record";
import { alteredFile, type SavedFiles } from "./saved-files";
import type { RolloutStack } from "./stack";
import type { StackGuard } from "./stack-guard";
import { type Failed, failed, type PlanOutcome, type StackRunner } from "./stack-runner";
import type { RunTerraform } from "./terraform-process";
import type { TerraformVersion } from "./terraform-version";
import type { WorkingFolder } from "./working-folder";
import { copyAnew } from "./write-anew";

export interface ReviewedRunnerOptions {
  /** What applies. */
  readonly runner: Pick<StackRunner, "apply">;
  /** The run whose plans were reviewed. */
  readonly reviewed: { readonly folder: RunFolder; readonly record: RunRecord };
  /** The run that applies them. */
  readonly folder: RunFolder;
  /** SHA-256 of a stack's configuration as it is now. */
  readonly configOf: (stack: string) => string;
  readonly version: TerraformVersion;
  readonly terraform: RunTerraform;
  readonly initializer: Initializer;
  readonly guard: Pick<StackGuard, "lockOf">;
  readonly isStopped: () => boolean;
  /** Waits until no Terraform of a run that was killed works on the stack; says why it still does. */
  readonly withoutLeftover: (stack: RolloutStack) => Promise<Failure | undefined>;
  /** In Terraform's notation. */
  readonly lockTimeout: string;
}

/**
 * A runner that makes no plans of its own: it takes those of an earlier run, and refuses each that is not the one that was
 * reviewed, or that the world has moved on from.
 */
export function reviewedRunner(options: ReviewedRunnerOptions): StackRunner {
  const { runner, reviewed, folder, configOf, version, guard, isStopped, withoutLeftover } = options;
  const take = async (stack: RolloutStack, begin: (phase: Phase) => void): Promise<PlanOutcome> => {
    // Its state is not what it will be, and the plan's base with it.
    const leftover = await withoutLeftover(stack);
    if (isStopped()) return { kind: "stopped" };
    if (leftover) return { kind: "failed", failure: leftover };
    const then = reviewed.record.stacks[stack.name];
    if (then?.status !== "unchanged" && then?.status !== "planned") return refused(notPlanned(then));
    const { saved } = then;
    if (!saved) return refused("the run keeps no checksums of its plans: it is of an older version");
    const files = reviewed.folder.filesOf(stack.name);
    const altered = alteredFile(files, saved);
    if (altered !== undefined) return refused(altered);
    if (then.config !== configOf(stack.name)) {
      return refused("the estate says something else of this stack than when it was planned");
    }
    const { product, version: number } = reviewed.record.terraform;
    if (product !== version.product || number !== version.version) {
      return refused(
        `it was planned by ${product} ${number}, and here is ${version.product} ${version.version}`,
      );
    }
    const content = planContent(stack.name, readFileSync(files.planJson, "utf8"));
    if (then.status === "planned") {
      const stale = await staleness(stack, files.plan, begin, options);
      if (stale) {
        // As after any failure: nobody knows what its folder is like.
        options.initializer.forget(stack);
        return stale;
      }
    }
    return {
      kind: "planned",
      hasChanges: then.status === "planned",
      saved: copied(stack, saved),
      lock: guard.lockOf(stack),
      ...content,
    };
  };
  const copied = (stack: RolloutStack, saved: SavedFiles): SavedFiles => {
    const [from, to] = [reviewed.folder.filesOf(stack.name), folder.filesOf(stack.name)];
    for (const file of ["plan", "planJson"] as const) {
      copyAnew(from[file], to[file]);
      chmodSync(to[file], 0o600);
    }
    return saved;
  };
  return { plan: take, apply: (stack) => runner.apply(stack) };
}

function notPlanned(then: StackRecord | undefined): string {
  switch (then?.status) {
    case undefined:
      return "the run has no such stack";
    case "applied":
      return "it was applied already";
    case "failed":
      return "its plan failed";
    default:
      return "it was not planned in that run: a stack that it needs was to be applied first";
  }
}

/** Have providers, or the state, moved on since the plan? Terraform would say so too, after others were applied. */
async function staleness(
  stack: RolloutStack,
  plan: string,
  begin: (phase: Phase) => void,
  { initializer, terraform, folder: runFolder, lockTimeout }: ReviewedRunnerOptions,
): Promise<Failed | undefined> {
  const base = planBase(plan);
  const { initLog, pullLog, pulledState, recoverLog, recoveredState } = runFolder.filesOf(stack.name);
  const working = initializer.prepare(stack);
  const moved = base.lock === undefined ? undefined : movedProvider(working, base.lock);
  if (moved !== undefined) return refused(moved);
  if (initializer.needsInit(working)) {
    begin("init");
    const outcome = await initializer.init(working, initLog);
    if (!outcome.ok) return failed("init", outcome.code, outcome.errors);
  }
  begin("plan");
  // What an apply could not save is in no state: the plan knows nothing of it either.
  const unsaved = await recoverState({
    stack,
    terraform,
    log: recoverLog,
    keptAs: recoveredState,
    lockTimeout,
    push: false,
  });
  if (unsaved) return { kind: "failed", failure: unsaved };
  if (!base.state) return undefined;
  const args = ["state", "pull"];
  const code = await terraform({ args, folder: stack.folder, log: pullLog, stdout: pulledState });
  const text = readFileSync(pulledState, "utf8");
  // States hold secrets.
  for (const file of [pulledState, ...(code === 0 ? [pullLog] : [])]) rmSync(file, { force: true });
  if (code !== 0) return failed("plan", code, errorsInText(readFileSync(pullLog, "utf8")));
  const now = stateVersion(text);
  if (now && now.serial === base.state.serial && now.lineage === base.state.lineage) return undefined;
  return refused(
    `its state has changed since: ${stateWords(base.state)} was planned, now it is ${now ? stateWords(now) : "no state that can be read"}`,
  );
}

function stateWords({ lineage, serial }: StateVersion): string {
  return lineage === "" ? "no state" : `serial ${serial} of ${lineage}`;
}

/**
 * The first provider whose version is another than the plan's. A folder without choices of its own, as on another machine,
 * gets those of the plan.
 */
function movedProvider(folder: WorkingFolder, lock: string): string | undefined {
  const own = folder.lock;
  if (own === undefined) {
    folder.lock = lock;
    return undefined;
  }
  const now = new Map(lockedProviders(own).map(({ address, version }) => [address, version]));
  for (const { address, version } of lockedProviders(lock)) {
    const other = now.get(address);
    if (other !== undefined && other !== version) {
      return `provider ${address} was ${version} when it was planned, and is ${other} now`;
    }
  }
  return undefined;
}

function refused(why: string): Failed {
  return {
    kind: "failed",
    failure: {
      phase: "plan",
      errors: [{ summary: `The plan is not applied: ${why}; plan and review again` }],
    },
  };
}
