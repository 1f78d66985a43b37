import { Command, Option } from "commander";
import type { BootstrapAwsOptions } from "./bootstrap-aws";
import type { CheckOptions } from "./check";
import type { Console } from "./console";
import { addIncidentCommands } from "./incident/commands";
import type { InitOptions } from "./init/answers";
import { addLiveCommands } from "./live/commands";
import { collect, collectOf } from "./option-values";
import type { ProviderInstallOptions } from "./provider-install";
import type { RecordsOptions } from "./records";
import type { ReviewOptions } from "./review/review";
import { addRolloutCommands } from "./rollout/commands";
import { addSandboxCommands } from "./sandbox/commands";
import { addScriptCommands } from "./scripts/commands";
import type { SynthOptions } from "./synth";

/**
 * The command line. Commands are loaded when they run, so that `--help` stays quick.
 * @param report is told the exit code of the command that ran; misuse throws
 */
export function buildProgram(console: Console, report: (code: number) => void): Command {
  const program = new Command("mail-hygiene")
    .description(
      "Mail posture of many domains on Microsoft 365, from one estate file to Terraform stacks.\n" +
        "One stack per domain (its mail DNS), and one per tenant that declares identities (MFA, password reset).",
    )
    .configureOutput({ writeOut: (text) => console.out(text), writeErr: (text) => console.err(text) })
    .showHelpAfterError("(mail-hygiene --help teaches)")
    .version(version(), "-V, --version", "print the version")
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText(
      "after",
      `
Examples:
  mail-hygiene init                                    a first estate, from questions
  mail-hygiene adopt                                   an estate of what zones at Cloudflare hold already
  mail-hygiene audit contoso.com                       what the rules find in any domain's live mail posture
  mail-hygiene records estate.yaml                     every record the estate declares
  mail-hygiene records estate.yaml -d contoso.com -f zone
  mail-hygiene check estate.yaml                       what the rules find in it
  mail-hygiene verify estate.yaml                      whether the live DNS is what it declares
  mail-hygiene synth estate.yaml --out cdktf.out       one Terraform stack per domain and tenant
  mail-hygiene synth estate.yaml --out cdktf.out -d '*.contoso.com'
  mail-hygiene plan estate.yaml                        what Terraform would change, stack by stack
  mail-hygiene review latest --estate estate.yaml      what those plans mean for mail
  mail-hygiene deploy estate.yaml                      plan, ask, apply

One stack alone:
  cd cdktf.out/stacks/contoso.com && terraform init && terraform plan

Exit codes: 0 fine, 1 findings or invalid input, 2 misuse.
Credentials come from the environment only (CLOUDFLARE_API_TOKEN, ARM_*), when Terraform runs; synth and records need none.`,
    );

  program
    .command("init")
    .summary("write a first estate, from questions or options")
    .description(
      "Writes an estate with one domain for mail, one tenant and, if there are any, domains that stay silent: DMARC begins at\n" +
        "none, where nothing is refused. Where the options leave out what is required, all that they leave out is asked at the\n" +
        "terminal; nothing is asked otherwise. A file that is there stays as it is.",
    )
    .argument("[estate]", "the file to write", "estate.yaml")
    .option("--domain <name>", "the domain for mail, such as contoso.com")
    .option("--tenant <domain>", "the first domain of its tenant, such as contoso.onmicrosoft.com")
    .option(
      "--cloud <name>",
      "the cloud of the tenant, where its first domain leaves that open: gcc, gcc-high, dod",
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
      const { init } = await import("./init/init.js");
      report(await init(estate, options, console));
    });

  program
    .command("synth")
    .summary("write one Terraform stack per domain and tenant")
    .description(
      "Writes <out>/stacks/<stack>/cdk.tf.json for every domain, and for every tenant that declares identities\n" +
        "(tenant-<name>), and <out>/manifest.json: byte for byte what\n" +
        "`cdktf synth` writes, without the cdktf CLI's start-up. Needs no network and no credentials.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("-o, --out <dir>", "output folder", "cdktf.out")
    .option("-d, --domain <glob>", "only stacks that match: domains, or tenant-<name>; repeatable", collect)
    .option("--no-cache", "make every stack anew, and leave no cache behind")
    .option("-q, --quiet", "print nothing but problems")
    .action(async (estate: string, options: SynthOptions) => {
      const { synth } = await import("./synth.js");
      report(await synth(estate, options, console));
    });

  program
    .command("check")
    .summary("hold what the estate declares against the rules")
    .description(
      "Reads the estate and prints what the rules of its packs find: in SPF, DKIM, DMARC, MX, MTA-STS, parked domains\n" +
        "and sign-in policies. docs/reference/rules.md tells every rule. Needs no network and no credentials.",
    )
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("-d, --domain <glob>", "only stacks that match: domains, or tenant-<name>; repeatable", collect)
    .addOption(
      new Option("-f, --format <format>", "terminal for people; sarif for code scanning; junit for CI")
        .choices(["terminal", "json", "sarif", "junit"])
        .default("terminal"),
    )
    .addOption(
      new Option(
        "--pack <name>",
        "rules to run, repeatable (default: the estate's, else recommended)",
      ).argParser(collectOf(["recommended", "scuba", "cis", "bulk-sender"])),
    )
    .addOption(
      new Option("--fail-on <level>", "the mildest level that makes the exit code 1")
        .choices(["error", "warning", "note"])
        .default("error"),
    )
    .option(
      "-v, --verbose",
      "a line for each finding, however many domains have it, and for each control that is not judged",
    )
    .action(async (estate: string, options: CheckOptions) => {
      const { check } = await import("./check.js");
      report(await check(estate, options, version(), console));
    });

  program
    .command("records")
    .summary("print the DNS records that the estate declares")
    .description("Prints every record that the estate's domains would publish, in a stable order.")
    .argument("<estate>", "the estate file, YAML or JSON; - is standard input")
    .option("-d, --domain <glob>", "only domains that match, with their subdomains; repeatable", collect)
    .addOption(
      new Option("-f, --format <format>", "table for people, json for programs, zone for name servers")
        .choices(["table", "zone", "json"])
        .default("table"),
    )
    .addHelpText(
      "after",
      `
Formats:
  table  aligned columns; in a narrow terminal data is wrapped, or stands below its record
  json   [{"domain","role","name","type","ttl","data"}], data without quotes and trailing dots
  zone   a master file that named-checkzone accepts; one zone at a time`,
    )
    .action(async (estate: string, options: RecordsOptions) => {
      const { records } = await import("./records.js");
      report(await records(estate, options, console));
    });

  program
    .command("review")
    .summary("tell what Terraform plans change, in words of mail")
    .description(
      "Reads what `terraform show -json` prints of any number of plans, this tool's or those of plain Terraform, and\n" +
        "tells by domain and tenant what changes, what the rules find new, and how much is at stake. Needs no network\n" +
        "and no credentials. Plans hold secrets: keep them where only you can read them.",
    )
    .argument(
      "[plan...]",
      "latest, plan.json files, the folder of a run, or an output folder (its youngest run); with --base there may be none",
    )
    .option(
      "-e, --estate <file>",
      "the estate: what its domains are for, its rules, what it accepts, its limits",
    )
    .option(
      "-b, --base <file>",
      "the estate of the base branch: its limits hold, and stacks that it had and the estate has not are told",
    )
    .addOption(
      new Option("-f, --format <format>", "terminal for people; markdown for a comment on a pull request")
        .choices(["terminal", "markdown", "json", "sarif"])
        .default("terminal"),
    )
    .option("-o, --out <dir>", "output folder, whose youngest run latest means", "cdktf.out")
    .option(
      "--allow <limit>",
      "let it be exceeded: <limit>, or <limit>=<domain, zone or tenant>; repeatable",
      collect,
    )
    .addHelpText(
      "after",
      `
Limits:
  deletions          more than 30 % of a zone's records are deleted (zones from 10 records on)
  mx-removed         a domain had an MX and has none any more
  dmarc-weakened     a DMARC policy is milder than before
  taken-over         a name of mail is answered by somebody else from now on
  zone-changed       a zone is deleted, replaced, no longer signed, or led to other name servers
  policy-on          sign-ins are asked for what report-only has not shown before
  sign-ins-weakened  sign-ins get in, or get in with less, than before
  break-glass        the emergency accounts, their group or its exclusion change
  existing           a zone holds already what a plan would create, or could not be read
  not-judged         something is not shown by the plan or not read, a plan is not whole, a stack has left the estate

Exit codes: 0 fine, 1 a limit is exceeded, a finding of level error is new, or invalid input, 2 misuse.`,
    )
    .action(async (plans: readonly string[], options: ReviewOptions) => {
      const { review } = await import("./review/review.js");
      report(await review(plans, options, version(), console));
    });

  addLiveCommands(program, console, version(), report);
  addRolloutCommands(program, console, version(), report);

  program
    .command("bootstrap")
    .summary("where Terraform's state is kept, and who may plan and apply")
    .command("aws")
    .summary("an S3 bucket and roles for GitHub's workflows, as a stack of the AWS CDK")
    .description(
      "Writes a cloud assembly with one stack: a bucket (versioned, encrypted, TLS only, not public) and two roles that\n" +
        "workflows of one GitHub repository take on: plan reads states, apply writes them. Needs no network, no\n" +
        "credentials, and the package aws-cdk-lib. The next commands are printed.",
    )
    .requiredOption("--bucket <name>", "name of the bucket")
    .requiredOption("--repository <owner/name>", "the GitHub repository")
    .requiredOption("--region <code>", "region of the bucket, e.g. eu-central-1")
    .option("--account <id>", "the AWS account (default: the one that deploys)")
    .option("-o, --out <dir>", "output folder", "aws-bootstrap")
    .option(
      "--plan-subject <subject>",
      "who may plan: pull_request, ref:…, environment:…; repeatable",
      collect,
    )
    .option(
      "--apply-subject <subject>",
      "who may apply (default: environment:production); repeatable",
      collect,
    )
    .option("--existing-oidc-provider", "the account trusts GitHub's tokens already")
    .option("--with-cdk", "the roles may act for cdk diff and cdk deploy too")
    .action(async (options: BootstrapAwsOptions) => {
      const { bootstrapAws } = await import("./bootstrap-aws.js");
      report(await bootstrapAws(options, console));
    });

  program
    .command("provider")
    .summary("the Terraform provider m365, which comes with this tool")
    .command("install")
    .summary("put the provider where Terraform finds it")
    .description(
      "Copies the provider m365 into terraform.d/plugins/ of a folder with a configuration, or of this user, where\n" +
        "`terraform init` finds it without a registry, and prints the required_providers block. Linux and macOS.",
    )
    .option("--dir <dir>", "the folder with the configuration (default: this one)")
    .option("--user", "for all configurations of this user: ~/.terraform.d/plugins")
    .action(async (options: ProviderInstallOptions) => {
      const { providerInstall } = await import("./provider-install.js");
      report(providerInstall(options, version(), console));
    });

  addScriptCommands(program, console, report);
  addIncidentCommands(program, console, version(), report);
  addSandboxCommands(program, console, version(), report);
  return program;
}

function version(): string {
  // Beside package.json both in the sources and, one folder further down, in dist/.
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const { name, version } = require(path) as { readonly name: string; readonly version: string };
      if (name === "cdktf-mail-hygiene") return version;
    } catch {
      // Not here.
    }
  }
  return "unknown";
}
