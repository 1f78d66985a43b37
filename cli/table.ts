import { visibleLine } from "../lib/visible";

/** Rows in aligned columns, two spaces apart, a line each. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  // Escaped before it is measured.
  const lines = [head, ...rows.map((row) => row.map(visibleLine))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => columnsOf(line[column] ?? ""))));
  const text = lines.map((line) => line.map((cell, column) => padded(cell, widths[column] ?? 0)));
  return text.map((cells) => `${cells.join("  ").trimEnd()}\n`).join("");
}

/** A text with spaces behind it, up to so many columns. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}

const COMBINING = /\p{M}|\p{Cf}/u;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uff01-\uff60]/u;

/** How many columns of a terminal a text takes: two for characters of East Asia (UAX #11), none for combining ones. */
export function columnsOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  return [...text].reduce((sum, one) => sum + (COMBINING.test(one) ? 0 : WIDE.test(one) ? 2 : 1), 0);
}
