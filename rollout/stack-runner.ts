import { chmodSync, readFileSync, renameSync, rmSync } from "node:fs";
import { type PlanContent, planContent } from "./changes";
import { type Diagnostic, errorsIn, errorsInText } from "./diagnostics";
import type { Initializer } from "./initializer";
import type { RunFolder } from "./run-folder";
import type { Failure, Phase } from "./run-record";
import { type SavedFiles, savedFiles } from "./saved-files";
import type { RolloutStack } from "./stack";
import type { RunTerraform } from "./terraform-process";

export type PlanOutcome =
  | ({
      readonly kind: "planned";
      readonly hasChanges: boolean;
      /** What the plan's files are known by. */
      readonly saved?: SavedFiles;
    } & PlanContent)
  | Failed
  /** A stop came between two phases; nothing is known. */
  | { readonly kind: "stopped" };

type ApplyOutcome = { readonly kind: "applied" } | Failed;

export interface Failed {
  readonly kind: "failed";
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
  readonly folder: RunFolder;
  readonly destroy: boolean;
  /** How long to wait for another's lock on the state, in Terraform's notation, e.g. `2m`. */
  readonly lockTimeout: string;
  readonly isStopped: () => boolean;
}

/** A runner that starts real Terraform. */
export function terraformRunner(options: StackRunnerOptions): StackRunner {
  const { terraform, initializer, folder: runFolder, isStopped } = options;
  const common = ["-input=false", "-json", `-lock-timeout=${options.lockTimeout}`];
  return {
    async plan(stack, begin) {
      const { initLog, planLog, plan, planJson, showLog } = runFolder.filesOf(stack.name);
      for (const file of [plan, planJson]) rmSync(file, { force: true });
      const folder = initializer.prepare(stack);
      if (initializer.needsInit(folder)) {
        begin("init");
        const outcome = await initializer.init(folder, initLog);
        if (!outcome.ok) return failed("init", outcome.code, outcome.errors);
        if (isStopped()) return { kind: "stopped" };
      }
      begin("plan");
      const args = [
        "plan",
        ...common,
        ...(options.destroy ? ["-destroy"] : []),
        "-detailed-exitcode",
        `-out=${plan}`,
      ];
      const code = await terraform({ args, folder: stack.folder, log: planLog });
      if (code !== 0 && code !== 2) {
        folder.forget();
        return failed("plan", code, errorsIn(readFileSync(planLog, "utf8")));
      }
      chmodSync(plan, 0o600);
      const show = ["show", "-no-color", "-json", plan];
      const made = `${planJson}.new`;
      const shown = await terraform({ args: show, folder: stack.folder, log: showLog, stdout: made });
      if (shown !== 0) return failed("plan", shown, errorsInText(readFileSync(showLog, "utf8")));
      rmSync(showLog);
      renameSync(made, planJson);
      return {
        kind: "planned",
        hasChanges: code === 2,
        saved: savedFiles({ plan, planJson }),
        ...planContent(stack.name, readFileSync(planJson, "utf8")),
      };
    },

    async apply(stack) {
      const { applyLog, plan } = runFolder.filesOf(stack.name);
      const args = ["apply", ...common, plan];
      const code = await terraform({ args, folder: stack.folder, log: applyLog });
      if (code === 0) return { kind: "applied" };
      return failed("apply", code, errorsIn(readFileSync(applyLog, "utf8")));
    },
  };
}

/** A phase that Terraform ended with a failure, in its own words. */
export function failed(phase: Phase, code: number | undefined, errors: readonly Diagnostic[]): Failed {
  const told = code === undefined ? "it was killed" : `exit code ${code}`;
  const own = { summary: `Terraform gave no reason (${told}); its log may hold one` };
  return { kind: "failed", failure: { phase, errors: errors.length > 0 ? errors : [own] } };
}
