import { appliesEverywhere, blocks, enabledPolicies, reachesAllUsers } from "../../posture/facts/policies";
import { tenantRule } from "../rule";

export const caLegacyAuthentication = tenantRule({
  id: "ca-legacy-authentication",
  title: "legacy authentication is open",
  why: "Protocols that know only a user name and a password cannot ask for a second factor. Password spraying goes through them, whatever else the tenant demands.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.1.1v1"], cis: ["5.2.2.3"] },
  check(tenant) {
    if (!tenant.policies) return [];
    const closed = enabledPolicies(tenant).some(
      ({ policy }) =>
        blocks(policy) &&
        reachesAllUsers(policy) &&
        appliesEverywhere(policy) &&
        ["exchangeActiveSync", "other"].every((client) => policy.conditions.clientAppTypes.includes(client)),
    );
    if (closed) return [];
    return [
      {
        message: `no policy of ${tenant.name} that is on blocks legacy authentication`,
        expected: "block for all users and the clients exchangeActiveSync and other",
        fix: "switch block-legacy-authentication on after a look at the sign-in logs",
      },
    ];
  },
});
