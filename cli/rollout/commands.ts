import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Command as RolloutCommand } from "../../rollout/run-record";
import type { Console } from "../console";
import { callBudget, collect } from "../option-values";
import type { RolloutOptions } from "./options";
import type { DEFAULT_OUT } from "./run";

const RUN = `
What it does is written to <out>/runs/<UTC>-<command>/ as it goes: run.json, and for each stack plan.bin, plan.json
and logs. Plans may hold sensitive values; only you may read the folder.`;

const STOP = `
Ctrl-C once finishes what runs and begins nothing more; twice lets Terraform stop at the next safe point; three times
kills it. Go on with --resume latest.`;

const CODES = (more: string) => `
Exit codes: 0 all fine, 1 some stack failed or was left with changes, 2 misuse${more},
130 stopped by Ctrl-C (143 SIGTERM, 129 SIGHUP).`;

/** What `plan`, `deploy` and `destroy` do where they are told nothing else. */
export const ROLLOUT_DEFAULTS = {
  cache: true,
  parallel: Math.min(8, 2 * availableParallelism()),
  format: "table",
  lockTimeout: "2m",
  gateway: true,
  apiBudget: 1200,
} as const satisfies Partial<RolloutOptions>;

/** Adds `plan`, `deploy` and `destroy`. */
export function addRolloutCommands(
  program: Command,
  console: Console,
  version: string,
  report: (code: number) => void,
): void {
  const out: typeof DEFAULT_OUT = "cdktf.out";
  const add = (name: RolloutCommand, summary: string) =>
    program
      .command(name)
      .summary(summary)
      .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
      .option("-o, --out <dir>", "output folder", out)
      .option("-d, --domain <glob>", "only stacks that match: domains, or tenant-<name>; repeatable", collect)
      .option("-p, --parallel <n>", "how many stacks at once", positive, ROLLOUT_DEFAULTS.parallel)
      .addOption(
        new Option("-f, --format <format>", "table for people, json for one object on stdout at the end")
          .choices(["table", "json"])
          .default(ROLLOUT_DEFAULTS.format),
      )
      .option(
        "--lock-timeout <duration>",
        "how long to wait for a locked state, e.g. 30s",
        ROLLOUT_DEFAULTS.lockTimeout,
      )
      .option("--upgrade", "choose providers anew within their constraints, as terraform init -upgrade")
      .option(
        "--empty-state <glob>",
        "stacks whose state may be empty though an earlier run left resources in it; repeatable",
        collect,
      )
      .option("--no-gateway", "let providers ask the Cloudflare API one by one, with nothing before it")
      .option(
        "--api-budget <calls>",
        "calls that the Cloudflare API may get in 5 minutes",
        callBudget,
        ROLLOUT_DEFAULTS.apiBudget,
      )
      .option("--stats", "tell how many calls the Cloudflare API got, and how many were saved")
      .option(
        "--no-shared-providers",
        "let Terraform start providers for each step, not one for all stacks that configure it alike",
      )
      .option("--no-cache", "make every stack anew, and leave no cache behind")
      .action(async (estate: string, options: RolloutOptions) => {
        const { runRollout } = await import("./run.js");
        report(await runRollout(name, estate, options, version, console));
      });

  const judged = (command: Command) =>
    command
      .option(
        "--allow <limit>",
        "let a limit of review be exceeded: <limit>, or <limit>=<domain, zone or tenant>; repeatable",
        collect,
      )
      .option(
        "--resolver <server>",
        "asked what zones hold already where their host does not tell, IP[:port] (default: this machine's)",
      );

  judged(add("plan", "plan all stacks with Terraform, and tell what would change"))
    .option("--changed-since <dir>", "only stacks that differ from those of another output folder of synth")
    .option("--detailed-exitcode", "exit with 2 when there are changes, as terraform plan does")
    .description(
      "Synthesizes the estate, then runs terraform init where needed and terraform plan, in parallel. Changes nothing.\n" +
        "Stacks that look up a zone which another stack has still to create are counted and not planned.",
    )
    .addHelpText("after", `${RUN}${CODES("; with --detailed-exitcode also 2 changes")}`);
  judged(add("deploy", "plan all stacks, tell what changes, ask once, apply the plans"))
    .option("-y, --yes", "apply without asking; needed where there is no terminal")
    .option("--run <run>", "apply the plans of a run of plan as they are: its folder, or latest")
    .option("--resume <run>", "go on with a run: its folder, or latest; stacks that are done are skipped")
    .description(
      "Synthesizes the estate, plans every stack, shows one summary, asks, and applies exactly the saved plans.\n" +
        "A stack that creates a zone goes before those that publish in it. A stack that fails stops no other.",
    )
    .addHelpText("after", `${RUN}${STOP}${CODES("")}`);
  add("destroy", "plan the end of all stacks, ask for their number, destroy them")
    .option("-y, --yes", "destroy without asking; needed where there is no terminal")
    .option("--resume <run>", "go on with a run: its folder, or latest; stacks that are done are skipped")
    .option("--orphans", "stacks that have left the estate, in place of those that it has")
    .option("--base <estate>", "with --orphans: the estate file that had them, where nothing else knows them")
    .option("--forget", "with --orphans: let go of them; what they published stays")
    .option(
      "--keep-protected",
      "let go of what is protected, such as break-glass groups, and destroy the rest",
    )
    .option("--allow <limit[=glob]>", "with --orphans: may exceed a limit of review; repeatable", collect)
    .description(
      "Deletes everything that the stacks made: mail stops, and forgeries are no longer refused. Zones and groups that\n" +
        "a stack created are protected (prevent_destroy): while such a stack is among the chosen, nothing is destroyed.\n" +
        "Says in words of mail and sign-ins what goes, before it asks. With --orphans the limits of review apply, and\n" +
        "--yes does not waive them.",
    )
    .addHelpText("after", `${RUN}${STOP}${CODES("")}`);
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100) return value;
  throw new InvalidArgumentError("expected a whole number from 1 to 100");
}
