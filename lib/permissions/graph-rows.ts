import type { Part, Right, Row } from "./row";

// What azuread and m365 ask of Microsoft Graph: https://learn.microsoft.com/graph/permissions-reference

const AZUREAD = "https://registry.terraform.io/providers/hashicorp/azuread/3.7.0/docs";
const GRAPH = "https://learn.microsoft.com/graph/api";

interface Calls {
  readonly plan: readonly string[];
  readonly apply?: readonly string[];
}

/** What Graph asks for these calls. */
export function graph(source: string, plan: readonly Right[], apply: readonly Right[], calls: Calls): Part {
  return { api: "graph", plan, apply, source, calls: { plan: calls.plan, apply: calls.apply ?? [] } };
}

const row = (feature: Row["feature"], ...parts: readonly Part[]): Row => ({ feature, parts });

const both = (path: string, ...writes: readonly string[]): Calls => ({
  plan: [`GET ${path}`],
  apply: writes.map((method) => `${method} ${path}`),
});

const ACCESS = "identity/conditionalAccess";
const accessOf = (kind: string): Calls => ({
  plan: [`GET /${ACCESS}/${kind}/{id}`],
  apply: [`POST /${ACCESS}/${kind}`, `PATCH /${ACCESS}/${kind}/{id}`, `DELETE /${ACCESS}/${kind}/{id}`],
});

const READ_GROUP = ["GET /groups", "GET /groups/{id}", "GET /groups/{id}/members", "GET /groups/{id}/owners"];
const WRITE_GROUP = ["POST /groups", "PATCH /groups/{id}", "POST /groups/{id}/members/$ref"];
const OF_GROUP = { BreakGlass: "identity.breakGlass", Sspr: "identity.sspr" };
const STRENGTHS = "/policies/authenticationStrengthPolicies";
const METHODS = "/policies/authenticationMethodsPolicy";
const METHODS_READ = ["Policy.Read.AuthenticationMethod"];
const METHODS_WRITE = ["Policy.ReadWrite.AuthenticationMethod"];

/** Provider azuread, as far as tenants' stacks use it. */
export const AZUREAD_ROWS: Readonly<Record<string, Row>> = {
  azuread_conditional_access_policy: row(
    "identity.mfa",
    graph(
      `${GRAPH}/conditionalaccessroot-post-policies`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.ConditionalAccess"],
      accessOf("policies"),
    ),
  ),
  azuread_directory_role_eligibility_schedule_request: row(
    "identity.privilegedRoles",
    graph(
      `${AZUREAD}/resources/directory_role_eligibility_schedule_request`,
      ["RoleEligibilitySchedule.ReadWrite.Directory"],
      [],
      {
        plan: ["GET /roleManagement/directory/roleEligibilityScheduleRequests/{id}"],
        apply: ["POST /roleManagement/directory/roleEligibilityScheduleRequests"],
      },
    ),
  ),
  azuread_named_location: row(
    "identity.namedLocations",
    graph(
      `${GRAPH}/conditionalaccessroot-post-namedlocations`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.ConditionalAccess"],
      accessOf("namedLocations"),
    ),
  ),
  azuread_authentication_strength_policy: row(
    "identity.strengths",
    graph(
      `${GRAPH}/authenticationstrengthroot-post-policies`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.ConditionalAccess"],
      {
        plan: [`GET ${STRENGTHS}/{id}`],
        apply: [
          `POST ${STRENGTHS}`,
          `PATCH ${STRENGTHS}/{id}`,
          `POST ${STRENGTHS}/{id}/updateAllowedCombinations`,
          `DELETE ${STRENGTHS}/{id}`,
        ],
      },
    ),
  ),
  // The application owns the groups that it creates, and may change what it owns.
  azuread_group: row(
    OF_GROUP,
    graph(`${AZUREAD}/resources/group`, ["Group.Read.All"], ["Group.Create"], {
      plan: READ_GROUP,
      apply: WRITE_GROUP,
    }),
  ),
  // With other owners it does not own the group; the provider looks each of them up as it creates it.
  "azuread_group with owners": row(
    OF_GROUP,
    graph(`${AZUREAD}/resources/group`, ["Group.Read.All"], ["Group.ReadWrite.All", "Directory.Read.All"], {
      plan: READ_GROUP,
      apply: [...WRITE_GROUP, "GET /directoryObjects/{id}"],
    }),
  ),
  "data.azuread_group": row(
    OF_GROUP,
    graph(`${AZUREAD}/data-sources/group`, ["Group.Read.All"], [], { plan: READ_GROUP }),
  ),
  "data.azuread_groups": row(
    "groups that identity names",
    graph(`${AZUREAD}/data-sources/groups`, ["Group.Read.All"], [], { plan: ["GET /groups"] }),
  ),
  "data.azuread_user": row(
    "users that identity names",
    graph(`${AZUREAD}/data-sources/user`, ["User.Read.All"], [], {
      plan: ["GET /users", "GET /users/{id}", "GET /users/{id}/manager"],
    }),
  ),
  "data.azuread_users": row(
    OF_GROUP,
    graph(`${AZUREAD}/data-sources/users`, ["User.Read.All"], [], { plan: ["GET /users"] }),
  ),
};

