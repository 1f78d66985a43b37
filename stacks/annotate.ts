import { Annotations, type TerraformStack } from "cdktf";
import { type Finding, formatFinding } from "../lib/rules/finding";
import { visibleLine } from "../lib/visible";

/**
 * Findings as cdktf shows them: warnings and notes of the stack. What is broken has stopped the synth before;
 * a control that is not met yet is a warning here. Their order is
 * that of their texts: places in a file would let the order of its keys show in the output.
 */
export function annotate(stack: TerraformStack, findings: readonly Finding[]): void {
  const annotations = Annotations.of(stack);
  const texts = (note: boolean) =>
    findings
      .filter(({ level }) => (level === "note") === note)
      .map((finding) => visibleLine(`${finding.subject}: ${formatFinding(finding)} [${finding.rule}]`))
      .sort();
  for (const text of texts(false)) annotations.addWarning(text);
  for (const text of texts(true)) annotations.addInfo(text);
}
