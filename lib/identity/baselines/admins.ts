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
