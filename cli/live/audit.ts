import { dirname, resolve } from "node:path";
import { type DnsName, parseName } from "../../lib/dns/name";
import { formatFault } from "../../lib/fault";
import type { RulePackName } from "../../lib/pack-names";
import { readPosture, unreadPosture } from "../../lib/posture/from-reading";
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
import { type NotJudged, notJudged, unseenByRules } from "../../lib/rules/not-judged";
import { packRules } from "../../lib/rules/packs";
import { LEVELS, type Level } from "../../lib/rules/rule";
import { visibleLine } from "../../lib/visible";
import { auditDomains } from "../../observe/audit";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { paintFor } from "../paint";
import { readTextFile } from "../read-file";
import type { DnsOptions } from "./dns";
import { openEyes } from "./eyes";
import { sandboxWorld } from "./sandbox";
import { keepEvidence, type ReadTenant, readTenants, type TenantOptions } from "./tenants";

export interface AuditOptions extends DnsOptions, TenantOptions {
  /** Read the tenant of the credentials too. @default only the DNS is asked */
  readonly tenant?: true;
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
  refuseMisuse(options);
  const named = readDomains(given, options.file, console.folder, options.tenant);
  const packs = options.pack ?? ["recommended", ...CONTROL_LIST_NAMES];
  const read = options.tenant ? await readTenants([{ name: "tenant" }], options, console) : [];
  const domains = named.length > 0 ? named : read.flatMap(ownDomains);
  const { https } = sandboxWorld(process.env);
  const eyes = openEyes(options, read, https ? { connect: https } : {});
  try {
    const seen = await auditDomains(domains, { ...eyes.lookups, ...eyes.closer(options.smtp ?? false) });
    const tenants = read.map(({ name, read: reading }) =>
      typeof reading === "string"
        ? unreadPosture(name, reading)
        : readPosture(reading, reading.initialDomain ?? reading.evidence.about.tenantId),
    );
    const observed = { ...seen, tenants };
    const rules = packRules(packs);
    const findings = evaluate(observed, rules);
    const lists = CONTROL_LIST_NAMES.filter((list) => packs.includes(list));
    // Of a tenant that nobody meant to read, each line would say the same.
    const open = notJudged(observed, packs).filter(({ look }) => options.tenant || look.place === "DNS");
    const report = {
      tenants: tenants.map(({ name }) => name),
      findings,
      accepted: [],
      idle: [],
      notJudged: open,
      scores: scores(observed, findings, lists, open),
    };
    const isKept =
      options.evidence === undefined ||
      keepEvidence(read, [{ name: "tenant" }], options.evidence, eyes.answers(), console);
    const unanswered = [...observed.domains.flatMap(unansweredLines), ...unseenByRules(observed, rules)];
    console.out(format(domains, { ...report, unanswered }, options, version));
    for (const line of unanswered) console.err(`${visibleLine(line)}\n`);
    const failing = LEVELS.slice(0, LEVELS.indexOf(options.failOn) + 1);
    if (!isKept || findings.some(({ level }) => failing.includes(level))) return 1;
    return unanswered.length > 0 ? 3 : 0;
  } finally {
    await eyes.close();
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

/** @throws Misuse for options that mean nothing without a tenant */
function refuseMisuse({ tenant, evidence, from, smtp }: AuditOptions): void {
  if (smtp && from !== undefined)
    throw new Misuse("--smtp connects to mail exchanges; with --from nobody is asked");
  if (tenant) return;
  if (evidence !== undefined) throw new Misuse("--evidence keeps what a tenant answers: say --tenant too");
  if (from !== undefined) throw new Misuse("--from has what a tenant answered: say --tenant too");
}

/** The domains of a tenant that mail may come from, as it says itself. */
function ownDomains({ read }: ReadTenant): readonly DnsName[] {
  if (typeof read === "string") return [];
  const names = [
    ...read.acceptedDomains.map(({ name }) => name),
    ...read.domains.filter(({ isVerified }) => isVerified).map(({ name }) => name),
  ];
  const known = names.flatMap((name) => {
    const parsed = parseName(name);
    return parsed.ok && parsed.value.includes(".") ? [parsed.value] : [];
  });
  return [...new Set(known)].sort();
}

interface AuditReport {
  readonly tenants: readonly string[];
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
    case "junit": {
      // A tenant is called by its first domain, which may be among the domains.
      const caseOf = (of: "domain" | "tenant") => (subject: string) => ({
        subject: of === "tenant" ? `tenant ${subject}` : subject,
        findings: report.findings.filter((finding) => finding.of === of && finding.subject === subject),
      });
      return junit(
        "mail-hygiene audit",
        [...domains.map(caseOf("domain")), ...report.tenants.map(caseOf("tenant"))],
        report.notJudged,
      );
    }
  }
}

/** In octets; a hundred thousand domains. */
const MOST_OF_FILE = 8 * 1024 * 1024;

/** @throws Misuse with every name that is none */
function readDomains(
  given: readonly string[],
  file: string | undefined,
  folder: string,
  tenant: AuditOptions["tenant"],
): readonly DnsName[] {
  const listed = file === undefined ? [] : linesOf(file, folder);
  const all = [...given.map((text) => ({ text, where: "" })), ...listed];
  if (all.length === 0 && !tenant) {
    throw new Misuse("name at least one domain, a file of domains with --file, or --tenant");
  }
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
