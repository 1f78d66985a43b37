import type { Command } from "commander";
import { collect } from "../collect";
import type { Console } from "../console";
import type { InitOptions } from "./answers";

/** Adds the command that writes a first estate. */
export function addInitCommand(program: Command, console: Console, report: (code: number) => void): void {
  program
    .command("init")
    .summary("write a first estate, from questions or options")
    .description(
      "Writes an estate with one domain for mail, one tenant and, if there are any, domains that stay silent: DMARC begins at\n" +
        "none, where nothing is refused. What no option says is asked at the terminal. A file that is there stays as it is.",
    )
    .argument("[estate]", "the file to write", "estate.yaml")
    .option("--domain <name>", "the domain for mail, such as contoso.com")
    .option("--tenant <domain>", "the first domain of its tenant, such as contoso.onmicrosoft.com")
    .option(
      "--cloud <name>",
      "the cloud of the tenant, where its first domain leaves that open: gcc-high, dod",
    )
    .option("--host <name>", "where its DNS zone is: cloudflare, route53, azure")
    .option("--resource-group <name>", "the resource group of a zone at Azure")
    .option(
      "--added-before <day>",
      "a day before which the domain was in the tenant, YYYY-MM-DD, 2026-07-01 at the latest",
    )
    .option("--mx <host>", "the MX host that the admin center shows, for a domain that came later")
    .option("--reports <address>", "where DMARC reports go (default: dmarc@ the domain); repeatable", collect)
    .option(
      "--on-premises <address>",
      "mailboxes are on servers of your own, which send from this address; repeatable",
      collect,
    )
    .option("--parked <name>", "a domain that neither sends nor receives mail; repeatable", collect)
    .addHelpText(
      "after",
      `
Example:
  mail-hygiene init --domain contoso.com --tenant contoso.onmicrosoft.com --host cloudflare --added-before 2026-07-01`,
    )
    .action(async (estate: string, options: InitOptions) => {
      const { init } = await import("./init.js");
      report(await init(estate, options, console));
    });
}
