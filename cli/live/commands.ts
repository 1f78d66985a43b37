import { type Command, InvalidArgumentError, Option } from "commander";
import type { AdoptCommandOptions } from "../adopt/adopt";
import type { SourceName } from "../adopt/sources";
import type { Console } from "../console";
import { collect, collectOf } from "../option-values";
import type { AuditOptions } from "./audit";
import type { MessageCommandOptions } from "./message";
import type { SpfOptions } from "./spf";
import type { VerifyOptions } from "./verify";
import type { WritebackOptions } from "./writeback";

/** Adds the commands that look at the live world. */
export function addLiveCommands(
  program: Command,
  console: Console,
  version: string,
  report: (code: number) => void,
): void {
  asksTheDns(
    program
      .command("verify")
      .summary("hold the live DNS against what the estate declares")
      .description(
        "Asks the DNS and fetches MTA-STS policies, and says of every declared record whether it is published:\n" +
          "ok, pending (on its way), drift, missing, extra, unreachable; then what the rules find in the live world.\n" +
          "docs/guide/verify.md tells how. Changes nothing. Needs no credentials, but for --tenant those of a reader.",
      )
      .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
      .option("-d, --domain <glob>", "only domains that match; repeatable", collect)
      .addOption(
        new Option("-f, --format <format>", "terminal for people, json for programs, junit for CI")
          .choices(["terminal", "json", "junit"])
          .default("terminal"),
      )
      .option(
        "-v, --verbose",
        "a line for each finding at each domain, and for each control that is not judged, with where to look",
      )
      .option(
        "--tenant [name]",
        "read the estate's tenants too, or one, and hold them against the estate and the rules",
      )
      .option("--evidence <folder>", "keep what the tenants and the DNS answered; with --tenant")
      .option("--from <folder>", "judge what was kept by --evidence, and ask nobody; with --tenant")
      .option("--authoritative <server>", "asked in place of the zones' own servers, IP[:port]")
      .option(
        "--connect-to <network>",
        "connect to policy hosts and name servers in it too, though it is not public; repeatable",
        collect,
      ),
  )
    .addHelpText(
      "after",
      "\nExit codes: 0 all ok or pending, 1 drift, missing, extra or an error of a rule, 3 something did not answer or could not\nbe read, 2 misuse.",
    )
    .action(async (estate: string, options: VerifyOptions) => {
      const { verify } = await import("./verify.js");
      report(await verify(estate, options, console));
    });

  asksTheDns(
    program
      .command("audit")
      .summary("hold the live mail posture of any domains against the rules, without an estate")
      .description(
        "Asks the DNS and fetches MTA-STS policies, and prints what the rules find: in SPF with all it includes, DKIM at the\n" +
          "selectors that known senders use, DMARC, MX, MTA-STS, TLS-RPT, BIMI with its logo and certificate, name servers.\n" +
          "Says which share of each control list's controls holds. With --tenant it reads the tenant of the credentials too:\n" +
          "Exchange, Purview and Entra ID, as docs/guide/assessment.md tells. Changes nothing. Needs no credentials but for\n" +
          "--tenant.",
      )
      .argument("[domain...]", "mail domains (default with --tenant: the tenant's)")
      .option("--tenant", "read the tenant of the credentials too (ARM_TENANT_ID, ARM_CLIENT_ID, …)")
      .option("--evidence <folder>", "keep what the tenant and the DNS answered; with --tenant")
      .option("--from <folder>", "judge what was kept by --evidence, and ask nobody; with --tenant")
      .option("--file <file>", "a file with more domains, one a line; # begins a comment")
      .addOption(
        new Option(
          "--pack <name>",
          "rules to run, repeatable (default: recommended and all control lists)",
        ).argParser(collectOf(["recommended", "scuba", "cis", "bulk-sender"])),
      )
      .addOption(
        new Option("--fail-on <level>", "the mildest level that makes the exit code 1")
          .choices(["error", "warning", "note"])
          .default("error"),
      )
      .addOption(
        new Option(
          "-f, --format <format>",
          "terminal for people, html for their browsers; sarif for code scanning; junit for CI",
        )
          .choices(["terminal", "json", "sarif", "junit", "html"])
          .default("terminal"),
      )
      .option("-v, --verbose", "a line for each finding, and for each control that is not judged")
      .option("--smtp", "connect to mail exchanges on port 25 too, for STARTTLS and their certificates")
      .option(
        "--connect-to <network>",
        "connect to hosts in it too, though it is not public; repeatable",
        collect,
      ),
  )
    .addHelpText(
      "after",
      "\nExit codes: 0 fine, 1 a finding of that level, 3 something did not answer or could not be read, 2 misuse.",
    )
    .action(async (domains: readonly string[], options: AuditOptions) => {
      const { audit } = await import("./audit.js");
      report(await audit(domains, options, version, console));
    });

  asksTheDns(
    program
      .command("spf")
      .summary("show what a domain's SPF record leads to, and whom it lets send")
      .description(
        "Prints the record with everything it includes, what each term costs of the ten look-ups that receivers make,\n" +
          "and, with --ip, what a receiver makes of that client (RFC 7208).",
      )
      .argument("<domain>", "a mail domain")
      .option("--ip <address>", "the client that sends")
      .option("--sender <address>", "its MAIL FROM (default: postmaster at the domain)")
      .option("--helo <name>", "its HELO (default: the domain)")
      .addOption(
        new Option("-f, --format <format>", "terminal for people, json for programs")
          .choices(["terminal", "json"])
          .default("terminal"),
      ),
  )
    .addHelpText(
      "after",
      "\nExit codes: 0 fine (with --ip: pass), 1 the record is at fault or the client does not pass, 3 no answer, 2 misuse.",
    )
    .action(async (domain: string, options: SpfOptions) => {
      const { spf } = await import("./spf.js");
      report(await spf(domain, options, console));
    });

  addMessage(program, console, report);
  addWriteback(program, console, report);
  addAdopt(program, console, version, report);
}

