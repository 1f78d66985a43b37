import { counted } from "../counted";
import { type Finding, formatFinding, formatWhere } from "../rules/finding";
import type { NotJudged } from "../rules/not-judged";
import { notJudgedText } from "./not-judged-text";

/** What one test case of a JUnit report is about: a domain or tenant. */
export interface JunitCase {
  readonly subject: string;
  readonly findings: readonly Finding[];
  /** What else is not as it is meant to be, a line each. @default nothing */
  readonly differences?: readonly string[];
}

/**
 * A JUnit report, as CI systems read it: a test case for each domain and tenant. Errors and warnings fail it; notes
 * are written to its output. A control that no rule has judged is a test case that was skipped.
 */
export function junit(
  suite: string,
  cases: readonly JunitCase[],
  notJudged: readonly NotJudged[] = [],
): string {
  const failing = (one: JunitCase) => one.findings.filter(({ level }) => level !== "note");
  const failures = cases.filter((one) => failing(one).length + (one.differences?.length ?? 0) > 0).length;
  const lines = cases.flatMap((one) => {
    const name = attributes({ classname: suite, name: one.subject });
    const failed = failing(one);
    const { differences = [] } = one;
    const notes = one.findings.filter(({ level }) => level === "note");
    const wrong = [...differences, ...failed.map(line)];
    if (wrong.length === 0 && notes.length === 0) return [`    <testcase ${name}/>`];
    const type = differences.length > 0 ? "drift" : (failed[0]?.rule ?? "");
    return [
      `    <testcase ${name}>`,
      ...(wrong.length > 0
        ? [
            `      <failure ${attributes({ type, message: summaryOf(differences, failed) })}>${text(wrong.join("\n"))}</failure>`,
          ]
        : []),
      ...(notes.length > 0 ? [`      <system-out>${text(notes.map(line).join("\n"))}</system-out>`] : []),
      "    </testcase>",
    ];
  });
  const skipped = notJudged.flatMap((entry) => [
    `    <testcase ${attributes({ classname: suite, name: `${entry.list} ${entry.control}` })}>`,
    `      <skipped ${attributes({ message: `not judged: ${notJudgedText(entry)}` })}/>`,
    "    </testcase>",
  ]);
  const counts = attributes({
    name: suite,
    tests: String(cases.length + notJudged.length),
    failures: String(failures),
    ...(notJudged.length > 0 ? { skipped: String(notJudged.length) } : {}),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite ${counts}>`,
    ...lines,
    ...skipped,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function summaryOf(differences: readonly string[], findings: readonly Finding[]): string {
  const messages = [...differences, ...findings.map(({ message }) => message)];
  if (messages.length === 1) return messages[0] ?? "";
  return [
    ...(differences.length > 0 ? [counted(differences.length, "difference")] : []),
    ...(findings.length > 0 ? [counted(findings.length, "finding")] : []),
  ].join(", ");
}

function line(finding: Finding): string {
  const place = formatWhere(finding.where);
  return `${place === undefined ? "" : `${place}: `}${finding.level}: ${finding.rule}: ${formatFinding(finding)}`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${text(value).replaceAll('"', "&quot;")}"`)
    .join(" ");
}

/** Text as XML 1.0 allows it (§2.2, §2.4): control characters and half surrogate pairs have no place in it, not even escaped. */
function text(value: string): string {
  return (
    value
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}
