import { MFA } from "../../identity/coverage";
import { openSignIns } from "../../posture/facts/open-sign-ins";
import { fixByPolicy } from "../../posture/facts/security-defaults";
import { tenantRule } from "../rule";

export const caUsersWithoutMfa = tenantRule({
  id: "ca-users-without-mfa",
  reads: "policies",
  title: "users may sign in with a password alone",
  why: "A password that was phished, guessed or reused opens the mailbox, and from there the colleagues'. A second factor for everyone stops nearly all of it.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.3.2v2"], cis: ["5.2.2.2"] },
  check(tenant) {
    const open = openSignIns(tenant, MFA);
    if (!open) return [];
    return [
      {
        message: open.exemptOnly
          ? `a password is enough at ${tenant.name} for some who are left out by name`
          : tenant.objects?.securityDefaults
            ? `Microsoft decides when users of ${tenant.name} are asked for a second factor`
            : `a password is enough at ${tenant.name}`,
        received: open.words,
        expected: "mfa, or a strength of more than one factor, for all users, applications and clients",
        ...fixByPolicy(tenant, "switch mfa-all-users on, after its time in report-only"),
        ...(open.exemptOnly ? { level: "note" as const } : {}),
      },
    ];
  },
});
