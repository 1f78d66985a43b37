import type {
  GraphConditions,
  GraphGrantControls,
  GraphPolicy,
  GraphSessionControls,
  GraphUsers,
} from "../../identity/graph";
import { type Attributes, knownValue, knownValues } from "../plan/attributes";
import type { Names } from "./names";
import type { PlannedResource, ResourceReader } from "./resource-fact";

/** `azuread_conditional_access_policy` 3 as Graph's body, with groups by their names where the plan tells them. */
export const conditionalAccessPolicy: ResourceReader = (resource, names) => {
  const { address, attributes, where } = resource;
  const state = STATES.find((one) => one === knownValue(attributes.text("state")));
  const conditions = attributes.block("conditions");
  if (!state || !conditions)
    return [{ kind: "unread", why: "a policy whose state or conditions are not known before apply", where }];
  const spared = excludedGroups(resource, conditions, names);
  const grantControls = grant(attributes.block("grant_controls"));
  const sessionControls = session(attributes.block("session_controls"));
  const policy: GraphPolicy = {
    displayName: knownValue(attributes.text("display_name")) ?? "",
    state,
    conditions: conditionsOf(conditions, spared.groups, names),
    ...(grantControls ? { grantControls } : {}),
    ...(sessionControls ? { sessionControls } : {}),
  };
  return [{ kind: "policy", key: address, policy, sparesUnknown: spared.unknown, where }];
};

const STATES = ["enabled", "disabled", "enabledForReportingButNotEnforced"] as const;

/** Shown in the place of an id that Terraform learns at apply. */
const AFTER_APPLY = "(known after apply)";

/**
 * The groups that the policy spares. A group that the plan creates has no id yet: it is known by what the argument
 * refers to.
 */
function excludedGroups({ refersTo }: PlannedResource, conditions: Attributes, names: Names) {
  const members = conditions.block("users")?.texts("excluded_groups") ?? [];
  const known = knownValues(members).map((id) => names.group(id));
  const left = members.length - known.length;
  if (left === 0) return { groups: known, unknown: false };
  const referred = names.groupsAt(refersTo("conditions", "users", "excluded_groups"));
  const others = referred?.filter((name) => !known.includes(name)) ?? [];
  return others.length >= left
    ? { groups: [...known, ...others], unknown: false }
    : { groups: [...known, ...members.slice(0, left).map(() => AFTER_APPLY)], unknown: true };
}

function conditionsOf(block: Attributes, excludeGroups: readonly string[], names: Names): GraphConditions {
  const applications = block.block("applications");
  const [locations, platforms] = [block.block("locations"), block.block("platforms")];
  const filter = block.block("devices")?.block("filter");
  const rule = knownValue(filter?.text("rule") ?? NONE);
  const transferMethods = list(block, "authentication_flow_transfer_methods");
  return {
    clientAppTypes: list(block, "client_app_types"),
    applications: {
      ...texts("includeApplications", applications, "included_applications"),
      ...texts("excludeApplications", applications, "excluded_applications"),
      ...texts("includeUserActions", applications, "included_user_actions"),
    },
    users: users(block.block("users"), excludeGroups, names),
    ...(locations
      ? {
          locations: {
            includeLocations: list(locations, "included_locations"),
            ...texts("excludeLocations", locations, "excluded_locations"),
          },
        }
      : {}),
    ...(platforms
      ? {
          platforms: {
            includePlatforms: list(platforms, "included_platforms"),
            ...texts("excludePlatforms", platforms, "excluded_platforms"),
          },
        }
      : {}),
    ...(rule === undefined
      ? {}
      : {
          devices: {
            deviceFilter: {
              mode: knownValue(filter?.text("mode") ?? NONE) === "exclude" ? "exclude" : "include",
              rule,
            },
          },
        }),
    ...texts("signInRiskLevels", block, "sign_in_risk_levels"),
    ...texts("userRiskLevels", block, "user_risk_levels"),
    ...(transferMethods.length > 0 ? { authenticationFlows: { transferMethods } } : {}),
  };
}

function users(block: Attributes | undefined, excludeGroups: readonly string[], names: Names): GraphUsers {
  const included = block ? list(block, "included_groups").map((id) => names.group(id)) : [];
  return {
    ...texts("includeUsers", block, "included_users"),
    ...(included.length > 0 ? { includeGroups: included } : {}),
    ...texts("includeRoles", block, "included_roles"),
    ...guests("includeGuestsOrExternalUsers", block?.block("included_guests_or_external_users")),
    ...texts("excludeUsers", block, "excluded_users"),
    excludeGroups,
    ...texts("excludeRoles", block, "excluded_roles"),
    ...guests("excludeGuestsOrExternalUsers", block?.block("excluded_guests_or_external_users")),
  };
}

function guests<K extends string>(key: K, block: Attributes | undefined) {
  const property: { [P in K]?: { readonly guestOrExternalUserTypes: readonly string[] } } = {};
  if (block) property[key] = { guestOrExternalUserTypes: list(block, "guest_or_external_user_types") };
  return property;
}

function grant(block: Attributes | undefined): GraphGrantControls | undefined {
  if (!block) return undefined;
  const strength = block.text("authentication_strength_policy_id");
  // Its form is /policies/authenticationStrengthPolicies/<id>; a strength that the plan creates has none yet.
  const id = strength.kind === "unknown" ? AFTER_APPLY : knownValue(strength)?.split("/").at(-1);
  return {
    operator: knownValue(block.text("operator")) === "AND" ? "AND" : "OR",
    ...texts("builtInControls", block, "built_in_controls"),
    ...(id ? { authenticationStrength: { id } } : {}),
  };
}

function session(block: Attributes | undefined): GraphSessionControls | undefined {
  if (!block) return undefined;
  const value = knownValue(block.number("sign_in_frequency"));
  const always = { isEnabled: true, authenticationType: "primaryAndSecondaryAuthentication" } as const;
  const everyTime = knownValue(block.text("sign_in_frequency_interval")) === "everyTime";
  const mode = PERSISTENCE.find((one) => one === knownValue(block.text("persistent_browser_mode")));
  const controls: GraphSessionControls = {
    ...(everyTime ? { signInFrequency: { ...always, frequencyInterval: "everyTime" } } : {}),
    ...(value === undefined || everyTime
      ? {}
      : {
          signInFrequency: {
            ...always,
            frequencyInterval: "timeBased",
            value,
            type: knownValue(block.text("sign_in_frequency_period")) === "hours" ? "hours" : "days",
          },
        }),
    ...(mode ? { persistentBrowser: { isEnabled: true, mode } } : {}),
    ...(knownValue(block.flag("application_enforced_restrictions_enabled")) === true
      ? { applicationEnforcedRestrictions: { isEnabled: true } }
      : {}),
    ...(knownValue(block.flag("disable_resilience_defaults")) === true
      ? { disableResilienceDefaults: true }
      : {}),
  };
  return Object.keys(controls).length > 0 ? controls : undefined;
}

const PERSISTENCE = ["always", "never"] as const;
const NONE = { kind: "none" } as const;

/** The members of a list; one that is not known yet shows as such. */
function list(block: Attributes, key: string): readonly string[] {
  return block.texts(key).map((one) => (one.kind === "known" ? one.value : AFTER_APPLY));
}

/** The property, unless there is nothing to list. */
function texts<K extends string>(
  key: K,
  block: Attributes | undefined,
  attribute: string,
): { readonly [P in K]?: readonly string[] } {
  const property: { [P in K]?: readonly string[] } = {};
  const values = block ? list(block, attribute) : [];
  if (values.length > 0) property[key] = values;
  return property;
}
