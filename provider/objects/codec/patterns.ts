import type { Codec } from "./codec";
import { TEXTS } from "./lists";

/** https://learn.microsoft.com/powershell/module/exchangepowershell/new-transportrule: of a word, and of a pattern. */
const LONGEST = 128;

/** Words and phrases that a rule looks for. */
export const RULE_WORDS: Codec = { ...TEXTS, fault: (value) => fault(String(value)) };

/** Regular expressions that a rule looks for. What .NET takes and we cannot judge passes. */
export const PATTERNS: Codec = {
  ...TEXTS,
  fault: (value) => fault(String(value)) ?? patternFault(String(value)),
};

/** The same, of an attribute: `Department:^Sales$`. */
export const ATTRIBUTE_PATTERNS: Codec = {
  ...TEXTS,
  fault: (value) => {
    const [, attribute, pattern] = /^([^:]+):(.*)$/s.exec(String(value)) ?? [];
    if (attribute === undefined || pattern === undefined) {
      return `got ${JSON.stringify(value)}; expected an attribute and a pattern, as Department:^Sales$`;
    }
    return fault(String(value)) ?? patternFault(pattern);
  },
};

function fault(text: string): string | undefined {
  if (text === "") return "an empty text among the members";
  return text.length > LONGEST
    ? `${text.length} characters in ${JSON.stringify(`${text.slice(0, 20)}…`)}; expected at most ${LONGEST}`
    : undefined;
}

/**
 * What .NET writes in ways that JavaScript has not, or judges otherwise; classes and escapes first, which hold none of it.
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
 */
const DOTNET = new RegExp(
  [
    /\[(?<inverse>\^?)(?<bracket>\]?)(?<members>(?:\\.|[^\]\\])*)\]/,
    /(?<escaped>\\[^AzZGbB])/,
    // May be repeated.
    /(?<anchor>\\[AzZGbB]|[\^$])/,
    /\(\?#[^)]*\)|\(\?[imnsx-]+\)/,
    /(?<group>\(\?(?:[imnsx-]*:|>|<?[=!]))/,
    /(?<name>\(\?(?:<[^>]*>|'[^']*'))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gs",
);

function inCommon(pattern: string): string {
  return pattern.replace(DOTNET, (whole, ...rest) => {
    const { inverse, bracket, members, escaped, anchor, group, name }: Record<string, string | undefined> =
      rest.at(-1);
    // A class without others, [a-z-[aeiou]], ends where they do.
    if (members !== undefined) return `[${inverse}${bracket && "\\]"}${members.replaceAll("-[", "[")}]`;
    if (escaped !== undefined) return whole;
    if (anchor !== undefined) return "(?:)";
    return group === undefined ? (name === undefined ? "" : "(") : "(?:";
  });
}

/** Conditionals, and patterns whose blanks and comments do not count. */
const NOT_JUDGED = /\(\?(?:\(|[imns]*x)/;

/** What is wrong with a regular expression in .NET and in JavaScript alike; undefined if nothing is surely wrong. */
function patternFault(pattern: string): string | undefined {
  if (NOT_JUDGED.test(pattern)) return undefined;
  try {
    new RegExp(inCommon(pattern));
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const why = said.replace(/^Invalid regular expression: /, "").replace(/^\/.*\/[a-z]*: /s, "");
    return `${JSON.stringify(pattern)} is no regular expression: ${why.toLowerCase()}`;
  }
}
