/** One part of what is matched: a test of an item, or any number of items. */
type Token<T> = ((item: T) => boolean) | "any";

/** The most patterns that the braces of one may stand for. */
const MOST_ALTERNATIVES = 1000;

/** `*` stands for any characters, dots too: `*.contoso.com` is every name below contoso.com. */
export function globPattern(glob: string): { test(name: string): boolean } {
  const tokens = [...glob.toLowerCase()].map(
    (char): Token<string> => (char === "*" ? "any" : (other) => other === char),
  );
  return { test: (name) => matches(tokens, [...name]) };
}

/**
 * Which paths a pattern means: `*` and `?` within a name, `[a-z]`, `{a,b}`, and `**` for any number of folders; names that
 * begin with a dot only where the pattern does. It takes no longer than pattern times path, whoever wrote them: a regular
 * expression takes a name's length to the power of the stars.
 * @throws RangeError if its braces stand for too many patterns
 */
export function pathPattern(glob: string): { test(path: string): boolean } {
  const alternatives = expand(glob).map((one) =>
    one.split("/").map((part): Token<string> => (part === "**" ? "any" : namePattern(part))),
  );
  return { test: (path) => alternatives.some((parts) => matches(parts, path.split("/"))) };
}

function namePattern(part: string): (name: string) => boolean {
  const tokens = [...part.matchAll(/\[([!^]?)(\]?[^\]]*)\]|\\?(.)/gsu)].map(
    ([text, negated, members, char = ""]): Token<string> => {
      if (members !== undefined) return (one) => isMember(one, members) === (negated === "");
      if (text === "*") return "any";
      return text === "?" ? () => true : (one) => one === char;
    },
  );
  return (name) => (!name.startsWith(".") || part.startsWith(".")) && matches(tokens, [...name]);
}

/** `a-z0-9_`. */
function isMember(char: string, members: string): boolean {
  return [...members.matchAll(/(.)-(.)|(.)/gsu)].some(([, from, to, only]) =>
    from === undefined || to === undefined ? char === only : from <= char && char <= to,
  );
}

/** Greedy, back to the last "any" alone: what an earlier one could take instead, that one can take as well. */
function matches<T>(tokens: readonly Token<T>[], items: readonly T[]): boolean {
  let [token, item] = [0, 0];
  let [any, taken] = [-1, 0];
  while (item < items.length) {
    const here = tokens[token];
    const one = items[item];
    if (here === "any") [any, taken, token] = [token, item, token + 1];
    else if (here !== undefined && one !== undefined && here(one)) [token, item] = [token + 1, item + 1];
    else if (any < 0) return false;
    else {
      taken += 1;
      [token, item] = [any + 1, taken];
    }
  }
  return tokens.slice(token).every((rest) => rest === "any");
}

/** `a{b,c}` as `ab` and `ac`. */
function expand(glob: string): readonly string[] {
  let made = [""];
  for (const [, text = "", braces] of glob.matchAll(
    /((?:\\.|[^{\\]|\{(?![^{}]*,[^{}]*\}))+)|\{([^{}]*)\}/gsu,
  )) {
    const choices = braces === undefined ? [text] : braces.split(",");
    if (made.length * choices.length > MOST_ALTERNATIVES) {
      throw new RangeError(`braces that stand for more than ${MOST_ALTERNATIVES} patterns`);
    }
    made = made.flatMap((begin) => choices.map((end) => begin + end));
  }
  return made;
}
