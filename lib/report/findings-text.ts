import { gathered } from "../rules/alike";
import { type Finding, formatWhere } from "../rules/finding";
import { LEVELS, type Level } from "../rules/rule";
import type { Sifted } from "../rules/sift";
import { findingLine } from "./finding-line";
import { type Paint, PLAIN } from "./paint";

/**
 * Findings as people read them: a line each, `place: level: rule: message; expected …; fix`, worst first, then what is
 * accepted and which suppressions are of no use, and the sum.
 */
export function findingsText({ findings, accepted, idle }: Sifted, paint: Paint = PLAIN): string {
  const lines = gathered(findings).map(
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
  return `${[...lines, summary(findings, accepted.length)].join("\n")}\n`;
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