/** Provider m365, as far as it calls Graph. */
export const M365_GRAPH_ROWS: Readonly<Record<string, Row>> = {
  m365_authentication_method: row(
    "identity.methods",
    graph(
      `${GRAPH}/authenticationmethodconfiguration-update`,
      METHODS_READ,
      METHODS_WRITE,
      both(`${METHODS}/authenticationMethodConfigurations/{id}`, "PATCH"),
    ),
  ),
  m365_authentication_methods_policy: row(
    "identity.methods",
    graph(`${GRAPH}/authenticationmethodspolicy-update`, METHODS_READ, METHODS_WRITE, both(METHODS, "PATCH")),
  ),
  m365_authorization_policy: row(
    "identity.authorization",
    graph(
      `${GRAPH}/authorizationpolicy-update`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.Authorization"],
      both("/policies/authorizationPolicy", "PATCH"),
    ),
  ),
  m365_admin_consent_request_policy: row(
    "identity.consent",
    graph(
      `${GRAPH}/adminconsentrequestpolicy-update`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.ConsentRequest"],
      both("/policies/adminConsentRequestPolicy", "PUT"),
    ),
  ),
  m365_agent_risk_policy: row(
    "identity.agentRisk",
    graph(
      `${GRAPH}/conditionalaccessroot-post-policies`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.ConditionalAccess"],
      accessOf("policies"),
    ),
  ),
  m365_consent_settings: row(
    "identity.consent",
    graph(`${GRAPH}/groupsetting-update`, ["GroupSettings.Read.All"], ["GroupSettings.ReadWrite.All"], {
      plan: ["GET /groupSettings", "GET /groupSettingTemplates/{id}"],
      apply: ["POST /groupSettings", "PATCH /groupSettings/{id}"],
    }),
  ),
  m365_default_app_management_policy: row(
    "identity.applications",
    graph(
      `${GRAPH}/tenantappmanagementpolicy-update`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.ApplicationConfiguration"],
      both("/policies/defaultAppManagementPolicy", "PATCH"),
    ),
  ),
  m365_role_management_policy: row(
    "identity.privilegedRoles",
    graph(
      `${GRAPH}/unifiedrolemanagementpolicyrule-update`,
      ["RoleManagement.Read.Directory"],
      ["RoleManagementPolicy.ReadWrite.Directory"],
      {
        plan: [
          "GET /policies/roleManagementPolicyAssignments",
          "GET /policies/roleManagementPolicies/{id}/rules",
        ],
        apply: ["PATCH /policies/roleManagementPolicies/{id}/rules/{id}"],
      },
    ),
  ),
  m365_security_defaults: row(
    "identity.securityDefaults",
    graph(
      `${GRAPH}/identitysecuritydefaultsenforcementpolicy-update`,
      ["Policy.Read.All"],
      ["Policy.ReadWrite.SecurityDefaults"],
      both("/policies/identitySecurityDefaultsEnforcementPolicy", "PATCH"),
    ),
  ),
  m365_domain_password_policy: row(
    "identity.passwords",
    graph(
      `${GRAPH}/domain-update`,
      ["Domain.Read.All"],
      ["Domain.ReadWrite.All"],
      both("/domains/{id}", "PATCH"),
    ),
  ),
  m365_domain: row(
    "membership in the tenant",
    graph(`${GRAPH}/domain-post-domains`, ["Domain.Read.All"], ["Domain.ReadWrite.All"], {
      plan: ["GET /domains", "GET /domains/{id}", "GET /domains/{id}/verificationDnsRecords"],
      apply: ["POST /domains", "DELETE /domains/{id}"],
    }),
  ),
  "data.m365_domain": row(
    "no key of an estate",
    graph(`${GRAPH}/domain-get`, ["Domain.Read.All"], [], { plan: ["GET /domains/{id}"] }),
  ),
  "data.m365_domain_service_records": row(
    "records that Microsoft names",
    graph(`${GRAPH}/domain-list-serviceconfigurationrecords`, ["Domain.Read.All"], [], {
      plan: ["GET /domains/{id}/serviceConfigurationRecords"],
    }),
  ),
  "data.m365_directory_sync": row(
    "identity.sync",
    graph(`${GRAPH}/organization-list`, ["Organization.Read.All", "User.Read.All"], [], {
      plan: ["GET /organization", "GET /users", "GET /subscribedSkus"],
    }),
  ),
  "data.m365_sspr_registration": row(
    "no key of an estate",
    graph(
      `${GRAPH}/authenticationmethodsroot-list-userregistrationdetails`,
      ["AuditLog.Read.All", "GroupMember.Read.All", "User.Read.All"],
      [],
      {
        plan: [
          "GET /groups/{id}/transitiveMembers",
          "GET /reports/authenticationMethods/userRegistrationDetails",
        ],
      },
    ),
  ),
  ...containment(),
};

