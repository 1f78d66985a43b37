import { SCUBA_PRIVILEGED_ROLES } from "../../../../lib/identity/baselines/admins";
import type { AccessPolicy } from "../../../../lib/identity/coverage";
import { ROLES } from "../../../../lib/identity/roles";
import { caScubaPolicy } from "../../../../lib/rules/conditional-access/ca-scuba-policy";
import { type Expected, type FixtureTenant, type RuleCases, tenant } from "../fixture";
import { forRoles, GRAPH_DEVICE_CODE, GRAPH_LEGACY, GRAPH_MFA, inState } from "../support/policies";

type FixturePolicy = NonNullable<FixtureTenant["policies"]>[number];

/** MFA for all, in another form. */
function all(key: string, change: Partial<AccessPolicy>): FixturePolicy {
  return { key, policy: { ...GRAPH_MFA.policy, displayName: key, ...change } };
}
const CONDITIONS = GRAPH_MFA.policy.conditions;
const BLOCK = { operator: "OR", builtInControls: ["block"] } as const;
const STRENGTH = { id: "00000000-0000-0000-0000-000000000004" };

/** One policy for each control. */
const SCUBA: Readonly<Record<string, FixturePolicy>> = {
  "MS.AAD.1.1v1": GRAPH_LEGACY,
  "MS.AAD.2.1v1": all("block-risky-users", {
    conditions: { ...CONDITIONS, userRiskLevels: ["high"] },
    grantControls: BLOCK,
  }),
  "MS.AAD.2.3v1": all("block-risky-sign-ins", {
    conditions: { ...CONDITIONS, signInRiskLevels: ["high", "medium"] },
    grantControls: BLOCK,
  }),
  "MS.AAD.3.1v1": all("phishing-resistant-mfa-all-users", {
    grantControls: { operator: "AND", authenticationStrength: STRENGTH },
  }),
  "MS.AAD.3.2v2": GRAPH_MFA,
  "MS.AAD.3.6v1": forRoles(SCUBA_PRIVILEGED_ROLES.map((role) => ROLES[role])),
  "MS.AAD.3.7v1": all("managed-device-all-users", {
    grantControls: { operator: "OR", builtInControls: ["domainJoinedDevice", "compliantDevice"] },
  }),
  "MS.AAD.3.8v1": all("managed-device-security-info", {
    conditions: { ...CONDITIONS, applications: { includeUserActions: ["urn:user:registersecurityinfo"] } },
    grantControls: { operator: "OR", builtInControls: ["compliantDevice"] },
  }),
  "MS.AAD.3.9v1": GRAPH_DEVICE_CODE,
};

/** Every policy but that of one control, which has this form instead. */
function but(control: string, instead: FixturePolicy, objects?: FixtureTenant["objects"]) {
  const others = Object.entries(SCUBA).flatMap(([id, policy]) => (id === control ? [] : [policy]));
  return tenant({ policies: [...others, instead], ...(objects ? { objects } : {}) });
}

function changed(control: string, conditions: Partial<AccessPolicy["conditions"]>): FixturePolicy {
  const one = SCUBA[control] ?? GRAPH_MFA;
  return { ...one, policy: { ...one.policy, conditions: { ...one.policy.conditions, ...conditions } } };
}

function finds(control: string, asks: string, level: "error" | "warning" = "warning"): readonly Expected[] {
  return [
    {
      level,
      at: "contoso",
      message: `no policy of contoso passes CISA's test of ${control}: ${asks}`,
      unmet: [control],
      expected: "one policy that is on and has the form of baseline scuba, with no role excluded",
      fix: "switch on the policy that docs/reference/baselines.md names for the control",
      alike: { name: control, several: "controls whose test no policy of contoso passes" },
    },
  ];
}

const SYNC = "d29b2b05-8046-44ba-8758-1e26182fcf32";
const withoutSync = { users: { ...CONDITIONS.users, excludeRoles: [SYNC] } };
const ALL_USERS_MFA = "a second factor from all users";
const ALL_USERS_STRONG = "a phishing-resistant factor from all users";

