import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMapping } from "../lib/mapping";
import { shellWord } from "../lib/shell-word";
import { errorsInText } from "./diagnostics";
import type { Failure } from "./run-record";
import type { RolloutStack } from "./stack";
import type { RunTerraform } from "./terraform-process";

/**
 * Where Terraform puts a state that it could not save, in the folder that it runs in.
 * https://developer.hashicorp.com/terraform/cli/state/recover
 */
const ERRORED_STATE = "errored.tfstate";

export interface StateRecovery {
  readonly stack: RolloutStack;
  readonly terraform: RunTerraform;
  /** The file that takes what Terraform prints. */
  readonly log: string;
  /** Where the recovered file goes, which nobody needs any more. */
  readonly keptAs: string;
  readonly lockTimeout: string;
  /** May the state be written? A plan changes nothing. */
  readonly push: boolean;
}

/**
 * Brings the state that an earlier apply could not save to where it belongs. Terraform refuses it where the state went
 * another way since.
 * @returns why the stack cannot be planned; `undefined` if all is well
 */
export async function recoverState(recovery: StateRecovery): Promise<Failure | undefined> {
  const { stack, terraform, log, keptAs, lockTimeout, push } = recovery;
  const file = join(stack.folder, ERRORED_STATE);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  const inItsFolder = `in ${shellWord(stack.folder)}: terraform state push ${ERRORED_STATE}`;
  if (!isState(text)) {
    return refused(
      `${ERRORED_STATE} is cut off after ${Buffer.byteLength(text)} bytes: what an earlier apply made is in no state`,
      `compare what is published with the estate, name what is there under import:, and remove ${shellWord(file)}`,
    );
  }
  if (!push) {
    return refused(
      `${ERRORED_STATE} holds what an earlier apply made and could not save: a plan without it would make it again`,
      `mail-hygiene deploy <estate> pushes it; or ${inItsFolder}`,
    );
  }
  const args = ["state", "push", `-lock-timeout=${lockTimeout}`, ERRORED_STATE];
  const code = await terraform({ args, folder: stack.folder, log });
  if (code === 0) {
    renameSync(file, keptAs);
    return undefined;
  }
  const [first] = errorsInText(readFileSync(log, "utf8"));
  const said = first ? `${first.summary}${first.detail ? `: ${first.detail}` : ""}` : `exit code ${code}`;
  return refused(
    `${ERRORED_STATE} holds what an earlier apply made and could not save, and Terraform does not take it: ${said}`,
    `compare it with terraform state pull; then ${inItsFolder}, with -force if it is the right one, or remove it`,
  );
}

/**
 * Makes sure that a state which could not be saved is in its file, also where Terraform only printed it, and for its owner
 * alone.
 * @returns whether there is one
 */
export function keepErroredState(folder: string, dumped: string | undefined): boolean {
  const file = join(folder, ERRORED_STATE);
  try {
    if (dumped !== undefined && !existsSync(file)) writeFileSync(file, dumped, { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
  } catch {
    // There is none, or it can be written no more than Terraform could: then it is in the log.
  }
  return existsSync(file);
}

function isState(text: string): boolean {
  try {
    const state: unknown = JSON.parse(text);
    return isMapping(state) && typeof state.serial === "number";
  } catch {
    return false;
  }
}

function refused(summary: string, fix: string): Failure {
  return { phase: "plan", errors: [{ summary }], fix };
}