/** What `mail-hygiene contain` does to an account: in no estate, but in the provider. */
function containment(): Readonly<Record<string, Row>> {
  const of = (page: string, plan: readonly Right[], apply: readonly Right[], calls: Calls): Row => {
    const account = { ...calls, plan: ["GET /users/{id}", ...calls.plan] };
    return row("an incident", graph(`${GRAPH}/${page}`, ["User.Read.All", ...plan], apply, account));
  };
  return {
    m365_user_sign_in_block: of("user-update", [], ["User.EnableDisableAccount.All"], {
      plan: [],
      apply: ["PATCH /users/{id}"],
    }),
    m365_user_password_reset: of("user-update", [], ["User-PasswordProfile.ReadWrite.All"], {
      plan: [],
      apply: ["PATCH /users/{id}"],
    }),
    m365_user_sessions_revocation: of(
      "user-revokesigninsessions",
      ["AuditLog.Read.All"],
      ["User.RevokeSessions.All"],
      { plan: ["GET /auditLogs/signIns"], apply: ["POST /users/{id}/revokeSignInSessions"] },
    ),
    m365_user_sign_in_methods: of(
      "authentication-list-methods",
      ["UserAuthenticationMethod.Read.All"],
      ["UserAuthenticationMethod.ReadWrite.All"],
      {
        plan: ["GET /users/{id}/authentication/methods"],
        apply: ["DELETE /users/{id}/authentication/phoneMethods/{id}"],
      },
    ),
    m365_user_devices: of("user-list-registereddevices", ["Device.Read.All"], ["Device.ReadWrite.All"], {
      plan: ["GET /users/{id}/registeredDevices"],
      apply: ["PATCH /devices/{id}"],
    }),
    m365_user_confirmed_compromised: of(
      "riskyuser-confirmcompromised",
      ["IdentityRiskyUser.Read.All"],
      ["IdentityRiskyUser.ReadWrite.All"],
      {
        plan: ["GET /identityProtection/riskyUsers/{id}"],
        apply: [
          "POST /identityProtection/riskyUsers/confirmCompromised",
          "POST /identityProtection/riskyUsers/dismiss",
        ],
      },
    ),
    m365_user_app_consents: of(
      "user-list-oauth2permissiongrants",
      ["Directory.Read.All"],
      ["DelegatedPermissionGrant.ReadWrite.All", "AppRoleAssignment.ReadWrite.All"],
      {
        plan: [
          "GET /users/{id}/oauth2PermissionGrants",
          "GET /users/{id}/appRoleAssignments",
          "GET /servicePrincipals/{id}",
        ],
        apply: ["DELETE /oauth2PermissionGrants/{id}", "DELETE /users/{id}/appRoleAssignments/{id}"],
      },
    ),
  };
}
