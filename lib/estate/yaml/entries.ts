/** The text of an estate file in parts. */
export interface EntryTexts {
  /** What stands around the domains, with `domains: {}` in their place. */
  readonly rest: string;
  /** The lines of each domain's entry, as they are indented, with the comments below it. */
  readonly entries: readonly string[];
}

/** The line that the domains follow. */
const OPENING = /^domains: *(?:#.*)?\n/m;

/** How an entry begins: its key, plain or in quotes, alone on its line or before its value. */
const KEY = /(?:\w[\w.-]*|"[^"\\\n]*"|'[^'\n]*'):(?![^ \n])/y;

/**
 * What makes a part mean another thing by itself, or may: anchors, aliases and tags, several documents, directives; and
 * characters that this file's plain view of lines and columns leaves out.
 */
const UNFIT = /(?:^|[\s[{,:])[&*!]|^(?:---|\.\.\.|%)|[\t\r\uFEFF]/m;

/**
 * Cuts an estate file in block style into the entries of its domains, so that each can be read by itself. That a cut is
 * right shows when the parts are read: a quoted text or a list that a cut went through does not end in its part, and no
 * `domains` are found in a rest whose `domains:` was no key. All else ends before a line that is indented no deeper than
 * its key (YAML 1.2 §8.1.1, §7.3.3), as each line does that an entry begins with.
 * @returns `undefined` for a file of any other form; it may be right all the same
 */
export function entryTexts(text: string): EntryTexts | undefined {
  const opening = UNFIT.test(text) ? null : OPENING.exec(text);
  if (!opening) return undefined;
  const entries: string[] = [];
  let indent: number | undefined;
  /** Where the entry begins that the lines belong to. */
  let begin: number | undefined;
  let at = opening.index + opening[0].length;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const start = firstOf(text, at, end);
    if (start < end && text[start] !== "#") {
      const column = start - at;
      if (column === 0) break;
      indent ??= column;
      if (column < indent) return undefined;
      if (column === indent) {
        KEY.lastIndex = start;
        if (!KEY.test(text)) return undefined;
        if (begin !== undefined) entries.push(text.slice(begin, at));
        begin = at;
      }
    }
    at = end + 1;
  }
  if (begin === undefined) return undefined;
  entries.push(text.slice(begin, at));
  return { rest: `${text.slice(0, opening.index)}domains: {}\n${text.slice(at)}`, entries };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Where the line's first character is that is no space. */
function firstOf(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] === " ") at++;
  return at;
}
