const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const [bold, dim, red, yellow, green] = [1, 2, 31, 33, 32].map(paint);

/** A cell of a table: its text, and how it is painted once it is as wide as its column. */
export const cell = (text, style = (plain) => plain) => ({ text: String(text), paint: style });
export const none = cell("–", dim);

/** Rows of cells in aligned columns. */
export function table(head, rows) {
  const lines = [head.map((text) => cell(text, bold)), ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].text.length)));
  return lines
    .map(
      (line) =>
        `${line
          .map(({ text, paint }, column) => paint(text.padEnd(widths[column])))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
