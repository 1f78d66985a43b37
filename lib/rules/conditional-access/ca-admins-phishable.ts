import { PHISHING_RESISTANT_ROLES } from "../../identity/baselines/admins";
import { PHISHING_RESISTANT_MFA } from "../../identity/coverage";
import { ROLES } from "../../identity/roles";
import { openSignIns } from "../../posture/facts/open-sign-ins";
import { tenantRule } from "../rule";

export const caAdminsPhishable = tenantRule({
  id: "ca-admins-phishable",
  title: "administrators may sign in with a factor that can be phished",
  why: "Codes and push prompts can be relayed through a phishing site. Accounts that can change the tenant are worth that effort; passkeys and certificates cannot be relayed.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.3.6v1"], cis: ["5.2.2.5"] },
  check(tenant) {
    const open = PHISHING_RESISTANT_ROLES.filter((role) => {
      const found = openSignIns(tenant, PHISHING_RESISTANT_MFA, ({ space }) =>
        space.subject.holders(ROLES[role]),
      );
      return found && !found.exemptOnly;
    });
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
