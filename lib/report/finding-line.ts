import { type Finding, formatFinding } from "../rules/finding";
import type { Paint } from "./paint";

/** `level: message; expected …; fix [rule]`. */
export function findingLine(finding: Finding, paint: Paint): string {
  return `${paint[finding.level](finding.level)}: ${formatFinding(finding)} ${paint.dim(`[${finding.rule}]`)}`;
}
