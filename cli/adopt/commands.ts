import { type Command, Option } from "commander";
import type { Console } from "../console";
import { collect } from "../option-values";
import type { AdoptCommandOptions } from "./adopt";

/** Adds `adopt`. */
export function addAdoptCommand(
  program: Command,
  console: Console,
  version: string,
  report: (code: number) => void,
): void {
  program
    .command("adopt")
    .summary("make an estate of what zones hold already, with nothing to change")
    .description(
      "Reads zones at Cloudflare, or zone files, and writes an estate that declares their mail records as they stand, with\n" +
        "imports.yaml beside it, by which Terraform takes the records over. Records that are not mail are left alone. Nothing\n" +
        "is changed anywhere. Where the estate is there, it stays as it is: imports.yaml is written anew, and what is new in\n" +
        "the zones is printed.",
    )
    .argument("[estate]", "the file to write", "estate.yaml")
    .option("--file <file>", "a zone file (RFC 1035 §5) in place of Cloudflare; repeatable", collect)
    .option("--origin <name>", "the zone of a file that does not say it")
    .addOption(
      new Option("--host <name>", "where the zones of files are").choices(["cloudflare", "route53", "azure"]),
    )
    .option("--resource-group <name>", "the resource group of zones at Azure")
    .option("--zone <glob>", "only zones that match, by name or id; repeatable", collect)
    .option("--account <id>", "only zones of this account at Cloudflare")
    .option(
      "--tenant <domain>",
      "the first domain of the tenant of domains whose records name none, such as contoso.onmicrosoft.com",
    )
    .option("--cloud <name>", "the cloud of that tenant, where its first domain leaves that open: gcc, dod")
    .option("--check", "plan the estate: does it take over what is there, and change nothing?")
    .option("-o, --out <dir>", "output folder of --check", "cdktf.out")
    .addHelpText(
      "after",
      `
Credentials come from the environment: CLOUDFLARE_API_TOKEN with DNS read for the zones.

Examples:
  mail-hygiene adopt
  mail-hygiene adopt estate.yaml --zone 'contoso.*' --tenant contoso.onmicrosoft.com
  mail-hygiene adopt --file contoso.com.zone --host azure --resource-group dns
  mail-hygiene adopt --check estate.yaml

Exit codes: 0 fine, 1 a zone could not be read or declared, or --check found something to change, 2 misuse.`,
    )
    .action(async (estate: string, options: AdoptCommandOptions) => {
      const { adoptCommand } = await import("./adopt.js");
      report(await adoptCommand(estate, options, version, console));
    });
}
