import { TXT_STRING_OCTETS } from "../../../lib/dns/txt";

/** The octets of each character-string of TXT content as the API stores it: quoted strings, or one bare text. */
export function txtOctets(content: string): readonly Buffer[] {
  const strings = quotedStrings(content);
  return strings === undefined ? cut(Buffer.from(content)) : strings.flatMap((text) => cut(octetsOf(text)));
}

/**
 * Content as it is stored: what was sent, except that a quoted string of more than 255 octets becomes several
 * (terraform-provider-cloudflare issue 6238). Text without quotes is stored as it came (issue 6354).
 */
export function storedTxt(content: string): string {
  const strings = quotedStrings(content);
  if (strings === undefined || strings.every((text) => octetsOf(text).length <= TXT_STRING_OCTETS)) {
    return content;
  }
  return strings.flatMap(splitQuoted).join(" ");
}

/** What stands between the quotes, escapes and all; `undefined` where the content is not made of quoted strings. */
function quotedStrings(content: string): readonly string[] | undefined {
  if (!/^\s*"(?:[^"\\]|\\[\s\S])*"(?:\s*"(?:[^"\\]|\\[\s\S])*")*\s*$/.test(content)) return undefined;
  return (content.match(/"(?:[^"\\]|\\[\s\S])*"/g) ?? []).map((text) => text.slice(1, -1));
}

/** One octet, escaped or not, or one character of more octets. */
const UNITS = /\\[0-9]{3}|\\[\s\S]|[\s\S]/gu;

function octetsOf(text: string): Buffer {
  return Buffer.concat((text.match(UNITS) ?? []).map(unitOctets));
}

/** RFC 1035 §5.1: `\DDD` is an octet, any other escape the character itself. */
function unitOctets(unit: string): Buffer {
  if (!unit.startsWith("\\")) return Buffer.from(unit);
  const code = Number(unit.slice(1));
  return unit.length === 4 && code <= 255 ? Buffer.from([code]) : Buffer.from(unit.slice(1));
}

/** Never between a backslash and what it escapes. */
function splitQuoted(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const unit of text.match(UNITS) ?? []) {
    const more = unitOctets(unit).length;
    if (octets + more > TXT_STRING_OCTETS) {
      parts.push(`"${part}"`);
      part = "";
      octets = 0;
    }
    part += unit;
    octets += more;
  }
  return [...parts, `"${part}"`];
}

function cut(octets: Buffer): readonly Buffer[] {
  const strings: Buffer[] = [];
  for (let from = 0; from < octets.length || from === 0; from += TXT_STRING_OCTETS) {
    strings.push(octets.subarray(from, from + TXT_STRING_OCTETS));
  }
  return strings;
}
