import { dirname, resolve } from "node:path";
import { type DnsName, parseName } from "../../lib/dns/name";
import { formatFault } from "../../lib/fault";
import type { RulePackName } from "../../lib/pack-names";
import type { MailPosture } from "../../lib/posture/model";
import { auditHtml } from "../../lib/report/audit-html";
import { findingsJson } from "../../lib/report/findings-json";
import { findingsText } from "../../lib/report/findings-text";
import { junit } from "../../lib/report/junit";
import { sarif } from "../../lib/report/sarif";
import { type Score, scores, scoreText } from "../../lib/report/score";
import { RULES } from "../../lib/rules";
import { CONTROL_LIST_NAMES } from "../../lib/rules/controls";
import { evaluate } from "../../lib/rules/evaluate";
import { type NotJudged, notJudged } from "../../lib/rules/not-judged";
import { packRules } from "../../lib/rules/packs";
import { LEVELS, type Level } from "../../lib/rules/rule";
import { visibleLine } from "../../lib/visible";
import { askWith } from "../../observe/ask";
import { auditDomains } from "../../observe/audit";
import { resolverOf } from "../../observe/dns/resolve";
import { fileFetcher } from "../../observe/https/fetch-file";
import { policyFetcher } from "../../observe/https/fetch-policy";
import { exchangeAsker } from "../../observe/smtp/exchanges";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { paintFor } from "../paint";
import { readTextFile } from "../read-file";
import { type DnsOptions, openDns } from "./dns";
import { sandboxWorld } from "./sandbox";

export interface AuditOptions extends DnsOptions {
  /** A file with more domains, one a line. */
  readonly file?: string;
  readonly pack?: readonly RulePackName[];
  readonly failOn: Level;
  readonly format: "terminal" | "json" | "sarif" | "junit" | "html";
  readonly verbose?: boolean;
  /** Are mail exchanges connected to? */
  readonly smtp?: boolean;
}

/** 0: nothing of that level; 1: findings; 3: something did not answer. */
export type AuditExit = 0 | 1 | 3;

/** `mail-hygiene audit`: what the rules find in the live mail posture of any domains. */
export async function audit(
  given: readonly string[],
  options: AuditOptions,
  version: string,
  console: Console,
): Promise<AuditExit> {
  const domains = readDomains(given, options.file, console.folder);
  const packs = options.pack ?? ["recommended", ...CONTROL_LIST_NAMES];
  const { client, reach, authorities } = openDns(options);
  try {
    const lookUp = resolverOf(client);
    const { https } = sandboxWorld(process.env);
    const observed = await auditDomains(domains, {
      ask: askWith(client),
      resolve: lookUp,
      fetchPolicy: policyFetcher(lookUp, { reach, ...(https ? { connect: https } : {}) }),
      fetchFile: fileFetcher(lookUp, { reach, ...(https ? { connect: https } : {}) }),
      serials: (domain) => authorities.serials(domain),
      ...(options.smtp ? { askExchange: exchangeAsker(lookUp, { reach }) } : {}),
    });
    const findings = evaluate(observed, packRules(packs));
    const lists = CONTROL_LIST_NAMES.filter((list) => packs.includes(list));
    const report = {
      findings,
      accepted: [],
      idle: [],
      notJudged: notJudged(observed, packs).filter(({ look }) => look.place === "DNS"),
      scores: scores(observed, findings, lists),
    };
    const unanswered = observed.domains.flatMap(unansweredLines);
    console.out(format(domains, { ...report, unanswered }, options, version));
    for (const line of unanswered) console.err(`${visibleLine(line)}\n`);
    const failing = LEVELS.slice(0, LEVELS.indexOf(options.failOn) + 1);
    if (findings.some(({ level }) => failing.includes(level))) return 1;
    return unanswered.length > 0 ? 3 : 0;
  } finally {
    await client.close();
  }
}

/** What nobody knows of a domain, a line each. */
function unansweredLines({ domain, unanswered = [], smtp = [] }: MailPosture): readonly string[] {
  const reached = new Set(smtp.flatMap(({ host, kind }) => (kind === "unreached" ? [] : [host])));
  return [
    ...unanswered.map(({ name, type }) => `no answer for ${name} ${type}`),
    // A host of which one address answers is there; of the others this machine may have no way to them.
    ...smtp.flatMap((answer) => {
      if (answer.kind !== "unreached" || reached.has(answer.host)) return [];
      const at = answer.address === "" ? answer.host : `${answer.host} (${answer.address})`;
      return [`nothing is known of TLS at ${at}: ${answer.why}`];
    }),
  ].map((line) => `${domain}: ${line}`);
}

interface AuditReport {
  readonly findings: ReturnType<typeof evaluate>;
  readonly accepted: readonly never[];
  readonly idle: readonly never[];
  readonly notJudged: readonly NotJudged[];
  readonly scores: readonly Score[];
  readonly unanswered: readonly string[];
}

function format(
  domains: readonly DnsName[],
  report: AuditReport,
  { format: as, verbose, file }: AuditOptions,
  version: string,
): string {
  switch (as) {
    case "terminal": {
      const score = scoreText(report.scores);
      return `${findingsText(report, paintFor(process.stdout), verbose)}${score === "" ? "" : `controls met: ${score}\n`}`;
    }
    case "json":
      return findingsJson(report.findings, report.notJudged, report.scores);
    case "html":
      return auditHtml({ domains, ...report });
    case "sarif":
      return sarif(report.findings, {
        version,
        rules: RULES,
        file: file ?? "domains.txt",
        notJudged: report.notJudged,
      });
    case "junit":
      return junit(
        "mail-hygiene audit",
        domains.map((subject) => ({
          subject,
          findings: report.findings.filter((finding) => finding.subject === subject),
        })),
        report.notJudged,
      );
  }
}

/** In octets; a hundred thousand domains. */
const MOST_OF_FILE = 8 * 1024 * 1024;

/** @throws Misuse with every name that is none */
function readDomains(given: readonly string[], file: string | undefined, folder: string): readonly DnsName[] {
  const listed = file === undefined ? [] : linesOf(file, folder);
  const all = [...given.map((text) => ({ text, where: "" })), ...listed];
  if (all.length === 0) throw new Misuse("name at least one domain, or a file of domains with --file");
  const problems: string[] = [];
  const names = new Set<DnsName>();
  for (const { text, where } of all) {
    const read = parseName(text);
    if (read.ok && read.value.includes(".")) names.add(read.value);
    else {
      const why = read.ok
        ? `a name of one label, got ${JSON.stringify(text)}`
        : read.faults.map(formatFault).join("; ");
      problems.push(`${where}${why}`);
    }
  }
  if (problems.length > 0) throw new Misuse(problems.join("\n"));
  return [...names];
}

function linesOf(file: string, folder: string): readonly { readonly text: string; readonly where: string }[] {
  const absolute = resolve(folder, file);
  const text = readTextFile(absolute, file, { most: MOST_OF_FILE, within: dirname(absolute) });
  return text.split(/\r?\n/).flatMap((line, at) => {
    const bare = line.replace(/#.*/, "").trim();
    return bare === "" ? [] : [{ text: bare, where: `${file}:${at + 1}: ` }];
  });
}
