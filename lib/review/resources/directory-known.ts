import type { KnownArguments } from "./unread";

// What provider azuread 3.7.0 has. What of it is judged, told or left aside stands in test/lib/review/attributes-of-azuread.ts.

export const LOCATION_ARGUMENTS: KnownArguments = {
  "": ["display_name"],
  ip: ["ip_ranges", "trusted"],
  country: ["countries_and_regions", "country_lookup_method", "include_unknown_countries_and_regions"],
};

export const STRENGTH_ARGUMENTS: KnownArguments = {
  "": ["allowed_combinations", "description", "display_name"],
};

/** Those of the data source among them. */
export const GROUP_ARGUMENTS: KnownArguments = {
  "": [
    "administrative_unit_ids",
    "assignable_to_role",
    "auto_subscribe_new_members",
    "behaviors",
    "description",
    "display_name",
    "external_senders_allowed",
    "hide_from_address_lists",
    "hide_from_outlook_clients",
    "include_transitive_members",
    "mail",
    "mail_enabled",
    "mail_nickname",
    "members",
    "onpremises_domain_name",
    "onpremises_group_type",
    "onpremises_netbios_name",
    "onpremises_sam_account_name",
    "onpremises_security_identifier",
    "onpremises_sync_enabled",
    "owners",
    "preferred_language",
    "prevent_duplicate_names",
    "provisioning_options",
    "proxy_addresses",
    "security_enabled",
    "theme",
    "types",
    "visibility",
    "writeback_enabled",
  ],
  dynamic_membership: ["enabled", "rule"],
};
