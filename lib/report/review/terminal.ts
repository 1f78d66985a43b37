import type { Review, SubjectReview, Touched } from "../../review/subject";
import {
  ACTION_WORDS,
  acceptedWords,
  addressWords,
  allowedOf,
  asides,
  changeWords,
  DRIFT_TITLE,
  driftLines,
  findingWords,
  headline,
  levelWords,
  shortFindingWords,
  stopsOf,
  titleOf,
  touchedSum,
  unknownOf,
} from "../../review/words";
import { gathered } from "../../rules/alike";
import { visibleLine } from "../../visible";
import { type Paint, PLAIN } from "../paint";

/** How a risk is coloured. @internal */
export const RISK_PAINT = { high: "error", medium: "warning", low: "note" } as const;
const SIGNS = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "-",
  forget: "○",
  import: "←",
  move: "→",
} as const;

/** A review as people read it on a terminal: the highest risk first. */
export function reviewText(review: Review, paint: Paint = PLAIN): string {
  const stops = stopsOf(review);
  const accepted = acceptedWords(review);
  const drift = driftLines(review);
  const lines = [
    ...review.subjects.flatMap((subject) => [...subjectLines(subject, paint), ""]),
    ...(drift.length > 0
      ? [paint.bold(`${DRIFT_TITLE}:`), ...drift.map((line) => `  ${visibleLine(line)}`), ""]
      : []),
    ...asides(review).map(visibleLine),
    ...(stops.length > 0 ? [paint.error("stopped:"), ...stops.map((stop) => `  ${visibleLine(stop)}`)] : []),
    ...allowedOf(review).map(visibleLine),
    ...(accepted === undefined ? [] : [accepted]),
    headline(review),
  ];
  return `${lines.join("\n")}\n`;
}

function subjectLines(subject: SubjectReview, paint: Paint): readonly string[] {
  const { risk, why, changes, states, findings, touched } = subject;
  const differing = states.filter(({ before, after }) => before !== after);
  const width = Math.max(0, ...differing.map(({ title }) => title.length));
  return [
    `${paint.bold(titleOf(subject))} ${paint[RISK_PAINT[risk]](`${risk} risk`)}: ${visibleLine(why)}`,
    ...changes.map((change) => `  ${visibleLine(changeWords(change))}`),
    ...differing.map(({ title, before, after }) =>
      paint.dim(`  ${title.padEnd(width)}  ${visibleLine(before)} → ${visibleLine(after)}`),
    ),
    ...unknownOf(subject).map((line) => `  ${visibleLine(line)}`),
    ...gathered(findings.added).map(
      (one) =>
        `  ${paint[one.level](one.goal ? levelWords(one) : `new ${one.level}`)}: ${visibleLine(findingWords(one))}`,
    ),
    ...gathered(findings.fixed).map(
      (one) => `  ${paint.good("fixed")}: ${visibleLine(shortFindingWords(one))}`,
    ),
    ...gathered(findings.unjudged).map(
      (one) => `  can no longer be judged: ${visibleLine(shortFindingWords(one))}`,
    ),
    ...(findings.unchanged.length > 0
      ? [
          paint.dim(
            `  ${findings.unchanged.length} finding${findings.unchanged.length === 1 ? "" : "s"} as before`,
          ),
        ]
      : []),
    ...(touched.length > 0 ? [paint.dim(`  ${touchedSum(touched)}`)] : []),
    ...touched.map((one) => paint.dim(`    ${touchedLine(one)}`)),
  ];
}

/** An address behind a sign; what ends an object is written out too. */
function touchedLine(touched: Touched): string {
  const { action } = touched;
  const ends = action === "replace" || action === "delete" || action === "forget";
  return `${SIGNS[action]} ${visibleLine(addressWords(touched))}${ends ? ` ${ACTION_WORDS[action]}` : ""}`;
}
