import { STRENGTHS } from "../../strengths";
import { canonicalId, objectWith, type TenantObjects } from "../objects";
import type { AccessGrantControls } from "../policy";
import type { GrantDemand } from "./demand";
import { CONTROL_WORDS, grantWords } from "./grant-words";
import { canonicalCombination, MULTIFACTOR, PASSWORD, PASSWORDLESS, PHISHING_RESISTANT } from "./methods";

/** @param alternatives those that `mfa` and strengths stand for are listed one by one */
function grantDemand(alternatives: Iterable<string>, objects: readonly TenantObjects[] = []): GrantDemand {
  const set = new Set(alternatives);
  return {
    of: "grant",
    alternatives: set,
    key: `grant ${[...set].sort().join(" | ")}`,
    words: grantWords(set, objects),
  };
}

export const BLOCK = grantDemand([]);
export const MFA = grantDemand(MULTIFACTOR);
export const PHISHING_RESISTANT_MFA = grantDemand(PHISHING_RESISTANT);

/**
 * What grant controls demand: with OR one demand of all their alternatives, with AND one of each. `block` leaves none.
 * Where a password is among the alternatives, nothing is demanded.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
 */
export function grantDemands(
  controls: AccessGrantControls | undefined,
  objects: TenantObjects,
  naming: readonly TenantObjects[] = [objects],
): readonly GrantDemand[] {
  if (!controls) return [];
  const { operator, builtInControls = [], customAuthenticationFactors = [], termsOfUse = [] } = controls;
  if (builtInControls.includes("block")) return [BLOCK];
  const parts = [
    ...builtInControls.map((control) => (control === "mfa" ? MULTIFACTOR : [control])),
    ...customAuthenticationFactors.map((id) => [`custom:${canonicalId(id)}`]),
    ...termsOfUse.map((id) => [`terms:${canonicalId(id)}`]),
    ...(controls.authenticationStrength
      ? [strengthCombinations(controls.authenticationStrength.id, objects)]
      : []),
  ];
  if (parts.length === 0) return [];
  const demands = operator === "AND" ? parts : [parts.flat()];
  return demands
    .filter((alternatives) => !alternatives.includes(PASSWORD))
    .map((alternatives) => grantDemand(alternatives, naming));
}

/** Content of the built-in strengths. */
const BUILT_IN: ReadonlyMap<string, readonly string[]> = new Map([
  [STRENGTHS.mfa, MULTIFACTOR],
  [STRENGTHS.passwordless, PASSWORDLESS],
  [STRENGTHS["phishing-resistant"], PHISHING_RESISTANT],
]);

/** The combinations of a strength; one of unknown content stands for itself, and implies nothing else. */
export function strengthCombinations(id: string, objects: TenantObjects): readonly string[] {
  const bare = strengthId(id);
  const own = objectWith(objects.strengths, bare)?.allowedCombinations.map(canonicalCombination);
  return BUILT_IN.get(bare) ?? own ?? [`strength:${bare}`];
}

/** Providers write `/policies/authenticationStrengthPolicies/<id>`. */
function strengthId(id: string): string {
  return canonicalId(id.split("/").at(-1) ?? id);
}

/** Words that grant controls may hold; a policy with another is not judged. */
export const KNOWN_CONTROLS: readonly string[] = ["block", "mfa", ...Object.keys(CONTROL_WORDS)];
