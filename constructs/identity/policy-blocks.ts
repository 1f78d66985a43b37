import type {
  ConditionalAccessPolicyConditions,
  ConditionalAccessPolicyConditionsClientApplications,
  ConditionalAccessPolicyConditionsUsers,
  ConditionalAccessPolicyConditionsUsersIncludedGuestsOrExternalUsers,
  ConditionalAccessPolicyGrantControls,
  ConditionalAccessPolicySessionControls,
} from "@cdktf/provider-azuread/lib/conditional-access-policy";
import type {
  GraphConditions,
  GraphGrantControls,
  GraphGuests,
  GraphPolicy,
  GraphSessionControls,
  GraphUsers,
} from "../../lib/identity/graph";
import type { GuestType } from "../../lib/identity/policy";
import { STRENGTHS } from "../../lib/identity/strengths";
import type { Gated } from "../terraform/gated";
import { literal, literalOrReference, type TerraformText } from "../terraform/text";
import type { ConditionalAccessPolicyConfig } from "./bindings";

/** Graph's body of a policy as `azuread_conditional_access_policy` 3.7 wants it: no block and no list is empty. */
export function policyBlocks(policy: GraphPolicy): ConditionalAccessPolicyConfig {
  const { grantControls, sessionControls } = policy;
  return {
    displayName: literal(policy.displayName),
    state: literal(policy.state),
    conditions: conditions(policy.conditions),
    ...(grantControls && { grantControls: grant(grantControls) }),
    ...(sessionControls && { sessionControls: session(sessionControls) }),
  };
}

function conditions(graph: GraphConditions): Gated<ConditionalAccessPolicyConditions> {
  const { applications, locations, platforms, devices, authenticationFlows, clientApplications } = graph;
  const insider = graph.insiderRiskLevels?.join(",");
  return {
    clientAppTypes: graph.clientAppTypes.map(literal),
    applications: {
      ...texts("includedApplications", applications.includeApplications),
      ...texts("excludedApplications", applications.excludeApplications),
      ...texts("includedUserActions", applications.includeUserActions),
    },
    users: users(graph.users),
    ...(clientApplications && { clientApplications: workloads(clientApplications) }),
    ...(locations && {
      locations: {
        includedLocations: locations.includeLocations.map(literalOrReference),
        ...texts("excludedLocations", locations.excludeLocations),
      },
    }),
    ...(platforms && {
      platforms: {
        includedPlatforms: platforms.includePlatforms.map(literal),
        ...texts("excludedPlatforms", platforms.excludePlatforms),
      },
    }),
    ...(devices && {
      devices: {
        filter: { mode: literal(devices.deviceFilter.mode), rule: literal(devices.deviceFilter.rule) },
      },
    }),
    ...texts("signInRiskLevels", graph.signInRiskLevels),
    ...texts("userRiskLevels", graph.userRiskLevels),
    ...texts("servicePrincipalRiskLevels", graph.servicePrincipalRiskLevels),
    ...(insider !== undefined && { insiderRiskLevels: literal(insider) }),
    ...texts("authenticationFlowTransferMethods", authenticationFlows?.transferMethods),
  };
}

function workloads({
  servicePrincipalFilter: filter,
  ...graph
}: NonNullable<
  GraphConditions["clientApplications"]
>): Gated<ConditionalAccessPolicyConditionsClientApplications> {
  return {
    ...texts("includedServicePrincipals", graph.includeServicePrincipals),
    ...texts("excludedServicePrincipals", graph.excludeServicePrincipals),
    ...(filter && { filter: { mode: literal(filter.mode), rule: literal(filter.rule) } }),
  };
}

function users(graph: GraphUsers): Gated<ConditionalAccessPolicyConditionsUsers> {
  const { includeGuestsOrExternalUsers, excludeGuestsOrExternalUsers } = graph;
  return {
    ...texts("includedUsers", graph.includeUsers),
    ...texts("includedGroups", graph.includeGroups),
    ...texts("includedRoles", graph.includeRoles),
    ...texts("excludedUsers", graph.excludeUsers),
    ...texts("excludedGroups", graph.excludeGroups),
    ...texts("excludedRoles", graph.excludeRoles),
    ...(includeGuestsOrExternalUsers && {
      includedGuestsOrExternalUsers: [guests(includeGuestsOrExternalUsers)],
    }),
    ...(excludeGuestsOrExternalUsers && {
      excludedGuestsOrExternalUsers: [guests(excludeGuestsOrExternalUsers)],
    }),
  };
}

