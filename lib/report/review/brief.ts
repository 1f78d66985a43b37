import { NOT_MANAGED, NOTHING, RISKS, type Risk } from "../../review/changes/change";
import type { Review, SubjectReview } from "../../review/subject";
import {
  acceptedWords,
  allowedOf,
  asides,
  changeWords,
  DRIFT_TITLE,
  driftLines,
  findingWords,
  headline,
  stopsOf,
  titleOf,
  touchedSum,
  unknownOf,
} from "../../review/words";
import { gathered, gatheredAcross } from "../../rules/alike";
import { visibleLine } from "../../visible";
import { type Paint, PLAIN } from "../paint";
import { RISK_PAINT } from "./terminal";

/** So many domains and tenants are told one by one; of more, each change is told once. */
const MOST_SUBJECTS = 8;
/** Lines of one domain or tenant. */
const MOST_LINES = 40;
/** Changes of many domains. */
const MOST_CHANGES = 60;
/** Lines of a list at the end. */
const MOST_LISTED = 30;
/** Names of domains that change alike. */
const MOST_NAMES = 3;

/**
 * A review as it is read before an apply, however many domains change: the same change of many is one line with their
 * number, the highest risk first, and what is left out is counted.
 */
export function reviewBrief(review: Review, paint: Paint = PLAIN): string {
  const { subjects } = review;
  const stops = stopsOf(review);
  const accepted = acceptedWords(review);
  const drift = driftLines(review);
  const lines = [
    ...(subjects.length > MOST_SUBJECTS
      ? changesOfMany(subjects, paint)
      : subjectsOnce(subjects).flatMap((subject) => subjectLines(subject, paint))),
    ...(drift.length > 0 ? [paint.bold(`${DRIFT_TITLE}:`), ...listed(drift)] : []),
    ...bounded(asides(review)).map(visibleLine),
    ...(stops.length > 0 ? [paint.error("stopped:"), ...listed(stops)] : []),
    ...bounded(allowedOf(review)).map(visibleLine),
    ...(accepted === undefined ? [] : [accepted]),
    headline(review),
  ];
  return `${lines.join("\n")}\n`;
}

/** What rules newly say of several alike, said at the first of them. */
function subjectsOnce(subjects: readonly SubjectReview[]): readonly SubjectReview[] {
  const said = gatheredAcross(subjects.flatMap(({ findings }) => findings.added));
  return subjects.map((subject) => {
    const { of, name, findings } = subject;
    const added = said.filter((finding) => finding.of === of && finding.subject === name);
    return { ...subject, findings: { ...findings, added } };
  });
}

function subjectLines(subject: SubjectReview, paint: Paint): readonly string[] {
  const { risk, touched } = subject;
  const lines = [
    ...linesOf(subject).map(({ text }) => text),
    ...(touched.length > 0 ? [`records and resources: ${touchedSum(touched)}`] : []),
  ];
  return [
    `${paint.bold(titleOf(subject))} ${paint[RISK_PAINT[risk]](`${risk} risk`)}`,
    ...bounded(lines, MOST_LINES).map((line) => `  ${visibleLine(line)}`),
  ];
}

/** Something that changes for a domain or tenant, in a line. */
interface Line {
  readonly risk: Risk;
  readonly text: string;
}

const FINDING_RISKS = { error: "high", warning: "medium", note: "low" } as const;

/** What changes, in words, and in values where words do not tell them. */
function linesOf(subject: SubjectReview): readonly Line[] {
  const { changes, states, findings } = subject;
  const low = (text: string): Line => ({ risk: "low", text });
  const said = new Set(changes.map(({ text }) => text));
  return [
    ...changes.map((change) => ({ risk: change.risk, text: changeWords(change) })),
    ...states
      .filter(({ before, after }) => before !== after && before !== NOT_MANAGED && after !== NOTHING)
      .map(({ title, before, after }) => `${title} ${before} → ${after}`)
      .filter((text) => !said.has(text))
      .map(low),
    ...unknownOf(subject).map(low),
    ...gathered(findings.added).map((one) => ({
      risk: FINDING_RISKS[one.level],
      text: `new ${one.level}: ${findingWords(one)}`,
    })),
  ];
}

/** Each change once, with those that it concerns. */
function changesOfMany(subjects: readonly SubjectReview[], paint: Paint): readonly string[] {
  const groups = new Map<string, Line & { readonly titles: string[] }>();
  for (const subject of subjects) {
    for (const { risk, text } of linesOf(subject)) {
      const key = JSON.stringify([risk, nameless(text, subject.name)]);
      const group = groups.get(key);
      if (group) group.titles.push(titleOf(subject));
      else groups.set(key, { risk, text, titles: [titleOf(subject)] });
    }
  }
  const sorted = [...groups.values()].sort(
    (a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) || b.titles.length - a.titles.length,
  );
  const lines = sorted.map(
    ({ risk, text, titles }) =>
      `${paint[RISK_PAINT[risk]](risk.padEnd(6))}  ${visibleLine(`${namesWords(titles)}: ${text}`)}`,
  );
  return bounded(lines, MOST_CHANGES, "; mail-hygiene review tells all");
}

/** Microsoft's names hold the domain with hyphens in the place of dots. */
function nameless(line: string, name: string): string {
  return line.replaceAll(name, "<domain>").replaceAll(name.replaceAll(".", "-"), "<domain>");
}

/** `contoso.com`, or `38, such as contoso.com, contoso.net, contoso.org`. */
function namesWords(titles: readonly string[]): string {
  const names = titles.slice(0, MOST_NAMES).join(", ");
  return titles.length > MOST_NAMES ? `${titles.length}, such as ${names}` : names;
}

function listed(lines: readonly string[]): readonly string[] {
  return bounded(lines).map((line) => `  ${visibleLine(line)}`);
}

function bounded(lines: readonly string[], most = MOST_LISTED, more = ""): readonly string[] {
  const left = lines.length - most;
  return left > 1 ? [...lines.slice(0, most), `… and ${left} more${more}`] : lines;
}
