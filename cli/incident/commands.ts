import { type Command, Option } from "commander";
import type { Console } from "../console";
import { collect } from "../option-values";
import type { ContainOptions } from "./contain";
import type { IncidentReportOptions } from "./report";

/** Adds what is done about an account that somebody else has taken over. */
export function addIncidentCommands(
  program: Command,
  console: Console,
  version: string,
  report: (code: number) => void,
): void {
  program
    .command("contain")
    .summary("contain an account that somebody else has taken over")
    .description(
      "Reads the account and prints what there is of it, says what will be done, and does it after one word: evidence, then\n" +
        "sign-in, password, sessions, methods, then what was left behind. It is Terraform underneath: the incident is a file\n" +
        "incidents/<date>-<name>.yaml beside the estate, and a stack of its own. Run again, it goes on where it ended.\n" +
        "docs/guide/incident.md can be followed at night.",
    )
    .argument("<account>", "the user principal name, such as alex@contoso.com")
    .requiredOption("-t, --tenant <name>", "the tenant, by its name in the estate")
    .option("-e, --estate <file>", "the estate file", "estate.yaml")
    .option("-o, --out <dir>", "output folder of incidents", "incidents.out")
    .option("--covert", "only evidence, without a sign that the user could see")
    .option("--evidence <address>", "a mailbox that gets copies of what the account sends and receives")
    .option("--no-hold", "no litigation hold, where no licence permits one")
    .option("--keep <kind=entry>", "what may stay, as it is shown, e.g. delegates=…; repeatable", collect)
    .option("--confirm-compromised", "tell Identity Protection too, which needs Entra ID P2")
    .option("--privileged", "the account may hold a role of administrators")
    .option("--check", "change nothing: say how each step stands, and who came back")
    .option("--release", "undo what may be undone; the hold stays")
    .option("--end-hold", "with --release: end the hold too")
    .option("--release-sender", "with --release: let it send again, if Exchange has stopped it")
    .option("-y, --yes", "act without asking; needed where there is no terminal")
    .addHelpText(
      "after",
      `
Examples:
  mail-hygiene contain alex@contoso.com --tenant contoso
  mail-hygiene contain alex@contoso.com --tenant contoso --check
  mail-hygiene contain alex@contoso.com --tenant contoso --release

Exit codes: 0 all is done, 1 refused, open in part, or somebody came back, 2 misuse.`,
    )
    .action(async (account: string, options: ContainOptions) => {
      const { contain } = await import("./contain.js");
      report(await contain(account, options, version, console));
    });

  program
    .command("incident-report")
    .summary("tell an incident: what was found, what was done, what proves it")
    .description(
      "Writes what the file of an incident says: when what happened, what was found, each step with its proof, and what is\n" +
        "left to people. Needs no network and no credentials.",
    )
    .argument("<incident>", "the incident's file, incidents/<date>-<name>.yaml")
    .addOption(
      new Option("-f, --format <format>", "markdown for tickets, html for a browser")
        .choices(["markdown", "html"])
        .default("markdown"),
    )
    .action(async (incident: string, options: IncidentReportOptions) => {
      const { incidentReport } = await import("./report.js");
      report(incidentReport(incident, options, console));
    });
}
