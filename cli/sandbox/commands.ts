import { type Command, Option } from "commander";
import type { Console } from "../console";
import { callBudget } from "../option-values";
import type { NamedOptions, SandboxOptions } from "./options";
import type { DEFAULT_NAME } from "./register";
import type { UpOptions } from "./up";

/** Adds `sandbox run`, `up`, `status` and `down`. */
export function addSandboxCommands(
  program: Command,
  console: Console,
  version: string,
  report: (code: number) => void,
): void {
  const sandbox = program
    .command("sandbox")
    .summary("the clouds on this machine, to run Terraform against")
    .description(
      "Cloudflare, Entra ID, Exchange Online and DNS as one process on this machine. In a sandbox's environment\n" +
        "terraform and cdktf meet it instead of the clouds, with throw-away credentials; configurations, state and\n" +
        "lock files stay as they are. docs/guide/sandbox.md tells what it is and what it is not.",
    )
    .enablePositionalOptions();

  withWorld(sandbox.command("run"))
    .summary("run a command in a sandbox of its own")
    .description("Starts a sandbox, runs the command in its environment, and takes everything down again.")
    .argument("<command...>", "the command, behind -- if it has options")
    .passThroughOptions()
    .addHelpText(
      "after",
      `
Examples:
  mail-hygiene sandbox run --estate estate.yaml -- mail-hygiene deploy estate.yaml
  mail-hygiene sandbox run --estate estate.yaml -- bash`,
    )
    .action(async ([name = "", ...args]: readonly string[], options: SandboxOptions) => {
      const { sandboxRun } = await import("./run.js");
      report(await sandboxRun([name, ...args], options, version, console));
    });

  withName(withWorld(sandbox.command("up")))
    .summary("start a sandbox that stays, and print its environment")
    .description(
      'Starts a sandbox and prints its environment for this shell: eval "$(mail-hygiene sandbox up …)".',
    )
    .addOption(
      new Option("--shell <shell>", "whose words to print").choices(["bash", "fish"]).default("bash"),
    )
    .action(async (options: UpOptions) => {
      const { sandboxUp } = await import("./up.js");
      report(await sandboxUp(options, version, console));
    });

  sandbox
    .command("status")
    .summary("show which sandboxes stay")
    .description("Shows what is up, since when, its endpoints and its providers.")
    .action(async () => {
      const { sandboxStatus } = await import("./status.js");
      report(sandboxStatus(console));
    });

  withName(sandbox.command("down"))
    .summary("end a sandbox that stays")
    .description("Ends the sandbox and removes its folder.")
    .action(async (options: NamedOptions) => {
      const { sandboxDown } = await import("./down.js");
      report(await sandboxDown(options, console));
    });
}

function withWorld(command: Command): Command {
  return command
    .option(
      "-e, --estate <file>",
      "start with what this estate presupposes: zones, tenants, people, records to import",
    )
    .option("--world <file>", "start with this world (JSON) instead")
    .option(
      "--state <file>",
      "keep the clouds in this file, and Terraform's state in <file>.terraform, for the next time",
    )
    .option("--api-budget <calls>", "let Cloudflare refuse more calls than these in 5 minutes", callBudget)
    .addOption(
      new Option(
        "--providers <which>",
        "cloudflare and azuread: real ones where they can be had, only those, or none",
      )
        .choices(["auto", "real", "stand-in"])
        .default("auto"),
    );
}

function withName(command: Command): Command {
  const name: typeof DEFAULT_NAME = "default";
  return command.option("-n, --name <name>", "which sandbox, where there are several", name);
}
