import { visibleLine } from "../../visible";

/**
 * A text as one literal of PowerShell, in which nothing is expanded. PowerShell takes typographic quotation marks for the
 * plain one: each is written twice.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function literal(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}

/** A comment of one line. */
export function comment(text: string): string {
  return `# ${visibleLine(text)}`;
}
