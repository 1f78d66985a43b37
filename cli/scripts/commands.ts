import { type Command, Option } from "commander";
import type { Console } from "../console";
import type { CredSspScriptOptions } from "./credssp";
import type { HybridScriptOptions } from "./hybrid";
import type { PermissionsOptions } from "./permissions";
import type { WritebackScriptOptions } from "./writeback";

/** Adds the commands that write what is done elsewhere: permissions to grant, scripts for machines that Terraform does not reach. */
export function addScriptCommands(program: Command, console: Console, report: (code: number) => void): void {
  program
    .command("permissions")
    .summary("the permissions that planning and applying the estate take, and nothing more")
    .description(
      "Prints by API and credentials which permissions and roles plan and apply need, and which part of the estate asks.\n" +
        "docs/reference/permissions.md has the whole table. Needs no network and no credentials.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .addOption(
      new Option("-f, --format <format>", "terminal for people, json for programs")
        .choices(["terminal", "json"])
        .default("terminal"),
    )
    .action(async (estate: string, options: PermissionsOptions) => {
      const { permissionsCommand } = await import("./permissions.js");
      report(await permissionsCommand(estate, options, console));
    });
  const scripts = program
    .command("scripts")
    .summary("scripts for what Terraform does not reach: servers on the premises, Active Directory, Windows")
    .description(
      "Each prints a script for Windows PowerShell 5.1 or later, or a policy. Nothing changes here; neither network nor\n" +
        "credentials are needed.",
    );
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
  scripts
    .command("credssp")
    .summary("the policy against CVE-2018-0886 for machines outside Intune, and its check")
    .description(
      "Prints the registry policy Encryption Oracle Remediation as identity.endpoints.credssp of a tenant declares it, or a\n" +
        "check of it. It changes nothing here.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("--tenant <name>", "the tenant, where more than one declares it")
    .addOption(
      new Option("-f, --form <form>", "what is printed").choices(["lgpo", "gpo", "check"]).default("lgpo"),
    )
    .addHelpText(
      "after",
      `
Forms:
  lgpo   text for one machine: LGPO.exe /t credssp.txt
  gpo    a script that makes a Group Policy object and, with -Target, links it
  check  a script that says what a machine holds; exit code 1 where that is weaker

Example:
  mail-hygiene scripts credssp estate.yaml > credssp.txt`,
    )
    .action(async (estate: string, options: CredSspScriptOptions) => {
      const { credSspScriptCommand } = await import("./credssp.js");
      report(credSspScriptCommand(estate, options, console));
    });
  scripts
    .command("hybrid")
    .summary("mail servers behind Exchange Online Protection: connectors and TLS names")
    .description(
      "The on-premises half of mail flow with Exchange Online Protection, for the Exchange Management Shell: the send\n" +
        "connector that hands mail to it, the receive connector that takes mail from it, their certificates.\n" +
        "It says ok or NOT OK for each thing, and changes nothing unless it is started with -Apply. docs/guide/hybrid.md\n" +
        "tells the whole way.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("--tenant <name>", "whose premises, where domains of several tenants have some")
    .addHelpText(
      "after",
      `
Example:
  mail-hygiene scripts hybrid estate.yaml > hybrid.ps1`,
    )
    .action(async (estate: string, options: HybridScriptOptions) => {
      const { scriptsHybrid } = await import("./hybrid.js");
      report(scriptsHybrid(estate, options, console));
    });
}