const cases: RuleCases = {
  rule: caScubaPolicy,
  compliant: {
    "a policy for each control": tenant({ policies: Object.values(SCUBA) }),
    "users and groups are left out, whom ScubaGear's configuration can list": but(
      "MS.AAD.3.2v2",
      changed("MS.AAD.3.2v2", {
        users: {
          ...CONDITIONS.users,
          excludeUsers: ["Sync_DC1"],
          excludeGroups: ["sg-break-glass", "sg-scanners"],
        },
      }),
    ),
    "a strength that any second factor meets": but(
      "MS.AAD.3.2v2",
      all("mfa-strength", {
        grantControls: {
          operator: "OR",
          authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" },
        },
      }),
    ),
    "a strength of one's own with passkeys alone": {
      ...but(
        "MS.AAD.3.1v1",
        all("passkeys", { grantControls: { operator: "OR", authenticationStrength: { id: "strength-1" } } }),
        { strengths: [{ id: "strength-1", name: "Passkeys", allowedCombinations: ["fido2"] }] },
      ),
      sources: ["declared", "observed"],
    },
    "policies are not known": tenant({}),
  },
  violating: {
    "a role is left out of MFA": {
      ...but("MS.AAD.3.2v2", changed("MS.AAD.3.2v2", withoutSync)),
      finds: finds("MS.AAD.3.2v2", ALL_USERS_MFA),
    },
    "a role is left out of phishing-resistant MFA": {
      ...but("MS.AAD.3.1v1", changed("MS.AAD.3.1v1", withoutSync)),
      finds: finds("MS.AAD.3.1v1", ALL_USERS_STRONG),
    },
    "a role may come from any device": {
      ...but("MS.AAD.3.7v1", changed("MS.AAD.3.7v1", withoutSync)),
      finds: finds("MS.AAD.3.7v1", "a managed device for sign-ins"),
    },
    "phishing-resistant MFA alone is not MFA": {
      ...but("MS.AAD.3.2v2", { ...(SCUBA["MS.AAD.3.1v1"] ?? GRAPH_MFA), key: "another" }),
      finds: finds("MS.AAD.3.2v2", ALL_USERS_MFA),
    },
    "a compliant device will do instead of a passkey": {
      ...but(
        "MS.AAD.3.1v1",
        all("either", {
          grantControls: {
            operator: "OR",
            builtInControls: ["compliantDevice"],
            authenticationStrength: STRENGTH,
          },
        }),
      ),
      finds: finds("MS.AAD.3.1v1", ALL_USERS_STRONG),
    },
    "administrators as part of all users, not by their roles": {
      ...but("MS.AAD.3.6v1", { ...(SCUBA["MS.AAD.3.1v1"] ?? GRAPH_MFA), key: "another" }),
      finds: finds("MS.AAD.3.6v1", "a phishing-resistant factor from privileged roles"),
    },
    "from one platform alone": {
      ...but("MS.AAD.3.2v2", changed("MS.AAD.3.2v2", { platforms: { includePlatforms: ["windows"] } })),
      finds: finds("MS.AAD.3.2v2", ALL_USERS_MFA),
    },
    "an application is left out": {
      ...but(
        "MS.AAD.2.3v1",
        changed("MS.AAD.2.3v1", {
          applications: { includeApplications: ["All"], excludeApplications: ["Office365"] },
        }),
      ),
      finds: finds("MS.AAD.2.3v1", "sign-ins at high risk blocked"),
    },
    "medium risk alone": {
      ...but("MS.AAD.2.1v1", changed("MS.AAD.2.1v1", { userRiskLevels: ["medium"] })),
      finds: finds("MS.AAD.2.1v1", "users at high risk blocked"),
    },
    "another flow beside the device code": {
      ...but(
        "MS.AAD.3.9v1",
        changed("MS.AAD.3.9v1", {
          authenticationFlows: { transferMethods: ["authenticationTransfer", "deviceCodeFlow"] },
        }),
      ),
      finds: finds("MS.AAD.3.9v1", "the device code flow blocked"),
    },
    "a second factor to register methods, from any device": {
      ...but(
        "MS.AAD.3.8v1",
        all("either", {
          conditions: {
            ...CONDITIONS,
            applications: { includeUserActions: ["urn:user:registersecurityinfo"] },
          },
          grantControls: { operator: "OR", builtInControls: ["compliantDevice", "mfa"] },
        }),
      ),
      finds: finds("MS.AAD.3.8v1", "a managed device to register methods"),
    },
    "one of the legacy clients is left": {
      ...but("MS.AAD.1.1v1", changed("MS.AAD.1.1v1", { clientAppTypes: ["other"] })),
      finds: finds("MS.AAD.1.1v1", "legacy authentication blocked"),
    },
    "a policy only reports": {
      ...but("MS.AAD.3.9v1", inState(GRAPH_DEVICE_CODE, "enabledForReportingButNotEnforced")),
      finds: finds("MS.AAD.3.9v1", "the device code flow blocked"),
    },
  },
};

export default cases;
