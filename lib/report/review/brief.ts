import { NOTHING, RISKS } from "../../review/changes/change";
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
import { gathered } from "../../rules/alike";
import { type Paint, PLAIN } from "../paint";
import { RISK_PAINT, visible } from "./terminal";

/** Groups of domains that are told in full. */
const MOST_GROUPS = 40;
/** Lines of one group. */
const MOST_LINES = 24;
/** Lines of a list at the end. */
const MOST_LISTED = 30;
/** Names of domains that change alike. */
const MOST_NAMES = 5;

/**
 * A review as it is read before an apply, however many domains change: those that change alike are told once, with
 * their number; what is left out is counted.
 */
export function reviewBrief(review: Review, paint: Paint = PLAIN): string {
  const groups = alike(review.subjects);
  const left = groups.slice(MOST_GROUPS).reduce((sum, { subjects }) => sum + subjects.length, 0);
  const stops = stopsOf(review);
  const accepted = acceptedWords(review);
  const drift = driftLines(review);
  const lines = [
    ...groups.slice(0, MOST_GROUPS).flatMap((group) => groupLines(group, paint)),
    ...(left > 0 ? [`${left} more domains and tenants change; mail-hygiene review tells all`] : []),
    ...(drift.length > 0 ? [paint.bold(`${DRIFT_TITLE}:`), ...listed(drift)] : []),
    ...bounded(asides(review)).map(visible),
    ...(stops.length > 0 ? [paint.error("stopped:"), ...listed(stops)] : []),
    ...bounded(allowedOf(review)).map(visible),
    ...(accepted === undefined ? [] : [accepted]),
    headline(review),
  ];
  return `${lines.join("\n")}\n`;
}

interface Group {
  readonly subjects: readonly SubjectReview[];
  /** What changes, `<domain>` in the place of the name. */
  readonly lines: readonly string[];
}

/** Those that change alike but for their names, in the order of the review. */
function alike(subjects: readonly SubjectReview[]): readonly Group[] {
  const groups = new Map<string, { readonly subjects: SubjectReview[]; readonly lines: readonly string[] }>();
  for (const subject of subjects) {
    const lines = contentOf(subject);
    const key = JSON.stringify([subject.of, subject.risk, lines.map((line) => nameless(line, subject.name))]);
    const group = groups.get(key);
    if (group) group.subjects.push(subject);
    else groups.set(key, { subjects: [subject], lines });
  }
  return [...groups.values()].sort(
    (a, b) => RISKS.indexOf(a.subjects[0]?.risk ?? "low") - RISKS.indexOf(b.subjects[0]?.risk ?? "low"),
  );
}

/** Microsoft's names hold the domain with hyphens in the place of dots. */
function nameless(line: string, name: string): string {
  return line.replaceAll(name, "<domain>").replaceAll(name.replaceAll(".", "-"), "<domain>");
}

function groupLines({ subjects, lines }: Group, paint: Paint): readonly string[] {
  const [first] = subjects;
  if (!first) return [];
  const risk = paint[RISK_PAINT[first.risk]](`${first.risk} risk`);
  const names = subjects.slice(0, MOST_NAMES).map(titleOf);
  const more = subjects.length - names.length;
  const title =
    subjects.length === 1
      ? paint.bold(titleOf(first))
      : `${paint.bold(`${subjects.length} alike`)}, ${visible([...names, ...(more > 0 ? [`${more} more`] : [])].join(", "))}:`;
  return [
    `${title} ${risk}`,
    ...(subjects.length > 1 ? [paint.dim(`  as ${visible(titleOf(first))}:`)] : []),
    ...bounded(lines, MOST_LINES).map((line) => `  ${visible(line)}`),
  ];
}

/** What changes, in words and in values. */
function contentOf(subject: SubjectReview): readonly string[] {
  const { changes, states, findings, touched } = subject;
  const said = new Set(changes.map(({ text }) => text));
  const differing = states.filter(
    ({ title, before, after }) =>
      before !== after && after !== NOTHING && !said.has(`${title} ${before} → ${after}`),
  );
  const width = Math.max(0, ...differing.map(({ title }) => title.length));
  return [
    ...changes.map(changeWords),
    ...differing.map(({ title, before, after }) => `${title.padEnd(width)}  ${before} → ${after}`),
    ...unknownOf(subject),
    ...gathered(findings.added).map((one) => `new ${one.level}: ${findingWords(one)}`),
    ...(touched.length > 0 ? [`records and resources: ${touchedSum(touched)}`] : []),
  ];
}

function listed(lines: readonly string[]): readonly string[] {
  return bounded(lines).map((line) => `  ${visible(line)}`);
}

function bounded(lines: readonly string[], most = MOST_LISTED): readonly string[] {
  const more = lines.length - most;
  return more > 1 ? [...lines.slice(0, most), `… and ${more} more`] : lines;
}
