import type { Command } from "commander";
import type { Console } from "../console";
import type { HybridScriptOptions } from "./hybrid";

/** Adds `scripts <kind>`: PowerShell for what stands on the premises, where no API reaches. */
export function addScriptCommands(program: Command, console: Console, report: (code: number) => void): void {
  const scripts = program
    .command("scripts")
    .summary("PowerShell for what is on the premises, written from the estate")
    .description(
      "Prints a script for Windows PowerShell 5.1 or later. It checks what it is for, says ok or NOT OK for each thing, and\n" +
        "changes nothing unless it is started with -Apply. Needs no network and no credentials.",
    );

  scripts
    .command("hybrid")
    .summary("mail servers behind Exchange Online Protection: connectors and TLS names")
    .description(
      "The on-premises half of mail flow with Exchange Online Protection, for the Exchange Management Shell: the send\n" +
        "connector that hands mail to it, the receive connector that takes mail from it, their certificates.\n" +
        "docs/guide/hybrid.md tells the whole way.",
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
