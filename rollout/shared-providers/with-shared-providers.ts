import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunTerraform } from "../terraform-process";
import type { Reattachment, SharedProviders } from "./shared-providers";

/** The subcommands that start providers. `init` has none of a provider that it is told of, neither installed nor locked. */
const COMMANDS: readonly string[] = ["plan", "show", "apply"];

/** What Terraform says when it cannot talk to a provider, whatever the stack is like. */
const NO_PROVIDER =
  /Failed to load plugin schemas|Failed to instantiate provider|Plugin did not respond|failed to reattach|Unrecognized remote plugin|Incompatible API version/i;

/** How long a process that Terraform lost may need until its end is known here, in milliseconds. */
const NEWS = 100;

/**
 * Terraform with the providers that stacks share. A plan that such a provider did not live to see is made again with one that
 * Terraform starts by itself. An apply is not: it has changed something, and its end says what.
 * @param isInterrupted is Terraform told to end in mid-work?
 */
export function withSharedProviders(
  terraform: RunTerraform,
  shared: SharedProviders,
  isInterrupted: () => boolean,
): RunTerraform {
  return async (invocation) => {
    const [command = ""] = invocation.args;
    if (!COMMANDS.includes(command) || isInterrupted()) return terraform(invocation);
    const { folder, env, log, holds = [] } = invocation;
    const use = await shared.for(folder, env);
    if (!use) return terraform(invocation);
    const code = await terraform({
      ...invocation,
      env: { ...env, TF_REATTACH_PROVIDERS: use.variable },
      holds: [...holds, ...use.lifelines],
    });
    if (code === 0 || (command === "plan" && code === 2) || isInterrupted()) return code;
    const reason = await whyFailed(use, log);
    if (reason === undefined) return code;
    use.giveUp(reason);
    return command === "apply" ? code : terraform(invocation);
  };
}

/** @returns `undefined` if it was not the shared provider */
async function whyFailed(use: Reattachment, log: string): Promise<string | undefined> {
  if (!use.isBroken()) await sleep(NEWS);
  if (use.isBroken()) return "its process ended";
  return NO_PROVIDER.test(readFileSync(log, "utf8")) ? "Terraform cannot talk to its process" : undefined;
}
