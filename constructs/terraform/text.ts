import { Tokenization } from "cdktf";
import { FaultError, shown } from "../../lib/fault";
import { looksLikeReference } from "../../lib/schema/scalars";
import { isToken } from "../tokens";

declare const MADE: unique symbol;

/** Text that Terraform reads as the text it is. Only `literal` makes one. */
export type Literal = string & { readonly [MADE]: "literal" };

/** A token of cdktf's: text that Terraform puts a value in place of. */
export type Reference = string & { readonly [MADE]: "reference" };

/** A piece of Terraform's own language, for {@link expression} alone. Only `quoted` makes one. */
export type Quoted = string & { readonly [MADE]: "quoted" };

/** What cdktf is given wherever it takes text: every string in Terraform's JSON is a template, so no other string is. */
export type TerraformText = Literal | Reference;

/**
 * Text as Terraform's JSON syntax takes it literally: `${` and `%{` (SPF macros, template literals of a Worker) are
 * doubled. cdktf's `Fn.rawString` knows only the first.
 * @throws FaultError if the text looks like a token: cdktf finds those wherever they stand, doubled or not
 */
export function literal(text: string): Literal {
  if (looksLikeReference(text)) throw refused(text, "known text");
  return escaped(text) as Literal;
}

/** The same options, each text of theirs literal. */
export function literals<T extends object>(options: T): { [K in keyof T]: LiteralOf<T[K]> } {
  const entries = Object.entries(options).map(([key, value]) => [
    key,
    typeof value === "string" ? literal(value) : value,
  ]);
  return Object.fromEntries(entries);
}

type LiteralOf<V> = V extends string ? Literal : V;

/**
 * Text of a program's that may be, or hold, references: the tokens of cdktf's stay, all else is literal.
 * @throws FaultError if it looks like a token that this program has not made
 */
export function literalOrReference(text: string): TerraformText {
  if (!isToken(text)) return literal(text);
  return aroundTokens(text, besideToken) as Reference;
}

/** A template of our own words: what is put into it stays what it is. */
export function template(words: TemplateStringsArray, ...texts: readonly TerraformText[]): Reference {
  return woven(words, texts) as Reference;
}

/** An expression of Terraform's language. What is put into it is a value there: a reference or a quoted text. */
export function expression(
  words: TemplateStringsArray,
  ...values: readonly (Reference | Quoted)[]
): Reference {
  return `\${${woven(words, values)}}` as Reference;
}

/** Text as a string of Terraform's language (HCL native syntax, "Quoted Template Expressions"). */
export function quoted(text: string): Quoted {
  return `"${escapedForQuotes(literal(text))}"` as Quoted;
}

/** The same of a program's text that may hold references. */
export function quotedReference(text: string): Quoted {
  return `"${aroundTokens(text, (part) => besideToken(part, escapedForQuotes))}"` as Quoted;
}

/**
 * Would Terraform put anything in place of a part of the text? Tokens of this program do not count: they are passed on purpose.
 * What is doubled is literal.
 */
export function holdsTemplate(text: string): boolean {
  return /[$%]\{/.test(
    text.replaceAll(TOKEN_ANYWHERE, (token) => (isKnown(token) ? "" : token)).replace(/([$%])\1\{/g, ""),
  );
}

/** The text between tokens, and the tokens at the odd places. */
const TOKEN = /(\$\{TfToken\[[\w:.-]+\]\})/;
const TOKEN_ANYWHERE = new RegExp(TOKEN, "g");

function known(token: string): string {
  if (isKnown(token)) return token;
  throw refused(token, "a reference that this program has made");
}

function isKnown(token: string): boolean {
  try {
    return Tokenization.reverseString(token).tokens.length > 0;
  } catch {
    return false;
  }
}

function aroundTokens(text: string, between: (part: string) => string): string {
  return text
    .split(TOKEN)
    .map((part, index) => (index % 2 === 1 ? known(part) : between(part)))
    .join("");
}

/** A dollar sign before a token would double its own. */
function besideToken(text: string, inside: (text: string) => string = (same) => same): string {
  return inside(literal(text)).replace(/\$$/, '${"$"}');
}

function escapedForQuotes(text: string): string {
  return text.replace(/["\\]|\p{Cc}/gu, (sign) =>
    sign === '"' || sign === "\\" ? `\\${sign}` : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function escaped(text: string): string {
  return text.includes("{") ? text.replace(/[$%](?=\{)/g, (sign) => sign + sign) : text;
}

function woven(words: TemplateStringsArray, values: readonly string[]): string {
  return words.map((word, index) => `${word}${values[index] ?? ""}`).join("");
}

function refused(text: string, expected: string): FaultError {
  return new FaultError("Terraform text", [
    { message: "text that looks like a reference", received: shown(text), expected },
  ]);
}
