import type { AccessFilter, AccessGuests, AccessPolicy } from "../../../lib/identity/coverage/policy";

type Values = Readonly<Record<string, unknown>>;

/** A policy as provider azuread 3 keeps it: blocks are lists, what is not there is an empty list, "" or null. */
export function accessBlocks(policy: AccessPolicy): Values {
  const { displayName, state, conditions, grantControls, sessionControls } = policy;
  const { users = {}, applications = {}, clientApplications, locations, platforms, devices } = conditions;
  return {
    display_name: displayName,
    state,
    conditions: [
      {
        client_app_types: conditions.clientAppTypes ?? ["all"],
        applications: [
          {
            included_applications: applications.includeApplications ?? [],
            excluded_applications: applications.excludeApplications ?? [],
            included_user_actions: applications.includeUserActions ?? [],
            filter: filter(applications.applicationFilter),
          },
        ],
        users: [
          {
            included_users: users.includeUsers ?? [],
            included_groups: users.includeGroups ?? [],
            included_roles: users.includeRoles ?? [],
            included_guests_or_external_users: guests(users.includeGuestsOrExternalUsers),
            excluded_users: users.excludeUsers ?? [],
            excluded_groups: users.excludeGroups ?? [],
            excluded_roles: users.excludeRoles ?? [],
            excluded_guests_or_external_users: guests(users.excludeGuestsOrExternalUsers),
          },
        ],
        client_applications: clientApplications
          ? [
              {
                included_service_principals: clientApplications.includeServicePrincipals ?? [],
                excluded_service_principals: clientApplications.excludeServicePrincipals ?? [],
                filter: filter(clientApplications.servicePrincipalFilter),
              },
            ]
          : [],
        locations: locations
          ? [
              {
                included_locations: locations.includeLocations ?? [],
                excluded_locations: locations.excludeLocations ?? [],
              },
            ]
          : [],
        platforms: platforms
          ? [
              {
                included_platforms: platforms.includePlatforms ?? [],
                excluded_platforms: platforms.excludePlatforms ?? [],
              },
            ]
          : [],
        devices: devices ? [{ filter: filter(devices.deviceFilter) }] : [],
        sign_in_risk_levels: conditions.signInRiskLevels ?? [],
        user_risk_levels: conditions.userRiskLevels ?? [],
        service_principal_risk_levels: conditions.servicePrincipalRiskLevels ?? [],
        insider_risk_levels: conditions.insiderRiskLevels?.join(",") ?? "",
        authentication_flow_transfer_methods: conditions.authenticationFlows?.transferMethods ?? [],
      },
    ],
    grant_controls: grantControls
      ? [
          {
            operator: grantControls.operator ?? "OR",
            built_in_controls: grantControls.builtInControls ?? [],
            custom_authentication_factors: grantControls.customAuthenticationFactors ?? [],
            terms_of_use: grantControls.termsOfUse ?? [],
            authentication_strength_policy_id: grantControls.authenticationStrength
              ? `/policies/authenticationStrengthPolicies/${grantControls.authenticationStrength.id}`
              : "",
          },
        ]
      : [],
    session_controls: sessionControls
      ? [
          {
            application_enforced_restrictions_enabled:
              sessionControls.applicationEnforcedRestrictions !== undefined,
            cloud_app_security_policy: sessionControls.cloudAppSecurity?.cloudAppSecurityType ?? "",
            disable_resilience_defaults: sessionControls.disableResilienceDefaults ?? false,
            persistent_browser_mode: sessionControls.persistentBrowser?.mode ?? "",
            sign_in_frequency: sessionControls.signInFrequency?.value ?? 0,
            sign_in_frequency_period: sessionControls.signInFrequency?.type ?? "",
            sign_in_frequency_interval: sessionControls.signInFrequency?.frequencyInterval ?? "",
            sign_in_frequency_authentication_type: sessionControls.signInFrequency?.authenticationType ?? "",
          },
        ]
      : [],
  };
}

function filter(one: AccessFilter | undefined): readonly AccessFilter[] {
  return one ? [one] : [];
}

function guests(one: AccessGuests | undefined): readonly Values[] {
  if (!one) return [];
  const { guestOrExternalUserTypes, externalTenants } = one;
  return [
    {
      guest_or_external_user_types: guestOrExternalUserTypes,
      external_tenants: [
        {
          membership_kind: externalTenants?.membershipKind ?? "all",
          members: externalTenants?.members ?? [],
        },
      ],
    },
  ];
}
