import type { RoleName } from "../roles";

/** The roles in Microsoft's templates "… for admins" and "… for Microsoft admin portals". */
export const ADMIN_ROLES: readonly RoleName[] = [
  "Application Administrator",
  "Authentication Administrator",
  "Billing Administrator",
  "Cloud Application Administrator",
  "Conditional Access Administrator",
  "Exchange Administrator",
  "Global Administrator",
  "Helpdesk Administrator",
  "Password Administrator",
  "Privileged Authentication Administrator",
  "Privileged Role Administrator",
  "Security Administrator",
  "SharePoint Administrator",
  "User Administrator",
];

/** The roles in Microsoft's template "Require phishing-resistant multifactor authentication for admins". */
export const PHISHING_RESISTANT_ROLES: readonly RoleName[] = [
  ...ADMIN_ROLES,
  "Compliance Administrator",
  "Compliance Data Administrator",
  "Dynamics 365 Administrator",
  "Intune Administrator",
  "Power Platform Administrator",
];

/**
 * The roles that CISA calls highly privileged: MS.AAD.3.6v1 and section 7 of the baseline for Entra ID.
 * https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md#highly-privileged-roles
 */
export const SCUBA_PRIVILEGED_ROLES: readonly RoleName[] = [
  "Application Administrator",
  "Cloud Application Administrator",
  "Exchange Administrator",
  "Global Administrator",
  "Hybrid Identity Administrator",
  "Privileged Role Administrator",
  "SharePoint Administrator",
  "User Administrator",
];

/** The roles of CIS Microsoft 365 Foundations 7.0, 5.2.2.1 and 5.2.2.5. */
export const CIS_ADMIN_ROLES: readonly RoleName[] = [...ADMIN_ROLES, "Global Reader"];
