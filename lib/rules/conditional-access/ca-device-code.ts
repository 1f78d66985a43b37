import { blocks, enabledPolicies, reachesAllUsers } from "../../posture/facts/policies";
import { tenantRule } from "../rule";

export const caDeviceCode = tenantRule({
  id: "ca-device-code",
  title: "the device code flow is open",
  why: "An attacker starts a sign-in, sends its code to a victim, and gets the victim's tokens when the code is typed in at the genuine page, second factor included. Few organisations need the flow.",
  level: "note",
  sources: [],
  controls: { scuba: ["MS.AAD.3.9v1"], cis: ["5.2.2.12"] },
  check(tenant) {
    if (!tenant.policies) return [];
    const closed = enabledPolicies(tenant).some(
      ({ policy }) =>
        blocks(policy) &&
        reachesAllUsers(policy) &&
        policy.conditions.authenticationFlows?.transferMethods.includes("deviceCodeFlow") === true,
    );
    if (closed) return [];
    return [
      {
        message: `no policy of ${tenant.name} that is on blocks the device code flow`,
        expected: "block for all users and the flow deviceCodeFlow",
        fix: "switch block-device-code-flow on, with an exclusion for the rooms and devices that need it",
      },
    ];
  },
});
