import type { Codec } from "./codec";

const asIs = (value: unknown) => value;

/** On or off. */
export const FLAG: Codec = {
  type: "flag",
  decode: (raw) => (typeof raw === "boolean" ? raw : null),
  encode: asIs,
  key: String,
};

/** `Enabled` or `Disabled`, as rules say whether they are in use. */
export const STATE: Codec = {
  ...FLAG,
  decode: (raw) => (typeof raw === "string" ? raw === "Enabled" : null),
};

/** Any text. Exchange says `""` or `<>` for none. */
export const TEXT: Codec = {
  type: "text",
  decode: (raw) => (typeof raw === "string" && raw !== "" && raw !== "<>" ? raw : null),
  encode: asIs,
  key: String,
};

/** Text of at most so many characters. */
export const textOf = (longest: number): Codec => ({
  ...TEXT,
  fault: (value) => {
    const { length } = String(value);
    return length > longest ? `${length} characters; expected at most ${longest}` : undefined;
  },
});

/** A name or an address: case says nothing. */
export const NAME: Codec = { ...TEXT, key: (value) => String(value).toLowerCase() };

/** One of some words. What Exchange knows and we do not is read as it is. */
export const wordOf = (choices: readonly string[]): Codec => ({
  ...NAME,
  choices,
  fault: (value) =>
    choices.includes(String(value))
      ? undefined
      : `got ${JSON.stringify(value)}; expected ${choices.join(" | ")}`,
});

/** A whole number; Exchange gives some of them as text. */
export const wholeOf = (least: number, most: number): Codec => ({
  type: "number",
  range: [least, most],
  decode: (raw) => {
    const number = typeof raw === "string" && /^-?\d+$/.test(raw) ? Number(raw) : raw;
    return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
  },
  encode: asIs,
  key: String,
  fault: (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `got ${String(value)}; expected a whole number from ${least} to ${most}`,
});
