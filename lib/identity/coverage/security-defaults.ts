import { APPLICATIONS } from "../applications";
import { ROLES, type RoleName } from "../roles";
import type { AccessPolicy } from "./policy";

/** https://learn.microsoft.com/entra/fundamentals/security-defaults#require-administrators-to-do-multifactor-authentication */
const ADMINISTRATORS: readonly RoleName[] = [
  "Global Administrator",
  "Application Administrator",
  "Authentication Administrator",
  "Authentication Policy Administrator",
  "Billing Administrator",
  "Cloud Application Administrator",
  "Conditional Access Administrator",
  "Exchange Administrator",
  "Helpdesk Administrator",
  "Identity Governance Administrator",
  "Password Administrator",
  "Privileged Authentication Administrator",
  "Privileged Role Administrator",
  "Security Administrator",
  "SharePoint Administrator",
  "User Administrator",
];

/** The account of Entra Connect is excluded from security defaults. */
const BUT_SYNCHRONIZATION = { excludeRoles: [ROLES["Directory Synchronization Accounts"]] };

/**
 * What security defaults certainly demand, as policies: MFA of administrators at each sign-in and of everyone who
 * manages Azure, and no legacy authentication. Other users are asked when Microsoft finds it necessary, which no
 * situation of the model tells: it counts as not demanded.
 * https://learn.microsoft.com/entra/fundamentals/security-defaults
 */
export const SECURITY_DEFAULTS: readonly AccessPolicy[] = [
  {
    displayName: "Security defaults (MFA for administrators)",
    state: "enabled",
    conditions: {
      users: { includeRoles: ADMINISTRATORS.map((role) => ROLES[role]), ...BUT_SYNCHRONIZATION },
      applications: { includeApplications: ["All"] },
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  },
  {
    displayName: "Security defaults (MFA for Azure management)",
    state: "enabled",
    conditions: {
      users: { includeUsers: ["All"], ...BUT_SYNCHRONIZATION },
      applications: { includeApplications: [APPLICATIONS["Windows Azure Service Management API"] ?? ""] },
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  },
  {
    displayName: "Security defaults (no legacy authentication)",
    state: "enabled",
    conditions: {
      users: { includeUsers: ["All"], ...BUT_SYNCHRONIZATION },
      applications: { includeApplications: ["All"] },
      clientAppTypes: ["exchangeActiveSync", "other"],
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  },
];

/** Does this key, or name, stand for a part of security defaults, instead of a policy? */
export function isSecurityDefault(key: string): boolean {
  return SECURITY_DEFAULTS.some(({ displayName }) => displayName === key);
}
