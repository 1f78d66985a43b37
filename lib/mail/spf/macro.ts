import { type Fault, type Result, settle } from "../../fault";
import { faultAt, type Span, slice } from "./span";

/** What a macro stands for (RFC 7208 §7.2): sender, local part, sender's domain, domain, client address, … */
export type MacroLetter = "s" | "l" | "o" | "d" | "i" | "p" | "h" | "v" | "c" | "r" | "t";

/** A piece of a macro string (RFC 7208 §7.1). */
export type MacroPart =
  /** Text that stands for itself. */
  | { readonly kind: "literal"; readonly text: string }
  /** `%%`, `%_` and `%-`: the text they expand to. */
  | { readonly kind: "escape"; readonly expansion: "%" | " " | "%20" }
  | {
      readonly kind: "macro";
      readonly letter: MacroLetter;
      /** Written in upper case: what it expands to is percent-encoded. */
      readonly urlEncoded: boolean;
      /** How many right-hand parts stay, at least 1; absent: all. */
      readonly keep?: number;
      /** Are the parts reversed, before any are dropped? */
      readonly reversed: boolean;
      /** The characters at which the value is split; `.` where the text gives none. */
      readonly delimiters: string;
    };

/** A text with macros, as written and as tokens that an evaluator expands one after the other (§7.1). */
export interface MacroString {
  readonly text: string;
  readonly parts: readonly MacroPart[];
}

declare const domainSpec: unique symbol;

/** A macro string that ends as a domain-spec must; only `parseDomainSpec` makes one. */
export interface DomainSpec extends MacroString {
  readonly [domainSpec]: true;
}

/** §7.2: `c`, `r` and `t` have a meaning in explanation texts alone. */
type MacroUse = "domain-spec" | "explanation";

const EXPAND = /^%\{([slodiphvcrt])(\d*)(r?)([.\-+,/_=]*)\}$/i;
const ESCAPES: ReadonlyMap<string, "%" | " " | "%20"> = new Map([
  ["%%", "%"],
  ["%_", " "],
  ["%-", "%20"],
]);

/** Reads the macros of `span`. Which literal characters are legal is the caller's to check. */
export function parseMacroString(span: Span, use: MacroUse): Result<MacroString> {
  const faults: Fault[] = [];
  const parts: MacroPart[] = [];
  for (const token of macroTokens(span)) {
    const read = token.text.startsWith("%") ? readExpand(token, use) : literal(token.text);
    if ("kind" in read) parts.push(read);
    else faults.push(read);
  }
  return settle(faults, () => ({ text: span.text, parts }));
}

/** Cuts a macro string into literal runs, escapes, `%{…}` with its braces, and stray `%`. */
export function* macroTokens(span: Span): Generator<Span> {
  for (let start = 0; start < span.text.length; ) {
    const end = tokenEnd(span.text, start);
    yield slice(span, start, end);
    start = end;
  }
}

function tokenEnd(text: string, start: number): number {
  const percent = text.indexOf("%", start);
  if (percent !== start) return percent === -1 ? text.length : percent;
  if (ESCAPES.has(text.slice(start, start + 2))) return start + 2;
  if (text[start + 1] !== "{") return start + 1;
  const brace = text.indexOf("}", start);
  return brace === -1 ? text.length : brace + 1;
}

function literal(text: string): MacroPart {
  return { kind: "literal", text };
}

function readExpand(token: Span, use: MacroUse): MacroPart | Fault {
  const expansion = ESCAPES.get(token.text);
  if (expansion !== undefined) return { kind: "escape", expansion };
  const [, written, digits = "", reverse, delimiters] = EXPAND.exec(token.text) ?? [];
  const letter = macroLetter(written);
  if (written === undefined || letter === undefined) return brokenExpand(token);
  if (use === "domain-spec" && (letter === "c" || letter === "r" || letter === "t")) {
    return faultAt(token, `macro letter ${letter} is legal in explanation texts only`, {
      expected: "one of s, l, o, d, i, p, h, v (RFC 7208 §7.2)",
    });
  }
  if (/^0+$/.test(digits)) {
    return faultAt(token, "macro keeps no part", { expected: "a number of parts of at least 1" });
  }
  return {
    kind: "macro",
    letter,
    urlEncoded: written !== letter,
    // More digits than a number can hold still mean "more parts than there are": all of them (§7.3).
    ...(digits === "" ? {} : { keep: Math.min(Number(digits), Number.MAX_SAFE_INTEGER) }),
    reversed: reverse !== "",
    delimiters: delimiters || ".",
  };
}

function macroLetter(written: string | undefined): MacroLetter | undefined {
  const lower = written?.toLowerCase();
  switch (lower) {
    case "s":
    case "l":
    case "o":
    case "d":
    case "i":
    case "p":
    case "h":
    case "v":
    case "c":
    case "r":
    case "t":
      return lower;
    default:
      return undefined;
  }
}

function brokenExpand(token: Span): Fault {
  if (!token.text.startsWith("%{")) {
    return faultAt(token, "stray percent sign", {
      expected: "a macro such as %{i}, or one of %%, %_, %-",
      fix: "write %% for a literal percent sign",
    });
  }
  if (!token.text.endsWith("}")) {
    return faultAt(token, "macro without its closing brace", { expected: "a macro such as %{i}" });
  }
  if (macroLetter(token.text[2]) === undefined) {
    return faultAt(token, "unknown macro letter", { expected: "one of s, l, o, d, i, p, h, v" });
  }
  return faultAt(token, "macro with a malformed transformer", {
    expected: "after the letter: digits, then r, then delimiters out of .-+,/_=",
  });
}
