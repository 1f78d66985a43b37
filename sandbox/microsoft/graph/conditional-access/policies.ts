import { isJson, type Json } from "../../../http/answer";
import type { Entity } from "../../tenant/entity";
import { instant } from "../../tenant/user";
import { type EntitySet, entitySetRoutes } from "../entity-set";
import { GraphError } from "../graph-error";
import type { Call, Route } from "../route";
import { checkPolicy } from "./check-policy";
import { mergePolicy } from "./merge-policy";
import { READ, WRITE } from "./permissions";
import { findStrength } from "./strengths";

const SET: EntitySet = {
  path: "identity/conditionalAccess/policies",
  shape: {
    type: "conditionalAccessPolicy",
    defaults: {
      id: null,
      templateId: null,
      displayName: null,
      createdDateTime: null,
      modifiedDateTime: null,
      state: null,
      conditions: null,
      grantControls: null,
      sessionControls: null,
    },
  },
  read: READ,
  write: WRITE,
  collection: ({ conditionalAccessPolicies }) => conditionalAccessPolicies,
  missing: (id) =>
    new GraphError(404, "ResourceNotFound", `Policy with id ${id} does not exist in the directory.`),
  view,
  make: (given, call) => {
    checkPolicy(given, call);
    return { ...given, createdDateTime: instant() };
  },
  change: (policy, changes, call) => {
    const wanted = mergePolicy(policy, changes);
    checkPolicy(wanted, call);
    return { ...wanted, modifiedDateTime: instant() };
  },
};

export const POLICIES: readonly Route[] = entitySetRoutes(SET);

const CONDITIONS = {
  userRiskLevels: [],
  signInRiskLevels: [],
  clientAppTypes: ["all"],
  servicePrincipalRiskLevels: [],
  insiderRiskLevels: null,
  platforms: null,
  locations: null,
  devices: null,
  clientApplications: null,
  authenticationFlows: null,
};

const APPLICATIONS = {
  includeApplications: [],
  excludeApplications: [],
  includeUserActions: [],
  includeAuthenticationContextClassReferences: [],
  applicationFilter: null,
};

const USERS = {
  includeUsers: [],
  excludeUsers: [],
  includeGroups: [],
  excludeGroups: [],
  includeRoles: [],
  excludeRoles: [],
  includeGuestsOrExternalUsers: null,
  excludeGuestsOrExternalUsers: null,
};

const GRANT = { operator: "OR", builtInControls: [], customAuthenticationFactors: [], termsOfUse: [] };

const SESSION = {
  disableResilienceDefaults: null,
  applicationEnforcedRestrictions: null,
  cloudAppSecurity: null,
  signInFrequency: null,
  persistentBrowser: null,
};

/** The policy with everything that nobody set, and its authentication strength in full. */
function view(policy: Entity, call: Call): Json {
  const conditions = isJson(policy.conditions) ? policy.conditions : {};
  return {
    ...policy,
    conditions: {
      ...filled(CONDITIONS, conditions),
      applications: filled(APPLICATIONS, conditions.applications),
      users: usersView(filled(USERS, conditions.users)),
    },
    grantControls: isJson(policy.grantControls) ? grantView(policy.grantControls, call) : null,
    sessionControls: isJson(policy.sessionControls) ? filled(SESSION, policy.sessionControls) : null,
  };
}

/**
 * Which tenants guests are of always has its type: the azuread provider sends none for `all`, and drops what it reads
 * without one (UnmarshalConditionalAccessExternalTenantsImplementation in hashicorp/go-azure-sdk).
 */
function usersView(users: Json): Json {
  const sides = ["includeGuestsOrExternalUsers", "excludeGuestsOrExternalUsers"].flatMap((side) => {
    const guests = users[side];
    if (!isJson(guests) || !isJson(guests.externalTenants)) return [];
    const { membershipKind } = guests.externalTenants;
    const kind = membershipKind === "enumerated" ? "Enumerated" : "All";
    const type = `#microsoft.graph.conditionalAccess${kind}ExternalTenants`;
    return [[side, { ...guests, externalTenants: { ...guests.externalTenants, "@odata.type": type } }]];
  });
  return { ...users, ...Object.fromEntries(sides) };
}

function grantView(grant: Json, call: Call): Json {
  const { authenticationStrength: named } = grant;
  const strength = isJson(named) ? (findStrength(named.id, call) ?? named) : null;
  return { ...filled(GRANT, grant), authenticationStrength: strength };
}

/** Lists are never null, whatever was sent. */
function filled(defaults: Json, given: unknown): Json {
  const set = Object.entries(isJson(given) ? given : {});
  return {
    ...defaults,
    ...Object.fromEntries(set.map(([name, value]) => [name, value ?? defaults[name] ?? null])),
  };
}
