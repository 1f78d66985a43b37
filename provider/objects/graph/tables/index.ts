import type { GraphTable } from "../graph-table";
import { adminConsentRequestPolicy } from "./admin-consent-request-policy";
import { authenticationMethod } from "./authentication-method";
import { authenticationMethodsPolicy } from "./authentication-methods-policy";
import { authorizationPolicy } from "./authorization-policy";
import { consentSettings } from "./consent-settings";
import { defaultAppManagementPolicy } from "./default-app-management-policy";
import { domainPasswordPolicy } from "./domain-password-policy";
import { roleManagementPolicy } from "./role-management-policy";
import { securityDefaults } from "./security-defaults";

/** Everything of Graph that the kit manages. */
export const GRAPH_TABLES: readonly GraphTable[] = [
  adminConsentRequestPolicy,
  authenticationMethod,
  authenticationMethodsPolicy,
  authorizationPolicy,
  consentSettings,
  defaultAppManagementPolicy,
  domainPasswordPolicy,
  roleManagementPolicy,
  securityDefaults,
];
