import type { Attributes } from "../../plan/attributes";

/** What review reads of `azuread_conditional_access_policy`, by block: provider azuread 3.7.0 has no more than this. */
const READ: Readonly<Record<string, readonly string[]>> = {
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

/** Names, and how long the provider waits. */
const APART = /^(?:id|object_id|timeouts(?:\..*)?)$/;

const LONGEST = 60;

/**
 * What a policy holds that this review has never heard of, such as a condition that a later provider added: it may
 * decide everything. `conditions.agent_id_risk_levels is "high"`
 */
export function unreadWords(attributes: Attributes): readonly string[] {
  return attributes.held().flatMap(({ path, value }) => {
    const at = path.lastIndexOf(".");
    const known = READ[path.slice(0, Math.max(at, 0))]?.includes(path.slice(at + 1)) === true;
    // What is switched off, empty or nought is what a policy without the argument has.
    if (known || APART.test(path) || value === false || value === "" || value === 0) return [];
    const text = JSON.stringify(value) ?? "";
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return [`${path} is ${shown}, which this review does not know`];
  });
}
