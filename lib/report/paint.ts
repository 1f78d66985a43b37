import type { Level } from "../rules/rule";

/** Colours of a terminal, or none. */
export type Paint = Readonly<Record<Level | "dim" | "bold" | "good", (text: string) => string>>;

const same = (text: string) => text;

/** No colours: text as it is. */
export const PLAIN: Paint = { error: same, warning: same, note: same, dim: same, bold: same, good: same };

const code = (number: number) => (text: string) => `\u001b[${number}m${text}\u001b[0m`;

/** ANSI colours (ECMA-48 §8.3.117). */
export const COLOURS: Paint = {
  error: code(31),
  warning: code(33),
  note: code(36),
  dim: code(2),
  bold: code(1),
  good: code(32),
};
