import type { Fault } from "../fault";

/** A stretch of text in UTF-16 code units. */
export type Span = NonNullable<Fault["at"]>;

/** One `name=value` of a record, white space around both removed. */
export interface Tag {
  readonly name: string;
  readonly value: string;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** From the name's first character to the value's last. */
  readonly at: Span;
  readonly valueAt: Span;
}

/** A tag that a reader keeps without giving it a meaning. */
export interface KeptTag {
  readonly name: string;
  readonly value: string;
}

/** Where the tag lists of mail records differ from each other. */
export interface TagGrammar {
  /** What a legal name looks like. */
  readonly name: RegExp;
  /** Characters that count as white space around names, values and semicolons. */
  readonly space: string;
  /** May white space stand around `=`? */
  readonly loose: boolean;
  /** Is a second tag of one name an error, or is the first one taken and the rest ignored? */
  readonly repeated: "refused" | "ignored";
}

/** DKIM's own list (RFC 6376 §3.2): folding white space everywhere, a duplicate spoils the whole list. */
export const DKIM_TAGS: TagGrammar = {
  name: /^[A-Za-z][A-Za-z0-9_]*$/,
  space: " \t\r\n",
  loose: true,
  repeated: "refused",
};

/** DKIM's list as DMARC and BIMI use it (RFC 9989 §4.7): the text begins with `v`, and lines do not fold. */
export const DMARC_TAGS: TagGrammar = { ...DKIM_TAGS, space: " \t" };

/** The fields of TLS-RPT (RFC 8460 §3): no white space around `=`, longer names. */
export const TLS_RPT_FIELDS: TagGrammar = {
  name: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/,
  space: " \t",
  loose: false,
  repeated: "refused",
};

/** The fields of the MTA-STS record: as in TLS-RPT, but of repeated fields the first counts (RFC 8461 §3.2). */
export const MTA_STS_FIELDS: TagGrammar = { ...TLS_RPT_FIELDS, repeated: "ignored" };

/**
 * Reads a `name=value; name=value;` list. Tags with a fault are left out of `tags`;
 * the empty piece after a last semicolon is legal.
 */
export function readTags(
  text: string,
  grammar: TagGrammar,
): { readonly tags: readonly Tag[]; readonly faults: readonly Fault[] } {
  const tags: Tag[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const pieces = text.split(";");
  let offset = 0;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const result = readTag(piece, offset, index, grammar);
    offset += piece.length + 1;
    if (result === undefined) {
      if (last && index > 0) continue;
      const at = { offset: offset - piece.length - 1, length: piece.length };
      faults.push({ at, message: last ? "empty record" : "empty tag", expected: "name=value" });
    } else if ("message" in result) {
      faults.push(result);
    } else if (seen.has(result.name)) {
      if (grammar.repeated === "refused") {
        const name = JSON.stringify(result.name);
        faults.push({ at: result.at, message: `duplicate tag ${name}`, expected: "each tag once" });
      }
    } else {
      seen.add(result.name);
      tags.push(result);
    }
  }
  return { tags, faults };
}

function readTag(piece: string, offset: number, index: number, grammar: TagGrammar): Tag | Fault | undefined {
  const whole = trimmed(piece, offset, grammar.space);
  if (whole.text === "") return undefined;
  const equals = piece.indexOf("=");
  if (equals < 0) {
    return {
      at: whole.at,
      message: "tag without a value",
      received: JSON.stringify(whole.text),
      expected: "name=value",
    };
  }
  const rawName = piece.slice(0, equals);
  const rawValue = piece.slice(equals + 1);
  const name = trimmed(rawName, offset, grammar.space);
  const value = trimmed(rawValue, offset + equals + 1, grammar.space);
  if (!grammar.name.test(name.text)) {
    return { at: name.at, message: "illegal tag name", received: JSON.stringify(name.text) };
  }
  const spaced =
    rawName.length > name.at.offset - offset + name.at.length || value.at.offset > offset + equals + 1;
  if (spaced && !grammar.loose && value.text !== "") {
    return {
      at: whole.at,
      message: 'white space around "="',
      received: JSON.stringify(whole.text),
      fix: `write ${name.text}=${value.text}`,
    };
  }
  const illegal = illegalCharacter(value.text, grammar.space);
  if (illegal) return shifted(illegal, value.at);
  return { name: name.text, value: value.text, index, at: whole.at, valueAt: value.at };
}

/** The first character of a value that is neither printable ASCII nor white space (RFC 6376 §3.2). */
function illegalCharacter(value: string, space: string): Fault | undefined {
  let offset = 0;
  for (const character of value) {
    if (!/[\x20-\x7e]/.test(character) && !space.includes(character)) {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return {
        at: { offset, length: character.length },
        message: "illegal character in a tag value",
        received: `U+${code}`,
        expected: "printable ASCII",
      };
    }
    offset += character.length;
  }
  return undefined;
}

/**
 * What is wrong with a list's version tag: it must stand first, and its value is compared exactly.
 * Receivers discard a record without it before they look at anything else.
 */
export function versionFaults(
  tags: readonly Tag[],
  version: string,
  { anyCase = false, indented = false }: { anyCase?: boolean; indented?: boolean } = {},
): readonly Fault[] {
  const expected = `v=${version}`;
  const tag = tags.find(({ name }) => name === "v" || (anyCase && name === "V"));
  if (tag === undefined) {
    return [{ at: { offset: 0, length: 0 }, message: "no version tag", expected: `${expected} first` }];
  }
  const faults: Fault[] = [];
  if (tag.value !== version) {
    faults.push({
      at: tag.valueAt,
      message: "not the version this record has",
      received: JSON.stringify(tag.value),
      expected,
      ...(tag.value.toLowerCase() === version.toLowerCase() ? { fix: "the version is case-sensitive" } : {}),
    });
  }
  if (tag.index > 0) {
    faults.push({ at: tag.at, message: "version tag is not the first", expected: `${expected} first` });
  } else if (tag.at.offset > 0 && !indented) {
    faults.push({
      at: { offset: 0, length: tag.at.offset },
      message: "white space before the version tag",
      expected: `${expected} first`,
    });
  }
  return faults;
}

/** The parts of a tag's value between separators, white space around them removed. */
export function splitValue(
  tag: Tag,
  separator: string,
): readonly { readonly text: string; readonly at: Span }[] {
  let offset = tag.valueAt.offset;
  return tag.value.split(separator).map((piece) => {
    const part = trimmed(piece, offset, " \t\r\n");
    offset += piece.length + separator.length;
    return part;
  });
}

/** A fault found inside a part of a text, placed in the whole; one without a place gets the part's. */
export function shifted(fault: Fault, part: Span): Fault {
  const at = fault.at ? { offset: part.offset + fault.at.offset, length: fault.at.length } : part;
  return { ...fault, at };
}

/** A piece of a text that begins at `offset`, without the white space at its ends, and where it stands. */
export function trimmed(
  piece: string,
  offset: number,
  space: string,
): { readonly text: string; readonly at: Span } {
  let start = 0;
  let end = piece.length;
  while (start < end && space.includes(piece.charAt(start))) start++;
  while (end > start && space.includes(piece.charAt(end - 1))) end--;
  return { text: piece.slice(start, end), at: { offset: offset + start, length: end - start } };
}

/** `name=value; name=value;`: the form in which this project writes every tag list. */
export function formatTags(tags: readonly KeptTag[]): string {
  return tags.map(({ name, value }) => `${name}=${value};`).join(" ");
}
