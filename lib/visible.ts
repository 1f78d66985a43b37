/**
 * Characters that show nothing, or decide how others are shown: controls (ESC, BEL, C1), bidirectional overrides,
 * zero-width and other default-ignorable characters (tags, variation selectors, soft hyphen, Hangul fillers), line and
 * paragraph separators, spaces that are not U+0020, halves of surrogate pairs and noncharacters. UTS #39 §5.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1d159}]|(?! )\p{Zs}/gu;

/** Nearly every text is plain, and long ones are read often. */
const PLAIN = /^[\n\x20-\x7e]*$/;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * A text as it may be shown to people, whoever wrote it: what cannot be seen in it is written as JSON writes it, such as
 * `\u001b`. So JSON stays the JSON that it was: unseen characters stand in its strings only.
 * @param text of any number of lines; ends of lines stay
 */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSEEN, (one) => (one === "\n" ? one : escaped(one)));
}

/** The same as one line: ends of lines are shown too, so that no part of a text passes for a line of ours. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll("\n", "\\n");
}

function escaped(one: string): string {
  return (
    SHORT[one] ??
    Array.from({ length: one.length }, (_, at) => `\\u${hexadecimal(one.charCodeAt(at))}`).join("")
  );
}

function hexadecimal(unit: number): string {
  return unit.toString(16).padStart(4, "0");
}
