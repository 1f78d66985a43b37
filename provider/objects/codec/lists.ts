import { type Codec, isTexts } from "./codec";

/** Members as they are written: words and patterns of rules. `[""]` is Exchange's other way to say none. */
export const TEXTS: Codec = {
  type: "texts",
  decode: (raw) => {
    const members = Array.isArray(raw) ? raw : [raw];
    const texts = members.filter((member): member is string => typeof member === "string" && member !== "");
    return texts.length === 0 ? null : texts;
  },
  encode: (value) => (isTexts(value) ? [...value] : value),
  key: String,
  fault: (value) => (value === "" ? "an empty text among the members" : undefined),
};

/** Texts of which each has its place. */
export const LISTED: Codec = { ...TEXTS, ordered: true };

/** Domains, addresses, names of objects: case says nothing, nor blanks around. */
export const NAMES: Codec = { ...TEXTS, key: (value) => String(value).trim().toLowerCase() };

/** IPv4 addresses and networks: one address is also its `/32`. */
export const ADDRESSES: Codec = {
  ...NAMES,
  key: (value) => NAMES.key(value).replace(/\/32$/, ""),
};

/** A list that comes back as one text with commas, as `ArcTrustedSealers` does. */
export const JOINED: Codec = {
  ...NAMES,
  decode: (raw) => {
    const parts = (Array.isArray(raw) ? raw : [raw]).flatMap((one) => String(one ?? "").split(","));
    const texts = parts.map((part) => part.trim()).filter((part) => part !== "");
    return texts.length === 0 ? null : texts;
  },
};

/** People as `Display Name;address`; Exchange puts a blank after the semicolon. */
export const PEOPLE: Codec = {
  ...TEXTS,
  decode: (raw) => {
    const texts = TEXTS.decode(raw);
    return texts !== null && isTexts(texts) ? texts.map((one) => person(one).join(";")) : texts;
  },
  key: (value) => {
    const [name, address] = person(String(value));
    return `${name};${address.toLowerCase()}`;
  },
  fault: (value) => {
    const [name, address] = person(String(value));
    return name !== "" && /^[^\s@;]+@[^\s@;]+$/.test(address)
      ? undefined
      : `got ${JSON.stringify(value)}; expected a name and an address, as Anna Berg;anna@contoso.com`;
  },
};

function person(text: string): readonly [string, string] {
  const at = text.lastIndexOf(";");
  return at < 0 ? [text.trim(), ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** Lists of one of some words each. */
export const wordsOf = (choices: readonly string[]): Codec => ({
  ...NAMES,
  choices,
  fault: (value) =>
    choices.includes(String(value))
      ? undefined
      : `got ${JSON.stringify(value)}; expected ${choices.join(" | ")}`,
});
