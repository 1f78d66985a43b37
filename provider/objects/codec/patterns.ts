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

/** .NET's own ways to write what JavaScript writes otherwise, or not at all. Conditionals are not judged. */
const DOTNET: readonly (readonly [RegExp, string])[] = [
  [/\(\?#[^)]*\)/g, ""],
  [/\(\?[imnsx-]+\)/g, ""],
  [/\(\?(?:[imnsx-]*:|>)/g, "(?:"],
  [/\(\?(?:<(?![=!])[^>]*>|'[^']*')/g, "("],
  [/\\[AzZG]/g, ""],
];

/** What is wrong with a regular expression in .NET and in JavaScript alike; undefined if nothing is surely wrong. */
function patternFault(pattern: string): string | undefined {
  if (pattern.includes("(?(")) return undefined;
  const common = DOTNET.reduce((text, [from, to]) => text.replace(from, to), pattern);
  try {
    new RegExp(common);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const why = said.replace(/^Invalid regular expression: /, "").replace(/^\/.*\/[a-z]*: /s, "");
    return `${JSON.stringify(pattern)} is no regular expression: ${why.toLowerCase()}`;
  }
}
