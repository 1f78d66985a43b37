import { listed } from "../dimensions/dimension";
import { objectWith, type TenantObjects } from "../objects";
import {
  canonicalCombination,
  combinationWords,
  MULTIFACTOR,
  PASSWORDLESS,
  PHISHING_RESISTANT,
} from "./methods";

/** What follows "needs": `MFA or a compliant device`; `block` where there is no alternative. */
export function grantWords(alternatives: ReadonlySet<string>, objects: readonly TenantObjects[]): string {
  if (alternatives.size === 0) return "block";
  const combinations = [...alternatives].filter(
    (one) => !one.includes(":") && CONTROL_WORDS[one] === undefined,
  );
  const others = [...alternatives].filter((one) => !combinations.includes(one)).sort();
  return listed(
    [...methodWords(combinations.sort(), objects), ...others.map((one) => controlWords(one, objects))],
    "or",
  );
}

const NAMED_SETS: readonly (readonly [readonly string[], string])[] = [
  [MULTIFACTOR, "MFA"],
  [PASSWORDLESS, "passwordless MFA"],
  [PHISHING_RESISTANT, "phishing-resistant MFA"],
];

/** A name for a whole set of combinations where it has one, else the combinations. */
function methodWords(combinations: readonly string[], objects: readonly TenantObjects[]): readonly string[] {
  const same = (others: readonly string[]) =>
    [...new Set(others.map(canonicalCombination))].sort().join(" ") === combinations.join(" ");
  const strength = objects
    .flatMap(({ strengths = [] }) => strengths)
    .find(({ allowedCombinations }) => same(allowedCombinations));
  const [whole, words] = NAMED_SETS.find(([set]) => set.every((one) => combinations.includes(one))) ?? [];
  if (whole && words !== undefined) {
    return [words, ...combinations.filter((one) => !whole.includes(one)).map(combinationWords)];
  }
  if (strength && combinations.length > 0)
    return [`${listed(combinations.map(combinationWords), "or")} (${strength.name})`];
  return combinations.map(combinationWords);
}

/** Built-in controls other than `block` and `mfa`. */
export const CONTROL_WORDS: Readonly<Record<string, string>> = {
  approvedApplication: "an approved application",
  compliantApplication: "an application with a protection policy",
  compliantDevice: "a compliant device",
  domainJoinedDevice: "a hybrid joined device",
  passwordChange: "a password change",
  riskRemediation: "a remedy of the risk",
};

function controlWords(alternative: string, objects: readonly TenantObjects[]): string {
  const [kind = "", id = ""] = alternative.split(/:(.*)/s);
  switch (kind) {
    case "terms":
      return "accepted terms of use";
    case "custom":
      return `the custom control ${id}`;
    case "strength": {
      const name = objects
        .map(({ strengths }) => objectWith(strengths, id)?.name)
        .find((one) => one !== undefined);
      return `the authentication strength ${name ?? id} of unknown content`;
    }
    default:
      return CONTROL_WORDS[alternative] ?? alternative;
  }
}
