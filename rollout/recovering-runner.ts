import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunFolder } from "./run-folder";
import type { RolloutStack } from "./stack";
import type { StackRunner } from "./stack-runner";
import { writeAnew } from "./write-anew";

/** A record that exists and that Terraform is to take over: its address, and its id as the provider imports it. */
export interface TakeOver {
  readonly to: string;
  readonly id: string;
}

export interface RecoveryOptions {
  readonly runner: StackRunner;
  readonly folder: RunFolder;
  /** Did an apply of the stack begin that is not known to have come to its end? */
  readonly wasCut: (stack: string) => boolean;
  /**
   * What the plan would create and what exists to the letter: its creation was carried out, and the answer lost.
   * @param json the plan as `terraform show -json` prints it
   */
  readonly find: (stack: string, json: string) => Promise<readonly TakeOver[]>;
}

/** Beside the stack's configuration while it is planned; the saved plan holds it from then on. */
const RECOVERY_FILE = "mail-hygiene-recovery.tf.json";

/**
 * A runner that plans a stack whose apply was cut off a second time, with what that apply had made and could not note
 * as imports: a second record beside the first would be refused, or worse, not be.
 */
export function recoveringRunner({ runner, folder, wasCut, find }: RecoveryOptions): StackRunner {
  return {
    async plan(stack, begin) {
      const file = recoveryFile(stack);
      // One that was left by a kill.
      rmSync(file, { force: true });
      const outcome = await runner.plan(stack, begin);
      if (outcome.kind !== "planned" || !outcome.hasChanges || !wasCut(stack.name)) return outcome;
      const { planJson } = folder.filesOf(stack.name);
      const lost = await find(stack.name, readFileSync(planJson, "utf8"));
      if (lost.length === 0) return outcome;
      writeAnew(file, JSON.stringify({ import: lost.map(({ to, id }) => ({ to, id })) }));
      try {
        return await runner.plan(stack, begin);
      } finally {
        rmSync(file, { force: true });
      }
    },
    apply: (stack) => runner.apply(stack),
  };
}

function recoveryFile({ folder }: RolloutStack): string {
  return join(folder, RECOVERY_FILE);
}