function addWriteback(program: Command, console: Console, report: (code: number) => void): void {
  program
    .command("writeback")
    .summary("hold Active Directory against what password writeback needs")
    .description(
      "Reads permissions over LDAP and says of each right, organizational unit and domain that identity.sync declares\n" +
        "whether the account that writes passwords back has it: granted, inherited, missing, denied, blocked; and for\n" +
        "which users not, such as those that AdminSDHolder protects. Changes nothing.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("--tenant <name>", "only this tenant")
    .option(
      "--server <url>",
      "the domain controller, or <domain>=<url> (default: ldaps:// and the domain); repeatable",
      collect,
    )
    .option("--ca <file>", "authorities, in PEM, that are trusted beside the public ones")
    .option(
      "--timeout <seconds>",
      "how long an answer may take, and all of them 30 times that (default: 10)",
      positive,
    )
    .addOption(
      new Option("-f, --format <format>", "terminal for people, json for programs")
        .choices(["terminal", "json"])
        .default("terminal"),
    )
    .addHelpText(
      "after",
      `
Credentials come from the environment: MAIL_HYGIENE_LDAP_USER and MAIL_HYGIENE_LDAP_PASSWORD, any account of the domain.
They are sent over TLS alone; ldap:// changes to TLS first.

Exit codes: 0 every right is there, 1 one is not, 3 a domain could not be read, 2 misuse.`,
    )
    .action(async (estate: string, options: WritebackOptions) => {
      const { writeback } = await import("./writeback.js");
      report(await writeback(estate, options, console));
    });
}

function addMessage(program: Command, console: Console, report: (code: number) => void): void {
  asksTheDns(
    program
      .command("message")
      .summary("tell the way of one received message, and why it passed or failed")
      .description(
        "Reads a message as its mailbox holds it and prints its way, what each host on it said (Authentication-Results, the\n" +
          "headers of Exchange Online, ARC) and which of that can be trusted; then evaluates SPF, DKIM and DMARC again, and says in\n" +
          "one sentence why the message passed or failed. Changes nothing and needs no credentials.",
      )
      .argument("<file>", "the message with its whole header, such as mail.eml; - is standard input")
      .option(
        "--trust <host>",
        "a host of your own, or an address or network of yours, that mail goes through besides Microsoft's; repeatable",
        collect,
      )
      .option("--ip <address>", "the client that handed the message in (default: as the message tells)")
      .option("--helo <name>", "its HELO (default: as the message tells)")
      .option("--mail-from <address>", "its MAIL FROM (default: as the message tells)")
      .option(
        "--dns <file>",
        "a zone file, or what records --format json prints, in place of the DNS; repeatable",
        collect,
      )
      .addOption(
        new Option("-f, --format <format>", "terminal for people, json for programs")
          .choices(["terminal", "json"])
          .default("terminal"),
      )
      .option("-v, --verbose", "every hop and every statement"),
  )
    .addHelpText(
      "after",
      `
Examples:
  mail-hygiene message mail.eml
  mail-hygiene message - --trust mail.contoso.com --trust 203.0.113.0/24 < mail.eml
  mail-hygiene message mail.eml --dns contoso.com.zone

Exit codes: 0 passes DMARC, or would if there were a record; 1 does not, or the file is no message; 3 something that decides
did not answer; 2 misuse.`,
    )
    .action(async (file: string, options: MessageCommandOptions) => {
      const { message } = await import("./message.js");
      report(await message(file, options, console));
    });
}

function addAdopt(program: Command, console: Console, version: string, report: (code: number) => void): void {
  program
    .command("adopt")
    .summary("make an estate of what zones hold already, with nothing to change")
    .description(
      "Reads zones at Cloudflare, from a name server, or from files that name servers and other tools write. Writes an estate\n" +
        "that declares their mail records as they stand, with imports.yaml beside it, by which Terraform takes the records\n" +
        "over. Records that are not mail are left alone. Nothing is changed anywhere. Where the estate is there, it stays as\n" +
        "it is: ids of the zones that were read are written into imports.yaml, and what is new in them is printed.",
    )
    .argument("[estate]", "the file to write", "estate.yaml")
    .addOption(
      new Option(
        "--from <source>",
        "what zones are read from (default: cloudflare; with --file zone-file)",
      ).choices([
        "cloudflare",
        "zone-file",
        "terraform",
        "octodns",
        "dnscontrol",
        "route53",
        "azure",
        "axfr",
      ] satisfies readonly SourceName[]),
    )
    .option("--file <file>", "a file of that source; repeatable", collect)
    .option("--server <address>", "the name server that hands zones over, IP[:port]; with --from axfr")
    .option("--origin <name>", "the zone of a file that does not say it")
    .addOption(
      new Option(
        "--host <name>",
        "where zones are whose source does not tell it (default: cloudflare)",
      ).choices(["cloudflare", "route53", "azure"]),
    )
    .option("--resource-group <name>", "the resource group of zones at Azure")
    .option("--zone <glob>", "only zones that match, by name or id; repeatable", collect)
    .option("--account <id>", "only zones of this account at Cloudflare; not with --file")
    .option(
      "--tenant <domain>",
      "the first domain of the tenant of domains whose records name none, such as contoso.onmicrosoft.com",
    )
    .option("--cloud <name>", "the cloud of that tenant, where its first domain leaves that open: gcc, dod")
    .option(
      "--check",
      "plan the estate as it is: does it take over what is there, and change nothing? Only --out goes with it",
    )
    .option("-o, --out <dir>", "output folder of --check", "cdktf.out")
    .addHelpText(
      "after",
      `
Credentials come from the environment: CLOUDFLARE_API_TOKEN with DNS read for the zones.

Examples:
  mail-hygiene adopt
  mail-hygiene adopt estate.yaml --zone 'contoso.*' --tenant contoso.onmicrosoft.com
  mail-hygiene adopt --file contoso.com.zone --host azure --resource-group dns
  mail-hygiene adopt --from terraform --file state.json
  mail-hygiene adopt --from axfr --server 192.0.2.53 --zone contoso.com
  mail-hygiene adopt --check estate.yaml

Exit codes: 0 fine, 1 a zone could not be read or declared, or --check found something to change or nothing to plan,
2 misuse.`,
    )
    .action(async (estate: string, options: AdoptCommandOptions) => {
      const { adoptCommand } = await import("../adopt/adopt.js");
      report(await adoptCommand(estate, options, version, console));
    });
}

function asksTheDns(command: Command): Command {
  return command
    .option("--resolver <server>", "the resolver to ask, IP[:port] (default: this machine's)")
    .option("--rate <n>", "messages a second to one server (default: 200; 5000 on this machine)", atLeastOne)
    .option("--timeout <seconds>", "how long to wait for a first answer (default: 2)", positive)
    .option("--concurrency <n>", "questions at once, over all servers (default: 200)", atLeastOne);
}

function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new InvalidArgumentError("expected a whole number from 1 to 999999");
  return Number(text);
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 60)) throw new InvalidArgumentError("expected seconds, above 0 up to 60");
  return number;
}
