import { type Command, Option } from "commander";
import type { Console } from "../console";
import type { WritebackScriptOptions } from "./writeback";

/** Adds the commands that write scripts for machines which Terraform does not reach. */
export function addScriptCommands(program: Command, console: Console, report: (code: number) => void): void {
  const scripts = program
    .command("scripts")
    .summary("scripts for what Terraform does not reach, such as Active Directory");
  scripts
    .command("writeback")
    .summary("the rights that password writeback needs in Active Directory, and its switch")
    .description(
      "Prints a script of Windows PowerShell for password writeback as identity.sync of a tenant declares it. It changes\n" +
        "nothing here and holds no password. mail-hygiene writeback holds the result against the estate.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("--tenant <name>", "the tenant, where more than one writes passwords back")
    .addOption(
      new Option("-f, --form <form>", "what the script does")
        .choices(["dsacls", "cmdlets", "switch"])
        .default("dsacls"),
    )
    .addHelpText(
      "after",
      `
Forms:
  dsacls   grants each right by dsacls, and reads it back; for a Domain Admin, anywhere in the domain
  cmdlets  the same by the cmdlets of Connect Sync or Cloud Sync, as far as they go; on their server
  switch   turns writeback on; on their server

Example:
  mail-hygiene scripts writeback estate.yaml > grant-writeback.ps1`,
    )
    .action(async (estate: string, options: WritebackScriptOptions) => {
      const { writebackScriptCommand } = await import("./writeback.js");
      report(writebackScriptCommand(estate, options, console));
    });
}
