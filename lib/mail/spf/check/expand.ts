import type { MacroLetter, MacroPart, MacroString } from "../macro";

/** What each macro letter stands for in one evaluation (RFC 7208 §7.2). */
export type MacroValues = Readonly<Partial<Record<MacroLetter, string>>>;

/** The letters in `macros` that `values` says nothing about. */
export function unknownLetters(macros: MacroString, values: MacroValues): readonly MacroLetter[] {
  return lettersOf(macros).filter((letter) => values[letter] === undefined);
}

/** Each letter once, in order. */
export function lettersOf(macros: MacroString): readonly MacroLetter[] {
  return [...new Set(macros.parts.flatMap((part) => (part.kind === "macro" ? [part.letter] : [])))];
}

/** The text with its macros expanded (§7.3). A letter without a value expands to nothing. */
export function expandMacros(macros: MacroString, values: MacroValues): string {
  return macros.parts.map((part) => expandPart(part, values)).join("");
}

/** The expanded text as a name to ask for: the left labels of one beyond 253 octets go (§7.3). */
export function expandName(macros: MacroString, values: MacroValues): string {
  let name = expandMacros(macros, values).replace(/\.$/, "");
  while (name.length > 253 && name.includes(".")) name = name.slice(name.indexOf(".") + 1);
  return name;
}

function expandPart(part: MacroPart, values: MacroValues): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "escape":
      return part.expansion;
    case "macro": {
      const pieces = splitAt(values[part.letter] ?? "", part.delimiters);
      if (part.reversed) pieces.reverse();
      const text = pieces.slice(-(part.keep ?? pieces.length)).join(".");
      return part.urlEncoded ? percentEncode(text) : text;
    }
  }
}

function splitAt(text: string, delimiters: string): string[] {
  const pieces = [""];
  for (const character of text) {
    if (delimiters.includes(character)) pieces.push("");
    else pieces.push((pieces.pop() ?? "") + character);
  }
  return pieces;
}

/** Percent-encodes every octet but the unreserved ones of RFC 3986 §2.3. */
function percentEncode(text: string): string {
  return Array.from(new TextEncoder().encode(text), (octet) => {
    const character = String.fromCharCode(octet);
    if (/[A-Za-z0-9\-._~]/.test(character)) return character;
    return `%${octet.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
