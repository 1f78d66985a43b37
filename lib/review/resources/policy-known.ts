import type { KnownArguments } from "./unread";

/** What review reads of `azuread_conditional_access_policy`: provider azuread 3.7.0 has no more than this. */
export const POLICY_ARGUMENTS: KnownArguments = {
  "": ["display_name", "state"],
  conditions: [
    "authentication_flow_transfer_methods",
    "client_app_types",
    "insider_risk_levels",
    "service_principal_risk_levels",
    "sign_in_risk_levels",
    "user_risk_levels",
  ],
  "conditions.applications": ["excluded_applications", "included_applications", "included_user_actions"],
  "conditions.client_applications": ["excluded_service_principals", "included_service_principals"],
  "conditions.client_applications.filter": ["mode", "rule"],
  "conditions.devices.filter": ["mode", "rule"],
  "conditions.locations": ["excluded_locations", "included_locations"],
  "conditions.platforms": ["excluded_platforms", "included_platforms"],
  "conditions.users": [
    "excluded_groups",
    "excluded_roles",
    "excluded_users",
    "included_groups",
    "included_roles",
    "included_users",
  ],
  "conditions.users.excluded_guests_or_external_users": ["guest_or_external_user_types"],
  "conditions.users.excluded_guests_or_external_users.external_tenants": ["members", "membership_kind"],
  "conditions.users.included_guests_or_external_users": ["guest_or_external_user_types"],
  "conditions.users.included_guests_or_external_users.external_tenants": ["members", "membership_kind"],
  grant_controls: [
    "authentication_strength_policy_id",
    "built_in_controls",
    "custom_authentication_factors",
    "operator",
    "terms_of_use",
  ],
  session_controls: [
    "application_enforced_restrictions_enabled",
    "cloud_app_security_policy",
    "disable_resilience_defaults",
    "persistent_browser_mode",
    "sign_in_frequency",
    "sign_in_frequency_authentication_type",
    "sign_in_frequency_interval",
    "sign_in_frequency_period",
  ],
};
