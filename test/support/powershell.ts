/** The characters that open, close and, twice, stand for themselves in a text in single quotes (about_Quoting_Rules). */
const QUOTES = "'\u2018\u2019\u201a\u201b";
const PAIRS: Readonly<Record<string, string>> = { ")": "(", "}": "{", "]": "[" };

/**
 * The words of a script without comments: as much of PowerShell as scripts of ours use.
 * @throws Error if a text or a bracket is not closed
 */
export function tokensOf(code: string): readonly string[] {
  const tokens: string[] = [];
  const open: string[] = [];
  for (let at = 0; at < code.length; ) {
    const skipped = matchAt(/(?:\s+|<#[\s\S]*?#>|#[^\n\r]*)+/y, code, at);
    if (skipped !== "") {
      at += skipped.length;
      continue;
    }
    const token = QUOTES.includes(code[at] ?? "")
      ? quotedAt(code, at)
      : matchAt(/[^\s(){}[\];,'\u2018-\u201b]+|[\s\S]/y, code, at);
    if ("({[".includes(token)) open.push(token);
    if (token in PAIRS && open.pop() !== PAIRS[token]) throw new Error(`${token} closes nothing at ${at}`);
    tokens.push(token);
    at += token.length;
  }
  if (open.length > 0) throw new Error(`${open.join(" ")} not closed`);
  return tokens;
}

function matchAt(pattern: RegExp, code: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0] ?? "";
}

function quotedAt(code: string, start: number): string {
  for (let at = start + 1; at < code.length; at += 1) {
    if (!QUOTES.includes(code[at] ?? "")) continue;
    if (!QUOTES.includes(code[at + 1] ?? "-")) return code.slice(start, at + 1);
    at += 1;
  }
  throw new Error("the script ends in a text");
}

/**
 * The value of a literal, a sum of literals in brackets, or an array of either.
 * @throws Error for any other code
 */
export function literalValue(code: string): string | readonly string[] {
  const tokens = [...tokensOf(code)];
  const value = tokens[0] === "@" ? arrayOf(tokens) : textOf(tokens);
  if (tokens.length > 0) throw new Error(`more than a literal: ${tokens.join(" ")}`);
  return value;
}

function arrayOf(tokens: string[]): readonly string[] {
  expectNext(tokens, "@", "(");
  const texts: string[] = [];
  while (tokens[0] !== ")") {
    if (texts.length > 0) expectNext(tokens, ",");
    texts.push(textOf(tokens));
  }
  expectNext(tokens, ")");
  return texts;
}

function textOf(tokens: string[]): string {
  if (tokens[0] !== "(") return pieceOf(tokens);
  expectNext(tokens, "(");
  let text = pieceOf(tokens);
  while (tokens.at(0) === "+") {
    expectNext(tokens, "+");
    text += pieceOf(tokens);
  }
  expectNext(tokens, ")");
  return text;
}

function pieceOf(tokens: string[]): string {
  if (tokens[0] === "[") {
    expectNext(tokens, "[", "char", "]");
    return String.fromCharCode(Number(tokens.shift()));
  }
  const token = tokens.shift() ?? "";
  if (!/^'.*'$/s.test(token)) throw new Error(`no text: ${token}`);
  return token.slice(1, -1).replaceAll("''", "'");
}

function expectNext(tokens: string[], ...wanted: readonly string[]): void {
  for (const one of wanted) {
    const token = tokens.shift();
    if (token !== one) throw new Error(`${token} in place of ${one}`);
  }
}
