import { type Fault, fail, ok, type Result } from "../fault";

/** The most octets one character-string of a TXT record can hold (RFC 1035 §3.3). */
export const TXT_STRING_OCTETS = 255;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A logical TXT value cut into character-strings of at most 255 octets, as receivers join them again without a
 * space (RFC 7208 §3.3). The empty value is one empty string: a TXT record has at least one.
 */
export function txtStrings(value: string): readonly Uint8Array[] {
  const octets = new TextEncoder().encode(value);
  const strings: Uint8Array[] = [];
  for (let from = 0; from < octets.length || from === 0; from += TXT_STRING_OCTETS) {
    strings.push(octets.subarray(from, from + TXT_STRING_OCTETS));
  }
  return strings;
}

/**
 * A logical TXT value in the presentation form of zone files (RFC 1035 §5.1): `"first 255 octets" "the rest"`.
 * `"` and `\` are escaped, octets outside printable ASCII become `\DDD`. Cutting comes before escaping,
 * so no escape is ever split. Cloudflare stores and compares the same form.
 * @param base of the digits in `\DDD`: 10 in zone files, 8 at Route 53
 */
export function quoteTxt(value: string, base: 8 | 10 = 10): string {
  // Nearly every mail record is short and plain; the rest takes the road over octets.
  if (value.length <= TXT_STRING_OCTETS && /^[ !#-[\]-~]*$/.test(value)) return `"${value}"`;
  return txtStrings(value)
    .map((octets) => `"${Array.from(octets, (octet) => escapeOctet(octet, base)).join("")}"`)
    .join(" ");
}

function escapeOctet(octet: number, base: 8 | 10): string {
  if (octet === QUOTE || octet === BACKSLASH) return `\\${String.fromCharCode(octet)}`;
  if (octet < 0x20 || octet > 0x7e) return `\\${octet.toString(base).padStart(3, "0")}`;
  return String.fromCharCode(octet);
}

/**
 * The logical value of TXT data in presentation form: quoted strings, unquoted words, `\"`, `\\` and `\DDD`
 * (RFC 1035 §5.1), joined without spaces. The opposite of {@link quoteTxt}.
 * Octets that are not UTF-8 are refused: they have no logical text.
 * @param base of the digits in `\DDD`: 10 in zone files, 8 at Route 53
 */
export function unquoteTxt(text: string, base: 8 | 10 = 10): Result<string> {
  const source = new TextEncoder().encode(text);
  const octets: number[] = [];
  const faults: Fault[] = [];
  let quoted = false;
  let openedAt = 0;
  for (let index = 0; index < source.length; index++) {
    const octet = source[index] ?? 0;
    if (octet === QUOTE) {
      quoted = !quoted;
      openedAt = index;
    } else if (octet === BACKSLASH) {
      const escaped = readEscape(source, index, base);
      if (escaped === undefined) {
        faults.push({
          message: "broken escape in TXT data",
          at: { offset: index, length: 1 },
          expected: ESCAPES[base],
        });
      } else {
        octets.push(escaped.octet);
        index += escaped.length - 1;
      }
    } else if (quoted || (octet !== 0x20 && octet !== 0x09)) {
      octets.push(octet);
    }
  }
  if (quoted) {
    faults.push({
      message: "unclosed quote in TXT data",
      at: { offset: openedAt, length: 1 },
      expected: 'a closing "',
    });
  }
  if (faults.length > 0) return fail(...faults);
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(octets)));
  } catch {
    return fail({ message: "TXT data is not UTF-8", expected: "octets that are text in UTF-8" });
  }
}

const ESCAPES = {
  8: 'a backslash before one character, or before three octal digits up to 377 (\\" \\\\ \\351)',
  10: 'a backslash before one character, or before three digits up to 255 (\\" \\\\ \\233)',
} as const;

/** The octet that the escape at `index` stands for, and how many octets the escape takes. */
function readEscape(
  source: Uint8Array,
  index: number,
  base: 8 | 10,
): { octet: number; length: number } | undefined {
  const next = source[index + 1];
  if (next === undefined) return undefined;
  if (!isDigit(next)) return { octet: next, length: 2 };
  const digits = source.subarray(index + 1, index + 4);
  if (digits.length < 3 || !digits.every((digit) => isDigit(digit) && digit < 0x30 + base)) return undefined;
  const octet = Number.parseInt(String.fromCharCode(...digits), base);
  return octet <= 255 ? { octet, length: 4 } : undefined;
}

function isDigit(octet: number): boolean {
  return octet >= 0x30 && octet <= 0x39;
}
