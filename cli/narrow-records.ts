import { displayName, unicodeName } from "../lib/dns/name";
import type { RecordRow } from "./record-row";
import { columnsOf, formatTable, padded } from "./table";

/** Below so many columns data is broken too often to be read. */
const LEAST_DATA = 50;
const GAP = 2;

/**
 * Records for a terminal in which their table does not fit. Nothing is cut: data is wrapped in its column, or, where that
 * would be narrow, stands in lines of its own under names that are relative to their domain.
 * @param rows of the table: name, TTL, type, role, data
 * @param width of the terminal, in columns
 */
export function narrowRecords(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  records: readonly RecordRow[],
  width: number,
): string {
  const besides = head
    .slice(0, -1)
    .map((_, column) => Math.max(...[head, ...rows].map((row) => columnsOf(row[column] ?? ""))))
    .reduce((sum, columns) => sum + columns + GAP, 0);
  const left = width - besides;
  if (left < LEAST_DATA) return stacked(records, width);
  const wrappedRows = rows.flatMap((row) => {
    const [first = "", ...more] = wrapped(row.at(-1) ?? "", left);
    return [[...row.slice(0, -1), first], ...more.map((line) => [...row.slice(0, -1).map(() => ""), line])];
  });
  return formatTable(head, wrappedRows);
}

/** A domain, then each of its records: what it is in a line, its data below. */
function stacked(records: readonly RecordRow[], width: number): string {
  const domains = [...new Set(records.map(({ domain }) => domain))];
  return domains
    .map((domain) => {
      const own = records.filter((record) => record.domain === domain);
      const cells = own.map(({ name, ttl, type, role }) => [relative(name, domain), String(ttl), type, role]);
      // A name that is longer than others stands out of their columns rather than moving all of them.
      const widths = [0, 1, 2].map((column) =>
        Math.max(...cells.map((row) => columnsOf(row[column] ?? "")).filter((one) => one <= width / 2)),
      );
      const lines = own.flatMap(({ data }, index) => {
        const row = (cells[index] ?? []).map((cell, column) => padded(cell, widths[column] ?? 0));
        return [
          ...wrapped(row.join("  "), width - GAP).map((part) => `  ${part}`),
          ...wrapped(data, width - 3 * GAP).map((part) => `      ${part}`),
        ];
      });
      return [...wrapped(displayName(domain), width), ...lines].map((line) => `${line.trimEnd()}\n`).join("");
    })
    .join("\n");
}

/** A name below its domain as zone files write it: `@` is the domain. */
function relative(name: string, domain: string): string {
  if (name === domain) return "@";
  return unicodeName(name.endsWith(`.${domain}`) ? name.slice(0, -(domain.length + 1)) : `${name}.`);
}

/** A text in lines of so many columns, broken at spaces; a word that is longer than a line is broken itself. */
function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  // Spaces belong to the text: one is left out where a line ends in its place.
  for (const word of text.split(/(?<= )(?! )/)) {
    if (line !== "" && columnsOf(line + word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
    for (
      let rest = headOf(line.trimEnd(), columns);
      rest !== line.trimEnd();
      rest = headOf(line.trimEnd(), columns)
    ) {
      lines.push(rest);
      line = line.slice(rest.length);
    }
  }
  return line.trimEnd() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** As much of a text as so many columns hold, a character at least; names are broken behind a dot where there is one. */
function headOf(text: string, columns: number): string {
  let head = "";
  for (const character of text) {
    if (head !== "" && columnsOf(head + character) > columns) {
      return head.slice(0, head.lastIndexOf(".") + 1) || head;
    }
    head += character;
  }
  return head;
}
