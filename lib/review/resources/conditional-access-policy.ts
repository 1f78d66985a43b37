import type {
  AccessConditions,
  AccessFilter,
  AccessGrantControls,
  AccessGuests,
  AccessPolicy,
  AccessSessionControls,
  AccessUsers,
} from "../../identity/coverage/policy";
import { type Attributes, knownValue } from "../../plan/attributes";
import { bareId, type Names } from "./names";
import { POLICY_ARGUMENTS } from "./policy-known";
import { unseenWords } from "./policy-unseen";
import type { PlannedResource, ResourceReader } from "./resource-fact";
import { unreadOf, unreadWords } from "./unread";

const STATES = ["enabled", "disabled", "enabledForReportingButNotEnforced"] as const;

/**
 * `azuread_conditional_access_policy` 3 as Graph's body. An object that the plan makes has no id yet: it is known by what
 * the argument refers to. A policy with a part that the plan does not show is read as far as it goes, and says so.
 */
export const conditionalAccessPolicy: ResourceReader = (resource, names) => {
  const { address, attributes, where } = resource;
  const lists = new Lists(resource, names);
  const conditions = attributes.block("conditions");
  const grant = attributes.block("grant_controls");
  const session = attributes.block("session_controls");
  const sessionControls = session && sessionOf(session);
  const policy: AccessPolicy = {
    displayName: knownValue(attributes.text("display_name")) ?? address,
    // A state that nobody knows may be the one that binds.
    state: STATES.find((one) => one === knownValue(attributes.text("state"))) ?? "enabled",
    conditions: conditions ? conditionsOf(conditions, lists) : {},
    ...(grant ? { grantControls: grantOf(grant, lists) } : {}),
    ...(sessionControls ? { sessionControls } : {}),
  };
  const unknown = [
    ...unseenWords(resource, lists.resolved),
    ...(STATES.some((one) => one === knownValue(attributes.text("state"))) ||
    attributes.text("state").kind !== "known"
      ? []
      : ["its state is none that is known"]),
    ...(conditions ? [] : ["the plan holds no conditions"]),
  ];
  const said = [...new Set(unknown)];
  const unread = unreadWords(unreadOf(attributes, POLICY_ARGUMENTS));
  return [
    {
      kind: "policy",
      key: address,
      policy,
      ...(said.length > 0 ? { unknown: said } : {}),
      ...(unread.length > 0 ? { unread } : {}),
      where,
    },
  ];
};

/** Reads lists of ids, those that refer to objects of the same plan among them. */
class Lists {
  /** Paths of lists whose every unknown member is known by a reference. */
  readonly resolved = new Set<string>();

  constructor(
    private readonly resource: PlannedResource,
    private readonly names: Names,
  ) {}

  /** The members that are known, and those that the argument refers to. */
  ids(block: Attributes | undefined, key: string, ...path: readonly string[]): readonly string[] {
    const members = block?.texts(key) ?? [];
    const known = members.flatMap((one) => (one.kind === "known" ? [bareId(one.value)] : []));
    return [...known, ...this.referred(members.length - known.length, known, [...path, key])];
  }

  id(block: Attributes, key: string, ...path: readonly string[]): string | undefined {
    const one = block.text(key);
    if (one.kind === "known") return bareId(one.value);
    return one.kind === "unknown" ? this.referred(1, [], [...path, key])[0] : undefined;
  }

  private referred(missing: number, known: readonly string[], path: readonly string[]): readonly string[] {
    if (missing === 0) return [];
    const found =
      this.names.idsOf(this.resource.refersTo(...path))?.filter((id) => !known.includes(id)) ?? [];
    // A list that is unknown as a whole counts as one member, and may hold all that it refers to.
    if (found.length < missing) return [];
    this.resolved.add(path.join("."));
    return found;
  }
}

