import { PHISHING_RESISTANT_ROLES } from "../../identity/baselines/admins";
import { ROLES } from "../../identity/roles";
import { STRENGTHS } from "../../identity/strengths";
import { appliesEverywhere, enabledPolicies, reachesAllUsers } from "../../posture/facts/policies";
import { tenantRule } from "../rule";

export const caAdminsPhishable = tenantRule({
  id: "ca-admins-phishable",
  title: "administrators may sign in with a factor that can be phished",
  why: "Codes and push prompts can be relayed through a phishing site. Accounts that can change the tenant are worth that effort; passkeys and certificates cannot be relayed.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.3.6v1"], cis: ["5.2.2.5"] },
  check(tenant) {
    if (!tenant.policies) return [];
    const strong = enabledPolicies(tenant).filter(
      ({ policy }) =>
        policy.grantControls?.authenticationStrength?.id.endsWith(STRENGTHS["phishing-resistant"]) === true &&
        appliesEverywhere(policy),
    );
    const covered = new Set(strong.flatMap(({ policy }) => policy.conditions.users.includeRoles ?? []));
    const everyone = strong.some(({ policy }) => reachesAllUsers(policy));
    const open = everyone ? [] : PHISHING_RESISTANT_ROLES.filter((role) => !covered.has(ROLES[role]));
    if (open.length === 0) return [];
    const all = open.length === PHISHING_RESISTANT_ROLES.length;
    return [
      {
        message: `${all ? "administrators" : "some administrators"} of ${tenant.name} need no phishing-resistant factor`,
        ...(all ? {} : { received: open.join(", ") }),
        expected: "the strength phishing-resistant for every privileged role, by a policy that is on",
        fix: "switch phishing-resistant-mfa-admins on once all of them have a passkey or certificate",
      },
    ];
  },
});
