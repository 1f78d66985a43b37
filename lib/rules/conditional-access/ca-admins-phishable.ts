import {
  CIS_ADMIN_ROLES,
  PHISHING_RESISTANT_ROLES,
  SCUBA_PRIVILEGED_ROLES,
} from "../../identity/baselines/admins";
import { PHISHING_RESISTANT_MFA } from "../../identity/coverage";
import { ROLES, type RoleName } from "../../identity/roles";
import type { RulePackName } from "../../pack-names";
import { openSignIns } from "../../posture/facts/open-sign-ins";
import { fixByPolicy } from "../../posture/facts/security-defaults";
import { tenantRule } from "../rule";

export const caAdminsPhishable = tenantRule({
  id: "ca-admins-phishable",
  reads: "policies",
  title: "administrators may sign in with a factor that can be phished",
  why: "Codes and push prompts can be relayed through a phishing site. Accounts that can change the tenant are worth that effort; passkeys and certificates cannot be relayed. Who counts as an administrator is the pack's list: Microsoft's template names 19 roles, CIS 15, CISA 8.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: phishing-resistant MFA for administrators",
      url: "https://learn.microsoft.com/entra/identity/conditional-access/policy-admin-phish-resistant-mfa",
    },
  ],
  controls: { scuba: ["MS.AAD.3.6v1"], cis: ["5.2.2.5"] },
  check(tenant, _posture, packs) {
    const roles = [...new Set(packs.flatMap((pack) => ADMINISTRATORS[pack] ?? []))].sort();
    const open = roles.filter((role) => {
      const found = openSignIns(tenant, PHISHING_RESISTANT_MFA, ({ space }) =>
        space.subject.holders(ROLES[role]),
      );
      return found && !found.exemptOnly;
    });
    if (open.length === 0) return [];
    const all = open.length === roles.length;
    return [
      {
        message: `${all ? "administrators" : "some administrators"} of ${tenant.name} need no phishing-resistant factor`,
        ...(all ? {} : { received: open.join(", ") }),
        expected: "the strength phishing-resistant for every privileged role, by a policy that is on",
        ...fixByPolicy(
          tenant,
          "switch phishing-resistant-mfa-admins on once all of them have a passkey or certificate",
        ),
      },
    ];
  },
});

/** Who counts as an administrator, by the pack that asks. */
const ADMINISTRATORS: Readonly<Partial<Record<RulePackName, readonly RoleName[]>>> = {
  recommended: PHISHING_RESISTANT_ROLES,
  scuba: SCUBA_PRIVILEGED_ROLES,
  cis: CIS_ADMIN_ROLES,
};
