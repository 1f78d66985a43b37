import { gatheredAcross } from "../rules/alike";
import { type Finding, formatWhere } from "../rules/finding";
import type { NotJudged } from "../rules/not-judged";
import { LEVELS, type Level } from "../rules/rule";
import type { Sifted } from "../rules/sift";
import { findingLine } from "./finding-line";
import { textOf } from "./lines";
import { notJudgedCount, notJudgedLines } from "./not-judged-text";
import { type Paint, PLAIN } from "./paint";

/** What the rules say, and what no rule has judged. */
export interface FindingsReport extends Sifted {
  /** @default nothing */
  readonly notJudged?: readonly NotJudged[];
}

/**
 * Findings as people read them: a line each, `place: level: rule: message; expected …; fix`, worst first, then which
 * suppressions are of no use, which controls are not judged, and the sum.
 * @param verbose a line for each finding, though many say the same, and for each control that is not judged
 */
export function findingsText(
  { findings, accepted, idle, notJudged = [] }: FindingsReport,
  paint: Paint = PLAIN,
  verbose = false,
): string {
  const shown = verbose ? findings : gatheredAcross(findings);
  const lines = shown.map(
    (finding) => `${formatWhere(finding.where) ?? finding.subject}: ${findingLine(finding, paint)}`,
  );
  for (const { suppression, why } of idle) {
    const place = formatWhere(suppression.where);
    const until = why === "expired" ? `; it held until ${suppression.until}` : "";
    lines.push(
      `${place === undefined ? "" : `${place}: `}${paint.warning("warning")}: the suppression of ${suppression.rule} ${
        why === "unused" ? "suppresses nothing" : "has expired"
      }${until}; remove it`,
    );
  }
  lines.push(...notJudgedLines(notJudged, { verbose, paint }));
  const isShort = shown.length < findings.length ? "; -v lists all" : "";
  return textOf([...lines, `${summary(findings, accepted.length)}${notJudgedCount(notJudged)}${isShort}`]);
}

/** `2 errors, 1 warning; 3 accepted`. */
export function summary(findings: readonly Pick<Finding, "level">[], accepted = 0): string {
  const counts = LEVELS.flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [counted(count, level)];
  });
  const sum = counts.length === 0 ? "no findings" : counts.join(", ");
  return accepted === 0 ? sum : `${sum}; ${accepted} accepted`;
}

function counted(count: number, level: Level): string {
  return `${count} ${level}${count === 1 ? "" : "s"}`;
}
