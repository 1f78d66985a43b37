import { parseName } from "../../../lib/dns/name";
import { formatFault, unwrap } from "../../../lib/fault";
import type { IdentityPlan, TenantFacts } from "../../../lib/identity/identity-plan";
import type { IdentityOptions, PolicyOptions } from "../../../lib/identity/options";
import { planIdentity } from "../../../lib/identity/plan";

/** The tenant of these tests. */
export const CONTOSO: TenantFacts = {
  initialDomain: unwrap("contoso", parseName("contoso.onmicrosoft.com")),
};

export const BREAK_GLASS = {
  group: "sg-break-glass",
  users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
};

/** The plan of options that must be accepted. */
export function planOf(options: IdentityOptions): IdentityPlan {
  return unwrap("contoso", planIdentity(options, CONTOSO));
}

/** The faults of options that must be refused, a line each. */
export function faultsOf(options: IdentityOptions): string[] {
  const plan = planIdentity(options, CONTOSO);
  if (plan.ok) throw new Error("the options were accepted");
  return plan.faults.map(formatFault);
}

/** Break-glass and these policies, without a baseline. */
export function withPolicies(
  policies: Readonly<Record<string, PolicyOptions>>,
  rest: Partial<IdentityOptions> = {},
): IdentityOptions {
  return { breakGlass: BREAK_GLASS, mfa: { baseline: "none", licence: "p2", policies }, ...rest };
}
