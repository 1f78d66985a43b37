/** A text without what was pasted around or into it, and what that was. */
export interface Unwrapped {
  readonly text: string;
  /** In words, after "because". */
  readonly why: readonly string[];
}

/** What no record of mail holds, and editors, consoles and web pages leave behind. */
const INVISIBLE = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u3000]/u;
const QUOTES = "\"'`\u2018-\u201f\u00ab\u00bb";
const QUOTE = new RegExp(`[${QUOTES}]`, "u");
const QUOTE_FIRST = new RegExp(`^\\s*[${QUOTES}]`, "u");
const QUOTE_LAST = new RegExp(`[${QUOTES}]$`, "u");
const ESCAPED = /\\([";\\ ])/;
const BETWEEN_STRINGS = /(["\u201d])\s+(["\u201c])/g;

/**
 * Takes away, one after the other: characters that nobody sees, the escapes of a zone file, quotes and white space at both
 * ends, the quotes between strings. What is not there is not told.
 */
export function unwrapped(written: string): Unwrapped {
  const why: string[] = [];
  let text = written;
  const step = (changed: string, words: string) => {
    if (changed === text) return;
    text = changed;
    why.push(words);
  };
  const hidden = INVISIBLE.exec(text)?.[0];
  if (hidden !== undefined) {
    // A space that is no space separates as one would; the others stand for nothing.
    const shown = text.replace(new RegExp(INVISIBLE, "gu"), (one) =>
      /[\u00a0\u3000]/u.test(one) ? " " : "",
    );
    step(shown, `it holds the invisible character ${codePoint(hidden)}`);
  }
  const foreign = /[^\x20-\x7e\t\r\n]/u.exec(text)?.[0];
  if (foreign !== undefined && !QUOTE.test(foreign)) {
    step(text.normalize("NFKC"), `it holds ${codePoint(foreign)}, which only looks like ASCII`);
  }
  if (ESCAPED.test(text))
    step(text.replace(new RegExp(ESCAPED, "g"), "$1"), "it holds the escapes of a zone file");
  if (QUOTE_FIRST.test(text))
    step(text.trim().slice(1).replace(QUOTE_LAST, "").replace(BETWEEN_STRINGS, ""), "it stands in quotes");
  step(text.trimStart(), "it begins with white space");
  return { text, why };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
