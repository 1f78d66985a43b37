import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatFault } from "../../lib/fault";
import { type Diagnostic, errorsInText } from "../diagnostics";
import type { Initializer } from "../initializer";
import type { RunFolder } from "../run-folder";
import type { Phase } from "../run-record";
import { type RolloutStack, STACK_FILE } from "../stack";
import type { Failed, StackRunner } from "../stack-runner";
import type { RunTerraform } from "../terraform-process";
import { type Ending, releasing } from "./ending";
import { keptWith, protectionError } from "./protection";
import { resourcesInState, type StateResource } from "./state";

export interface EndingRunnerOptions {
  readonly terraform: RunTerraform;
  readonly initializer: Initializer;
  readonly folder: RunFolder;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly isStopped: () => boolean;
}

type Pulled = { readonly resources: readonly StateResource[] } | { readonly error: Diagnostic };

/**
 * A runner that ends stacks by configurations without resources. What is to be let go of follows from the state, which
 * Terraform itself reads, wherever it is.
 * @param destroying plans stacks without an ending
 * @param planning plans by the configuration alone, without `-destroy`
 */
export function endingRunner(
  destroying: StackRunner,
  planning: StackRunner,
  options: EndingRunnerOptions,
): StackRunner {
  const { terraform, initializer, folder: runFolder, endings, isStopped } = options;

  async function prepare(
    stack: RolloutStack,
    ending: Ending,
    begin: (phase: Phase) => void,
  ): Promise<Failed | { readonly kind: "stopped" } | undefined> {
    const { initLog } = runFolder.filesOf(stack.name);
    const folder = initializer.prepare(stack);
    if (initializer.needsInit(folder)) {
      begin("init");
      const outcome = await initializer.init(folder, initLog);
      if (!outcome.ok) return failed("init", outcome.errors);
      if (isStopped()) return { kind: "stopped" };
    }
    begin("plan");
    const pulled = await pull(stack);
    return "error" in pulled ? failed("plan", [pulled.error]) : configured(stack, ending, pulled.resources);
  }

  async function pull(stack: RolloutStack): Promise<Pulled> {
    const own = dirname(runFolder.filesOf(stack.name).initLog);
    const [log, state] = [join(own, "pull.log"), join(own, "state.json")];
    try {
      const args = ["state", "pull"];
      const code = await terraform({ args, folder: stack.folder, log, stdout: state });
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
  ): Promise<Failed | undefined> {
    const configuration = await configure(resources);
    if (!configuration.ok) {
      return failed(
        "plan",
        configuration.faults.map((fault) => ({ summary: formatFault(fault) })),
      );
    }
    const held = resources.filter(protects);
    if (release === "nothing" && held.length > 0) return failed("plan", held.map(protectionError));
    const released = release === "all" ? resources : release === "protected" ? keptWith(held, resources) : [];
    const addresses = released.map(({ address }) => address);
    const text = JSON.stringify(releasing(configuration.value, addresses), undefined, 2);
    writeFileSync(join(stack.folder, STACK_FILE), `${text}\n`);
    return undefined;
  }

  return {
    async plan(stack, begin) {
      const ending = endings.get(stack.name);
      if (!ending) return destroying.plan(stack, begin);
      return (await prepare(stack, ending, begin)) ?? planning.plan(stack, begin);
    },
    apply: (stack) => destroying.apply(stack),
  };
}

function failed(phase: Phase, errors: readonly Diagnostic[]): Failed {
  return { kind: "failed", failure: { phase, errors } };
}
