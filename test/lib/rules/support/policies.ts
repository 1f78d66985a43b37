import type { AccessGrantControls, AccessPolicy } from "../../../../lib/identity/coverage/policy";
import type { FixtureTenant } from "../fixture";

type FixturePolicy = NonNullable<FixtureTenant["policies"]>[number];

const ALL: AccessPolicy["conditions"] = {
  clientAppTypes: ["all"],
  applications: { includeApplications: ["All"] },
  users: { includeUsers: ["All"], excludeGroups: ["sg-break-glass"] },
};

function policy(key: string, body: Omit<AccessPolicy, "state">): FixturePolicy {
  return { key, policy: { state: "enabled", ...body } };
}

export const GRAPH_MFA = policy("mfa-all-users", {
  displayName: "MFA for all",
  conditions: ALL,
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

export const GRAPH_LEGACY = policy("block-legacy-authentication", {
  displayName: "Block legacy authentication",
  conditions: { ...ALL, clientAppTypes: ["exchangeActiveSync", "other"] },
  grantControls: { operator: "OR", builtInControls: ["block"] },
});

export const GRAPH_DEVICE_CODE = policy("block-device-code-flow", {
  displayName: "Block device code flow",
  conditions: { ...ALL, authenticationFlows: { transferMethods: ["deviceCodeFlow"] } },
  grantControls: { operator: "OR", builtInControls: ["block"] },
});

export function inState(one: FixturePolicy, state: AccessPolicy["state"]): FixturePolicy {
  return { ...one, policy: { ...one.policy, state } };
}

/** All users, everywhere, with these controls. */
export function withGrant(grantControls: AccessGrantControls): FixturePolicy {
  return { ...GRAPH_MFA, policy: { ...GRAPH_MFA.policy, grantControls } };
}

/** The phishing-resistant strength for these roles. */
export function forRoles(includeRoles: readonly string[]): FixturePolicy {
  return policy("phishing-resistant-mfa-admins", {
    displayName: "Phishing-resistant MFA for admins",
    conditions: { ...ALL, users: { includeRoles, excludeGroups: ["sg-break-glass"] } },
    grantControls: {
      operator: "AND",
      authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" },
    },
  });
}
