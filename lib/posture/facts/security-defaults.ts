import type { TenantPosture } from "../model";

/**
 * What to do about sign-ins that should be asked for more. Security defaults cannot be made to ask for it, and a policy
 * that is on needs Entra ID P1 and their end: a tenant that has them for want of a licence is advised, not warned.
 * https://learn.microsoft.com/entra/fundamentals/security-defaults#move-from-security-defaults-to-conditional-access
 */
export function fixByPolicy(
  { objects }: TenantPosture,
  fix: string,
): { readonly fix: string; readonly level?: "note" } {
  if (!objects?.securityDefaults) return { fix };
  return {
    fix: `with Entra ID P1 for every user, turn security defaults off and ${fix}; they cannot ask for more`,
    level: "note",
  };
}
