import type { BaselineName } from "../options";
import { CIS_ADMIN_ROLES, PHISHING_RESISTANT_ROLES } from "./admins";
import type { BaselinePolicy, Difference } from "./baseline";
import { BASELINE_KEYS, BASELINE_POLICIES, type BaselineKey } from "./index";

/** A selection of the baseline policies, some of them hardened. */
export interface Pack {
  readonly title: string;
  readonly source: string;
  readonly policies: Readonly<Partial<Record<BaselineKey, "as-is" | Hardening>>>;
  /**
   * Set where the pack's own test counts a policy that excludes a role as none: the controls that are then not met. Its
   * policies exclude no role, and the account of directory synchronization is excluded by name or not at all.
   */
  readonly noExcludedRoles?: readonly string[];
  /** Controls on Conditional Access that no policy of the pack meets, and why. */
  readonly unmet: Readonly<Record<string, string>>;
}

/** What a pack asks beyond the policy as it stands. */
export interface Hardening {
  readonly change: Partial<Pick<BaselinePolicy["policy"], "include" | "signInRisk" | "displayName">>;
  /** The change in Graph's shape, beside the policy's own differences from its template. */
  readonly differences: readonly Difference[];
  /** Controls met beside the policy's own, now that it is hardened. */
  readonly controls: readonly string[];
}

const CIS_ROLES_WHY = "CIS counts Global Reader among the administrators";
const GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
const HYBRID_IDENTITY_ADMINISTRATOR = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2";

/** The baselines by name: which policies each takes, and what it changes in them. */
export const PACKS: Readonly<Record<BaselineName, Pack>> = {
  microsoft: {
    title: "Microsoft's Conditional Access templates",
    source:
      "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policy-common",
    policies: {
      "mfa-all-users": "as-is",
      "mfa-admins": "as-is",
      "mfa-guests": "as-is",
      "mfa-azure-management": "as-is",
      "mfa-admin-portals": "as-is",
      "phishing-resistant-mfa-admins": "as-is",
      "secure-security-info-registration": "as-is",
      "block-legacy-authentication": "as-is",
      "block-device-code-flow": "as-is",
      "block-authentication-transfer": "as-is",
      "mfa-risky-sign-ins": "as-is",
      "password-change-risky-users": "as-is",
    },
    unmet: {},
  },
  scuba: {
    title: "CISA SCuBA, Secure Configuration Baseline for Microsoft Entra ID",
    source: "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
    policies: {
      "block-legacy-authentication": "as-is",
      "block-risky-users": "as-is",
      "block-risky-sign-ins": "as-is",
      "phishing-resistant-mfa-all-users": "as-is",
      "mfa-all-users": "as-is",
      "phishing-resistant-mfa-admins": {
        change: { include: { roles: [...PHISHING_RESISTANT_ROLES, "Hybrid Identity Administrator"] } },
        differences: [
          {
            at: "conditions.users.includeRoles",
            add: [HYBRID_IDENTITY_ADMINISTRATOR],
            why: "SCuBA counts Hybrid Identity Administrator among the highly privileged roles",
          },
        ],
        controls: ["MS.AAD.3.6v1"],
      },
      "managed-device-all-users": "as-is",
      "managed-device-security-info": "as-is",
      "block-device-code-flow": "as-is",
    },
    noExcludedRoles: ["MS.AAD.3.1v1", "MS.AAD.3.2v2", "MS.AAD.3.7v1"],
    unmet: {},
  },
  cis: {
    title: "CIS Microsoft 365 Foundations Benchmark 7.0, section 5.2.2",
    source: "https://www.cisecurity.org/benchmark/microsoft_365",
    policies: {
      "mfa-admins": {
        change: { include: { roles: CIS_ADMIN_ROLES } },
        differences: [{ at: "conditions.users.includeRoles", add: [GLOBAL_READER], why: CIS_ROLES_WHY }],
        controls: ["CIS 5.2.2.1"],
      },
      "mfa-all-users": "as-is",
      "block-legacy-authentication": "as-is",
      "session-limits-admins": "as-is",
      "phishing-resistant-mfa-admins": {
        change: { include: { roles: [...PHISHING_RESISTANT_ROLES, "Global Reader"] } },
        differences: [{ at: "conditions.users.includeRoles", add: [GLOBAL_READER], why: CIS_ROLES_WHY }],
        controls: ["CIS 5.2.2.5"],
      },
      "password-change-risky-users": "as-is",
      "mfa-risky-sign-ins": "as-is",
      "block-risky-sign-ins": {
        change: { displayName: "Block medium- and high-risk sign-ins", signInRisk: ["high", "medium"] },
        differences: [
          { at: "conditions.signInRiskLevels", add: ["medium"], why: "CIS blocks from medium risk on" },
        ],
        controls: ["CIS 5.2.2.8"],
      },
      "managed-device-all-users": "as-is",
      "managed-device-security-info": "as-is",
      "mfa-intune-enrollment": "as-is",
      "block-device-code-flow": "as-is",
      "sign-in-frequency-all-users": "as-is",
      "block-authentication-transfer": "as-is",
    },
    unmet: {
      "CIS 5.2.2.14": "a trusted location: declare one under namedLocations",
      "CIS 5.2.2.15": "untrusted locations blocked: which ones is yours to say, in a policy of your own",
      "CIS 5.2.2.16": "token protection: azuread 3.7.0 has no argument for it (secureSignInSession)",
    },
  },
  none: { title: "No policy but those that the estate names", source: "", policies: {}, unmet: {} },
};

/** A baseline policy as a pack has it; one that the pack does not list is as it stands. */
export function packed(pack: Pack, key: BaselineKey): BaselinePolicy {
  const policy = BASELINE_POLICIES[key];
  const hardening = pack.policies[key];
  if (hardening === undefined || hardening === "as-is") return policy;
  return {
    ...policy,
    policy: { ...policy.policy, ...hardening.change },
    differences: [...(policy.differences ?? []), ...hardening.differences],
    controls: [...policy.controls, ...hardening.controls].sort(),
  };
}

/** The keys of a pack, sorted. */
export function packKeys(pack: Pack): readonly BaselineKey[] {
  return BASELINE_KEYS.filter((key) => pack.policies[key] !== undefined);
}
