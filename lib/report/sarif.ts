import { type Finding, formatFinding } from "../rules/finding";
import type { NotJudged } from "../rules/not-judged";
import type { Level, Rule } from "../rules/rule";
import { notJudgedText } from "./not-judged-text";

/** A finding, with the reason where it is accepted. */
export type SarifFinding = Finding & { readonly reason?: string };

/** What a SARIF log says beside its findings. */
export interface SarifOptions {
  /** Of this tool. */
  readonly version: string;
  /** The rules that were run. */
  readonly rules: readonly Rule[];
  /** The file that findings without one belong to, such as the estate's. */
  readonly file: string;
  /** Controls that no rule has judged. @default none */
  readonly notJudged?: readonly NotJudged[];
}

/** SARIF 2.1.0 as GitHub's code scanning takes it: a place in a file, and a fingerprint that survives moved lines. */
export function sarif(
  findings: readonly SarifFinding[],
  { version, rules, file, notJudged = [] }: SarifOptions,
): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "mail-hygiene",
            version,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              help: { text: help(rule) },
              defaultConfiguration: { level: rule.level },
              properties: { tags: ["mail", rule.of] },
            })),
          },
        },
        ...(notJudged.length > 0 ? { invocations: [invocation(notJudged)] } : {}),
        results: findings.map((finding) => result(finding, rules, file)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/**
 * What the run could not judge (§3.20.21): not results, of which code scanning would make alerts that nobody can mend in
 * the file.
 */
function invocation(notJudged: readonly NotJudged[]): object {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: notJudged.map((entry) => ({
      level: "note",
      descriptor: { id: `${entry.list}/${entry.control}` },
      message: { text: `not judged: ${entry.control}: ${notJudgedText(entry)}` },
    })),
  };
}

/** A path as a reference of RFC 3986 §4.2, whatever its names are made of. */
function uriOf(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

function help({ why, sources }: Rule): string {
  const read = sources.map(({ name, url }) => (url === undefined ? name : `${name} (${url})`));
  return `${why}\n\n${read.join("\n")}`;
}

function result(finding: SarifFinding, rules: readonly Rule[], file: string): object {
  const { rule, subject, where, level, reason, message } = finding;
  const logical = { fullyQualifiedName: subject, kind: finding.of === "domain" ? "namespace" : "module" };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: level satisfies Level,
    // §3.11.6: `[text](place)` would be a link.
    message: { text: `${subject}: ${formatFinding(finding)}`.replaceAll("](", "\\](") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(where.file ?? file) },
          region: { startLine: where.line ?? 1, startColumn: where.column ?? 1 },
        },
        logicalLocations: [logical],
      },
    ],
    partialFingerprints: { "mailHygiene/v1": `${rule}:${subject}:${message}` },
    ...(reason === undefined
      ? {}
      : { suppressions: [{ kind: "inSource", status: "accepted", justification: reason }] }),
  };
}
