import type { Level } from "../rules/rule";

/** Colours of a terminal, or none. */
export type Paint = Readonly<Record<Level | "dim" | "bold" | "good", (text: string) => string>>;

const same = (text: string) => text;

/** No colours: text as it is. */
export const PLAIN: Paint = { error: same, warning: same, note: same, dim: same, bold: same, good: same };

/**
 * ANSI colours (ECMA-48 §8.3.117).
 * @param sequence writes a control sequence without its introducer, so that whoever prints it knows it for our own
 */
export function coloursBy(sequence: (text: string) => string): Paint {
  const code = (number: number) => (text: string) => `${sequence(`${number}m`)}${text}${sequence("0m")}`;
  return { error: code(31), warning: code(33), note: code(36), dim: code(2), bold: code(1), good: code(32) };
}
