/**
 * Lines as a text. What a value from outside holds of ends of lines is shown in its line, so that none of it passes for a
 * line of ours; all else that hides or steers is the terminal's to show (`cli/terminal.ts`).
 */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.replaceAll("\n", "\\n")}\n`).join("");
}
