import {
  appliesEverywhere,
  demandsMfa,
  enabledPolicies,
  reachesAllUsers,
} from "../../posture/facts/policies";
import { tenantRule } from "../rule";

export const caUsersWithoutMfa = tenantRule({
  id: "ca-users-without-mfa",
  title: "users may sign in with a password alone",
  why: "A password that was phished, guessed or reused opens the mailbox, and from there the colleagues'. A second factor for everyone stops nearly all of it.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.3.2v2"], cis: ["5.2.2.2"] },
  check(tenant) {
    if (!tenant.policies) return [];
    const asked = enabledPolicies(tenant).some(
      ({ policy }) => demandsMfa(policy) && reachesAllUsers(policy) && appliesEverywhere(policy),
    );
    if (asked) return [];
    return [
      {
        message: `no policy of ${tenant.name} that is on asks all users for a second factor`,
        expected: "mfa, or an authentication strength, for all users and all applications",
        fix: "switch mfa-all-users on, after its time in report-only",
      },
    ];
  },
});
