import { WORDS } from "../../review/changes/change";
import type { Review, SubjectReview } from "../../review/subject";
import { formatFinding } from "../../rules/finding";
import { type Paint, PLAIN } from "../paint";
import { asides, changeWords, headline, PAST, stopsOf, titleOf, touchedWords } from "./words";

const RISK_PAINT = { high: "error", medium: "warning", low: "note" } as const;
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
  const lines = [
    ...review.subjects.flatMap((subject) => [...subjectLines(subject, paint), ""]),
    ...asides(review).map(visible),
    ...(stops.length > 0 ? [paint.error("stopped:"), ...stops.map((stop) => `  ${visible(stop)}`)] : []),
    ...review.exceeded
      .filter(({ allowedBy }) => allowedBy !== undefined)
      .map(({ message, allowedBy }) => visible(`${message}: allowed by ${allowedBy}`)),
    ...(review.accepted.length > 0 ? [`${review.accepted.length} accepted by the estate`] : []),
    `${headline(review)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function subjectLines(subject: SubjectReview, paint: Paint): readonly string[] {
  const { risk, why, changes, states, findings, touched, unknown } = subject;
  const differing = states.filter(({ before, after }) => before !== after);
  const width = Math.max(0, ...differing.map(({ title }) => title.length));
  return [
    `${paint.bold(titleOf(subject))} ${paint[RISK_PAINT[risk]](`${risk} risk`)}: ${visible(why)}`,
    ...changes.map((change) => `  ${visible(changeWords(change))}`),
    ...differing.map(({ title, before, after }) =>
      paint.dim(`  ${title.padEnd(width)}  ${visible(before)} → ${visible(after)}`),
    ),
    ...unknown.map(({ name, type, why: reason }) => `  ${name} ${type}: ${WORDS[reason]}`),
    ...findings.added.map(
      (one) => `  ${paint[one.level](`new ${one.level}`)}: ${visible(formatFinding(one))} [${one.rule}]`,
    ),
    ...findings.fixed.map((one) => `  ${paint.good("fixed")}: ${visible(one.message)} [${one.rule}]`),
    ...(findings.unchanged.length > 0
      ? [paint.dim(`  ${findings.unchanged.length} findings as before`)]
      : []),
    ...(touched.length > 0 ? [paint.dim(`  ${touchedWords(touched)}`)] : []),
    ...touched.map(({ action, address, previousAddress }) =>
      paint.dim(
        `    ${SIGNS[action]} ${visible(address)}${previousAddress === undefined ? "" : `, was ${visible(previousAddress)}`}${action === "replace" || action === "delete" || action === "forget" ? ` ${PAST[action]}` : ""}`,
      ),
    ),
  ];
}

/** Control characters of a value would steer the terminal. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}
