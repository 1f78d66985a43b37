import type { Advice } from "../advice";
import { BASELINE_POLICIES, isBaselineKey } from "./baselines";
import { PHISHING_RESISTANT } from "./coverage";
import type { PlannedPolicy, StrengthPlan } from "./identity-plan";
import type { Policy } from "./policy";
import { isSameGroup } from "./principals";

const GENERAL_CHECK =
  "what the policy would have done in report-only, in the sign-in logs of at least a week (Entra admin center, Conditional Access, Insights and reporting)";

/** Policies that are on and would shut out whoever was overlooked, since nobody but break-glass is excluded. */
export function advisePolicies(
  policies: readonly PlannedPolicy[],
  strengths: readonly StrengthPlan[] = [],
): readonly Advice[] {
  return policies.flatMap(({ key, state, policy, breakGlass }) => {
    const harm = harmOf(policy, strengths);
    const { users = [], groups = [] } = policy.exclude ?? {};
    const excludesOthers = users.length > 0 || groups.some((group) => !isSameGroup(group, breakGlass));
    if (state !== "on" || policy.include !== "all" || harm === undefined || excludesOthers) return [];
    const check = isBaselineKey(key) ? BASELINE_POLICIES[key].checkFirst : GENERAL_CHECK;
    return {
      rule: "ca-unprepared" as const,
      path: ["policies", key, "state"],
      message: `the policy ${key} is on, ${harm}, and excludes nobody but break-glass`,
      received: "on",
      fix: `check first: ${check}`,
    };
  });
}

/** What a policy does to a user who was not prepared for it, if that is to shut them out. */
function harmOf({ grant }: Policy, strengths: readonly StrengthPlan[]): string | undefined {
  if (grant === undefined) return undefined;
  if (grant === "block") return "blocks all users where it applies";
  if (isPhishingResistant(grant.strength, strengths)) return "shuts out who has no phishing-resistant method";
  const controls = grant.controls ?? [];
  const escapes =
    [grant.strength, grant.termsOfUse].some((one) => one !== undefined) || controls.includes("mfa");
  const device = controls.some((control) => control !== "mfa" && control !== "passwordChange");
  if (!device || (escapes && grant.operator !== "and")) return undefined;
  return "shuts out who has no managed device or application";
}

function isPhishingResistant(name: string | undefined, strengths: readonly StrengthPlan[]): boolean {
  if (name === "phishing-resistant") return true;
  const own = strengths.find(({ key }) => key === name);
  return own?.combinations.every((one) => PHISHING_RESISTANT.includes(one)) === true;
}
