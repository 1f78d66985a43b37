import { visibleLine } from "./visible";

/**
 * Text of PowerShell: what a {@link powershell} template gives. No other text becomes code, so that no name that somebody else
 * chose is ever run.
 */
export class PowerShell {
  /** @internal */
  constructor(readonly text: string) {}
}

/** What a template takes: code as it is, anything else as a literal. */
export type PowerShellValue = PowerShell | string | number | boolean | readonly string[];

/**
 * PowerShell from a template. Only what stands in our own sources is code: values become literals, whoever wrote them.
 *
 * ```ts
 * powershell`New-SendConnector -Name ${name} -SmartHosts ${hosts} -RequireTLS ${true}`
 * ```
 * @throws RangeError for a number that is no safe integer
 */
export function powershell(code: TemplateStringsArray, ...values: readonly PowerShellValue[]): PowerShell {
  return new PowerShell(code.reduce((text, part, at) => `${text}${codeOf(values[at - 1] ?? "")}${part}`));
}

/** Pieces of code, one below the other. */
export function lines(...pieces: readonly PowerShell[]): PowerShell {
  return new PowerShell(pieces.map(({ text }) => text).join("\n"));
}

function codeOf(value: PowerShellValue): string {
  if (value instanceof PowerShell) return value.text;
  if (typeof value === "string") return literal(value);
  if (typeof value === "boolean") return value ? "$true" : "$false";
  if (typeof value !== "number") return `@(${value.map(literal).join(", ")})`;
  if (Number.isSafeInteger(value)) return String(value);
  throw new RangeError(`${value} is no number for a script`);
}

/**
 * A text as a literal of printable ASCII on one line. In single quotes PowerShell expands nothing, and a quote is written
 * twice; but U+2018 to U+201B are quotes to it as well, and a file without a byte order mark is read in the code page of the
 * machine. So each code unit that is not printable ASCII is written by its number.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
function literal(text: string): string {
  if (/^[ -~]*$/.test(text)) return quoted(text);
  const pieces = text.match(/[ -~]+|[^ -~]/g) ?? [];
  // The empty text in front makes it a sum of texts: two characters would be added as numbers.
  const sum = ["''", ...pieces.map((piece) => (/^[ -~]/.test(piece) ? quoted(piece) : character(piece)))];
  return `(${sum.join(" + ")})`;
}

/** A comment of one line, whatever the text holds. */
export function comment(text: string): PowerShell {
  return new PowerShell(`# ${visibleLine(text)}`);
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const character = (unit: string) => `[char]0x${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
