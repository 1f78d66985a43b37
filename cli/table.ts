import { visibleLine } from "../lib/visible";

/**
 * Rows in aligned columns, two spaces apart, a line each.
 * @param width cut the last column so that lines fit a terminal of so many columns
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string {
  // Escaped before it is measured.
  const lines = [head, ...rows.map((row) => row.map(visibleLine))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) => {
    const cells = line.map((cell, column) =>
      column === line.length - 1 ? cell : cell.padEnd(widths[column] ?? 0),
    );
    const full = cells.join("  ").trimEnd();
    return width === undefined || full.length <= width ? full : `${full.slice(0, Math.max(1, width - 1))}…`;
  });
  return `${text.join("\n")}\n`;
}