/**
 * The kinds in the order of Graph's flags, in which it answers them: the provider compares lists. Graph also answers
 * the tenants meant, which are all of them where none is named, unless the guests are internal and of none.
 */
function guests(
  graph: GraphGuests,
): Gated<ConditionalAccessPolicyConditionsUsersIncludedGuestsOrExternalUsers> {
  const kinds = GUEST_FLAGS.filter((kind) => graph.guestOrExternalUserTypes.includes(kind));
  const { membershipKind = "all", members } = graph.externalTenants ?? {};
  return {
    guestOrExternalUserTypes: kinds.map(literal),
    ...(kinds.some((kind) => kind !== "internalGuest") && {
      externalTenants: [{ membershipKind: literal(membershipKind), ...texts("members", members) }],
    }),
  };
}

/** By value: 1, 2, 4 … (https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers). */
const GUEST_FLAGS = [
  "internalGuest",
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "otherExternalUser",
  "serviceProvider",
] as const satisfies readonly GuestType[];

const BUILT_IN_STRENGTHS: readonly string[] = Object.values(STRENGTHS);

/**
 * Left out, `built_in_controls` are sent as an empty list: a policy that turns from `mfa` to a strength does not meet
 * Graph's error 1108.
 */
function grant(graph: GraphGrantControls): Gated<ConditionalAccessPolicyGrantControls> {
  const { operator, builtInControls, authenticationStrength, customAuthenticationFactors, termsOfUse } =
    graph;
  return {
    operator: literal(operator),
    ...texts("builtInControls", builtInControls),
    ...texts("customAuthenticationFactors", customAuthenticationFactors),
    ...texts("termsOfUse", termsOfUse),
    ...(authenticationStrength && {
      // Of a strength that the stack declares it is the path already.
      authenticationStrengthPolicyId: BUILT_IN_STRENGTHS.includes(authenticationStrength.id)
        ? literal(`/policies/authenticationStrengthPolicies/${authenticationStrength.id}`)
        : literalOrReference(authenticationStrength.id),
    }),
  };
}

/**
 * Interval and authentication type are always written with a frequency: the provider computes what is left out from
 * state, so that a policy would stay at `everyTime`, where it refuses a period.
 */
function session(graph: GraphSessionControls): Gated<ConditionalAccessPolicySessionControls> {
  const {
    signInFrequency,
    cloudAppSecurity,
    persistentBrowser,
    applicationEnforcedRestrictions,
    disableResilienceDefaults,
  } = graph;
  return {
    ...(signInFrequency && {
      signInFrequencyInterval: literal(signInFrequency.frequencyInterval),
      signInFrequencyAuthenticationType: literal(signInFrequency.authenticationType),
    }),
    ...(signInFrequency?.frequencyInterval === "timeBased" && {
      signInFrequency: signInFrequency.value,
      signInFrequencyPeriod: literal(signInFrequency.type),
    }),
    ...(cloudAppSecurity && { cloudAppSecurityPolicy: literal(cloudAppSecurity.cloudAppSecurityType) }),
    ...(persistentBrowser && { persistentBrowserMode: literal(persistentBrowser.mode) }),
    ...(applicationEnforcedRestrictions && { applicationEnforcedRestrictionsEnabled: true }),
    ...(disableResilienceDefaults && { disableResilienceDefaults: true }),
  };
}

/** The property, unless there is nothing to list; nothing twice, which Graph would not answer. */
function texts<Key extends string>(
  key: Key,
  values: readonly string[] | undefined,
): { [K in Key]?: TerraformText[] } {
  const property: { [K in Key]?: TerraformText[] } = {};
  if (values && values.length > 0) property[key] = [...new Set(values.map(literalOrReference))];
  return property;
}