function conditionsOf(block: Attributes, lists: Lists): AccessConditions {
  const at = (key: string) => ["conditions", key] as const;
  const applications = block.block("applications");
  const [locations, platforms] = [block.block("locations"), block.block("platforms")];
  const workloads = block.block("client_applications");
  const deviceFilter = filterOf(block.block("devices")?.block("filter"));
  const applicationFilter = filterOf(applications?.block("filter"));
  const servicePrincipalFilter = filterOf(workloads?.block("filter"));
  const insider = knownValue(block.text("insider_risk_levels"));
  return {
    users: usersOf(block.block("users"), lists),
    ...(workloads
      ? {
          clientApplications: {
            includeServicePrincipals: lists.ids(
              workloads,
              "included_service_principals",
              ...at("client_applications"),
            ),
            excludeServicePrincipals: lists.ids(
              workloads,
              "excluded_service_principals",
              ...at("client_applications"),
            ),
            ...(servicePrincipalFilter ? { servicePrincipalFilter } : {}),
          },
        }
      : {}),
    applications: {
      includeApplications: lists.ids(applications, "included_applications", ...at("applications")),
      excludeApplications: lists.ids(applications, "excluded_applications", ...at("applications")),
      includeUserActions: texts(applications, "included_user_actions"),
      ...(applicationFilter ? { applicationFilter } : {}),
    },
    clientAppTypes: texts(block, "client_app_types"),
    ...(locations
      ? {
          locations: {
            includeLocations: lists.ids(locations, "included_locations", ...at("locations")),
            excludeLocations: lists.ids(locations, "excluded_locations", ...at("locations")),
          },
        }
      : {}),
    ...(platforms
      ? {
          platforms: {
            includePlatforms: texts(platforms, "included_platforms"),
            excludePlatforms: texts(platforms, "excluded_platforms"),
          },
        }
      : {}),
    ...(deviceFilter ? { devices: { deviceFilter } } : {}),
    signInRiskLevels: texts(block, "sign_in_risk_levels"),
    userRiskLevels: texts(block, "user_risk_levels"),
    servicePrincipalRiskLevels: texts(block, "service_principal_risk_levels"),
    // The provider keeps Graph's flags as one text.
    ...(insider ? { insiderRiskLevels: insider.split(",").map((level) => level.trim()) } : {}),
    authenticationFlows: { transferMethods: texts(block, "authentication_flow_transfer_methods") },
  };
}

function usersOf(block: Attributes | undefined, lists: Lists): AccessUsers {
  const ids = (key: string) => lists.ids(block, key, "conditions", "users");
  const included = guestsOf(block?.block("included_guests_or_external_users"));
  const excluded = guestsOf(block?.block("excluded_guests_or_external_users"));
  return {
    includeUsers: ids("included_users"),
    includeGroups: ids("included_groups"),
    includeRoles: ids("included_roles"),
    ...(included ? { includeGuestsOrExternalUsers: included } : {}),
    excludeUsers: ids("excluded_users"),
    excludeGroups: ids("excluded_groups"),
    excludeRoles: ids("excluded_roles"),
    ...(excluded ? { excludeGuestsOrExternalUsers: excluded } : {}),
  };
}

function guestsOf(block: Attributes | undefined): AccessGuests | undefined {
  if (!block) return undefined;
  const tenants = block.block("external_tenants");
  return {
    guestOrExternalUserTypes: texts(block, "guest_or_external_user_types"),
    ...(tenants
      ? {
          externalTenants: {
            membershipKind:
              knownValue(tenants.text("membership_kind")) === "enumerated" ? "enumerated" : "all",
            members: texts(tenants, "members"),
          },
        }
      : {}),
  };
}

function filterOf(block: Attributes | undefined): AccessFilter | undefined {
  const rule = block && knownValue(block.text("rule"));
  if (rule === undefined) return undefined;
  return { mode: knownValue(block?.text("mode") ?? NONE) === "exclude" ? "exclude" : "include", rule };
}

function grantOf(block: Attributes, lists: Lists): AccessGrantControls {
  const strength = lists.id(block, "authentication_strength_policy_id", "grant_controls");
  return {
    operator: knownValue(block.text("operator")) === "AND" ? "AND" : "OR",
    builtInControls: texts(block, "built_in_controls"),
    customAuthenticationFactors: texts(block, "custom_authentication_factors"),
    termsOfUse: texts(block, "terms_of_use"),
    // The provider writes an empty text for none.
    ...(strength ? { authenticationStrength: { id: strength } } : {}),
  };
}

function sessionOf(block: Attributes): AccessSessionControls | undefined {
  const value = knownValue(block.number("sign_in_frequency"));
  const everyTime = knownValue(block.text("sign_in_frequency_interval")) === "everyTime";
  const type = knownValue(block.text("sign_in_frequency_authentication_type"));
  const [mode, cloud] = [
    knownValue(block.text("persistent_browser_mode")),
    knownValue(block.text("cloud_app_security_policy")),
  ];
  const both = type !== "secondaryAuthentication";
  return {
    ...(everyTime || value
      ? {
          signInFrequency: {
            authenticationType: both ? "primaryAndSecondaryAuthentication" : "secondaryAuthentication",
            ...(everyTime
              ? { frequencyInterval: "everyTime" as const }
              : {
                  value: value ?? 0,
                  type: knownValue(block.text("sign_in_frequency_period")) === "hours" ? "hours" : "days",
                }),
          },
        }
      : {}),
    ...(mode ? { persistentBrowser: { mode } } : {}),
    ...(cloud ? { cloudAppSecurity: { cloudAppSecurityType: cloud } } : {}),
    ...(knownValue(block.flag("application_enforced_restrictions_enabled")) === true
      ? { applicationEnforcedRestrictions: { isEnabled: true } }
      : {}),
    ...(knownValue(block.flag("disable_resilience_defaults")) === true
      ? { disableResilienceDefaults: true }
      : {}),
  };
}

const NONE = { kind: "none" } as const;

function texts(block: Attributes | undefined, key: string): readonly string[] {
  return (block?.texts(key) ?? []).flatMap((one) => (one.kind === "known" ? [one.value] : []));
}
