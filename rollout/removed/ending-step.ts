import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { formatFault } from "../../lib/fault";
import { type Diagnostic, errorsInText } from "../diagnostics";
import type { RunFolder } from "../run-folder";
import type { Failure } from "../run-record";
import { type RolloutStack, STACK_FILE } from "../stack";
import type { StackRunnerOptions } from "../stack-runner";
import type { RunTerraform } from "../terraform-process";
import { writeAnew } from "../write-anew";
import { type Ending, releasing } from "./ending";
import { keptWith, protectionError } from "./protection";
import { resourcesInState, type StateResource } from "./state";

export interface EndingStepOptions {
  readonly terraform: RunTerraform;
  readonly folder: RunFolder;
  /** By the stacks' names; others keep their configuration. */
  readonly endings: ReadonlyMap<string, Ending>;
  /** Is told of a stack whose configuration was written. */
  readonly note: (stack: RolloutStack) => void;
}

type Pulled = { readonly resources: readonly StateResource[] } | { readonly error: Diagnostic };

/**
 * The step before a plan that writes configurations without resources, by which stacks are brought to their end. What is
 * to be let go of follows from the state, which Terraform itself reads, wherever it is.
 */
export function endingStep({
  terraform,
  folder: runFolder,
  endings,
  note,
}: EndingStepOptions): NonNullable<StackRunnerOptions["configure"]> {
  async function pull(stack: RolloutStack): Promise<Pulled> {
    const { pullLog: log, pulledState: state } = runFolder.filesOf(stack.name);
    try {
      const code = await terraform({ args: ["state", "pull"], folder: stack.folder, log, stdout: state });
      if (code !== 0) {
        const [first] = errorsInText(readFileSync(log, "utf8"));
        return { error: first ?? { summary: "Terraform cannot read the state" } };
      }
      const resources = resourcesInState(readFileSync(state, "utf8"));
      return resources
        ? { resources }
        : { error: { summary: "the state is none of a version that is known" } };
    } finally {
      // It may hold secrets, and the backend has it.
      rmSync(state, { force: true });
    }
  }

  async function configured(
    stack: RolloutStack,
    { configure, protects, release }: Ending,
    resources: readonly StateResource[],
  ): Promise<readonly Diagnostic[]> {
    const configuration = await configure(resources);
    if (!configuration.ok) return configuration.faults.map((fault) => ({ summary: formatFault(fault) }));
    const held = resources.filter(protects);
    if (release === "nothing" && held.length > 0) return held.map(protectionError);
    const released = release === "all" ? resources : release === "protected" ? keptWith(held, resources) : [];
    const addresses = released.map(({ address }) => address);
    const text = JSON.stringify(releasing(configuration.value, addresses), undefined, 2);
    writeAnew(join(stack.folder, STACK_FILE), `${text}\n`);
    note(stack);
    return [];
  }

  return async (stack): Promise<Failure | undefined> => {
    const ending = endings.get(stack.name);
    if (!ending) return undefined;
    const pulled = await pull(stack);
    const errors = "error" in pulled ? [pulled.error] : await configured(stack, ending, pulled.resources);
    return errors.length > 0 ? { phase: "plan", errors } : undefined;
  };
}
