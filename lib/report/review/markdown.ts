import { NOTHING } from "../../review/changes/change";
import type { Review, SubjectReview } from "../../review/subject";
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
import { inline } from "./markdown-text";

/** GitHub takes comments of 65,536 characters; the rest is room for what a workflow puts around it. */
export const MARKDOWN_LIMIT = 65_000;

/** The most items of one list. */
const MANY = 40;
/** The most rows of the table at the top. */
const ROWS = 50;
/** The longest reason in that table, in characters. */
const REASON = 160;

/**
 * A review as a comment on a pull request: what stops the change, a table of what changes by risk, then each domain and
 * tenant with its details folded. What does not fit is left out from the end, where the risk is lowest, and counted.
 */
export function reviewMarkdown(review: Review, limit = MARKDOWN_LIMIT): string {
  const accepted = acceptedWords(review);
  const head = [
    `## Mail review: ${review.passed ? "nothing stops this" : "**stopped**"}`,
    `${inline(headline(review))}.`,
    bullets(stopsOf(review), "**Before this can go on:**"),
    bullets(allowedOf(review), "**Allowed:**"),
    table(review.subjects),
    bullets(driftLines(review), `**${DRIFT_TITLE}:**`),
    bullets(asides(review)),
    accepted === undefined ? "" : `${accepted}.`,
  ];
  const parts = new Parts(limit - ROOM_FOR_REST);
  const leftOut = head.filter((part) => !parts.add(part)).length;
  let left = 0;
  for (const subject of review.subjects) {
    const fits = parts.add(section(subject, true)) || parts.add(section(subject, false));
    if (!fits) left += 1;
  }
  if (left > 0) {
    parts.force(
      `… and ${left} more of the ${review.subjects.length} domains and tenants that change; \`review --format json\` has them all.`,
    );
  }
  if (leftOut > 0) parts.force("… and parts of the summary at the top, which are too long for a comment.");
  return parts.text();
}

const ROOM_FOR_REST = 300;

/** Blocks with an empty line between them, as far as they fit. */
class Parts {
  private readonly parts: string[] = [];
  private length = 0;

  constructor(private readonly limit: number) {}

  /** @returns whether there was room */
  add(part: string): boolean {
    if (part === "") return true;
    if (this.length + part.length + 2 > this.limit) return false;
    this.force(part);
    return true;
  }

  force(part: string): void {
    this.parts.push(part);
    this.length += part.length + 2;
  }

  text(): string {
    return `${this.parts.join("\n\n")}\n`;
  }
}

const SIGNS = { high: "🔴 high", medium: "🟠 medium", low: "🟢 low" } as const;

function table(subjects: readonly SubjectReview[]): string {
  if (subjects.length === 0) return "";
  const rows = subjects
    .slice(0, ROWS)
    .map((one) => `| ${SIGNS[one.risk]} | ${inline(titleOf(one))} | ${inline(one.why, REASON)} |`);
  const more = subjects.length - rows.length;
  return [
    "| Risk | What | Why |",
    "| --- | --- | --- |",
    ...rows,
    ...(more > 0 ? [`| | and ${more} more | |`] : []),
  ].join("\n");
}

function section(subject: SubjectReview, detailed: boolean): string {
  const { risk, changes, findings } = subject;
  return [
    `### ${inline(titleOf(subject))} (${SIGNS[risk]})`,
    bullets(changes.map(changeWords)),
    bullets(unknownOf(subject), "Values that nobody can see yet:"),
    bullets(
      gathered(findings.added).map((one) => `${levelWords(one)}: ${findingWords(one)}`),
      "**New findings:**",
    ),
    bullets(findings.unjudged.map(shortFindingWords), "Can no longer be judged:"),
    detailed ? details(subject) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The parts of a section that are folded; nothing if there are none. */
function details({ states, findings, touched }: SubjectReview): string {
  const differing = states.filter(({ before, after }) => before !== after);
  const same = states.filter(({ before, after }) => before === after && before !== NOTHING);
  const rows = [
    ...differing.map(({ title, before, after }) => `| **${title}** | ${inline(before)} | ${inline(after)} |`),
    ...same.map(({ title, before, after }) => `| ${title} | ${inline(before)} | ${inline(after)} |`),
  ];
  const body = [
    rows.length === 0 ? "" : ["| | before | after |", "| --- | --- | --- |", ...rows].join("\n"),
    bullets(gathered(findings.fixed).map(shortFindingWords), "Fixed:"),
    bullets(
      gathered(findings.unchanged).map((one) => `${levelWords(one)}: ${shortFindingWords(one)}`),
      "As before:",
    ),
    bullets(
      touched.map((one) => `${ACTION_WORDS[one.action]}: ${addressWords(one)}`),
      "Resources:",
    ),
  ].filter((part) => part !== "");
  if (body.length === 0) return "";
  const summary =
    touched.length > 0
      ? `Before and after, findings, resources (${touchedSum(touched)})`
      : "Before and after, findings";
  return `<details><summary>${summary}</summary>\n\n${body.join("\n\n")}\n\n</details>`;
}

/** A list of texts from outside, with a line before it; nothing if there are none. */
function bullets(items: readonly string[], title?: string): string {
  if (items.length === 0) return "";
  const shown = items.slice(0, MANY).map((item) => `- ${inline(item)}`);
  const more = items.length - shown.length;
  return [
    ...(title === undefined ? [] : [title, ""]),
    ...shown,
    ...(more > 0 ? [`- … and ${more} more`] : []),
  ].join("\n");
}
