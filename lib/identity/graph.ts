import { applicationId } from "./applications";
import type { PlannedPolicy } from "./identity-plan";
import type { Locations, Policy, Principals, Session, SignInFrequency } from "./policy";
import { isSameGroup } from "./principals";
import { ROLES } from "./roles";
import { STRENGTHS } from "./strengths";

/** How names become ids. Roles, strengths and applications have the same ids in every tenant and need none. */
export interface PolicyIds {
  /** Object id of a user by user principal name. */
  user(upn: string): string;
  /** Object id of a group by display name. */
  group(name: string): string;
  /** Id of a named location by its key. */
  location(key: string): string;
}

/** The body of `POST /identity/conditionalAccess/policies`, as far as this project declares it. */
export interface GraphPolicy {
  readonly displayName: string;
  readonly state: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  readonly conditions: GraphConditions;
  readonly grantControls?: GraphGrantControls;
  readonly sessionControls?: GraphSessionControls;
}

/** When the policy applies (https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset). */
export interface GraphConditions {
  readonly clientAppTypes: readonly string[];
  readonly applications: {
    readonly includeApplications?: readonly string[];
    readonly excludeApplications?: readonly string[];
    readonly includeUserActions?: readonly string[];
  };
  readonly users: GraphUsers;
  readonly locations?: {
    readonly includeLocations: readonly string[];
    readonly excludeLocations?: readonly string[];
  };
  readonly platforms?: {
    readonly includePlatforms: readonly string[];
    readonly excludePlatforms?: readonly string[];
  };
  readonly devices?: {
    readonly deviceFilter: { readonly mode: "include" | "exclude"; readonly rule: string };
  };
  readonly signInRiskLevels?: readonly string[];
  readonly userRiskLevels?: readonly string[];
  /** On the wire the methods are one text, joined with commas. */
  readonly authenticationFlows?: { readonly transferMethods: readonly string[] };
}

/**
 * Whom the policy includes and excludes, by object id
 * (https://learn.microsoft.com/graph/api/resources/conditionalaccessusers).
 */
export interface GraphUsers {
  readonly includeUsers?: readonly string[];
  readonly includeGroups?: readonly string[];
  readonly includeRoles?: readonly string[];
  readonly includeGuestsOrExternalUsers?: GraphGuests;
  readonly excludeUsers?: readonly string[];
  /** Never empty: the break-glass group is first. */
  readonly excludeGroups: readonly string[];
  readonly excludeRoles?: readonly string[];
  readonly excludeGuestsOrExternalUsers?: GraphGuests;
}

/** Guests of some kinds, of every external tenant. On the wire the kinds are one text, joined with commas. */
export interface GraphGuests {
  readonly guestOrExternalUserTypes: readonly string[];
}

/** What a sign-in must show (https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols). */
export interface GraphGrantControls {
  readonly operator: "AND" | "OR";
  readonly builtInControls?: readonly string[];
  readonly authenticationStrength?: { readonly id: string };
}

/** Bounds on the session (https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrols). */
export interface GraphSessionControls {
  readonly signInFrequency?: GraphSignInFrequency;
  readonly persistentBrowser?: { readonly isEnabled: true; readonly mode: "always" | "never" };
  readonly applicationEnforcedRestrictions?: { readonly isEnabled: true };
  readonly disableResilienceDefaults?: true;
}

/** When people sign in again (https://learn.microsoft.com/graph/api/resources/signinfrequencysessioncontrol). */
export type GraphSignInFrequency = {
  readonly isEnabled: true;
  readonly authenticationType: "primaryAndSecondaryAuthentication";
} & (
  | { readonly frequencyInterval: "everyTime" }
  | { readonly frequencyInterval: "timeBased"; readonly value: number; readonly type: "hours" | "days" }
);

/**
 * The policy as Graph takes it: the one translation of the model's words, which constructs and tests share.
 * Lists have one order whatever the order of the options, since Terraform compares them in order.
 */
export function graphPolicy({ policy, state, breakGlass }: PlannedPolicy, ids: PolicyIds): GraphPolicy {
  const grant = grantControls(policy);
  return {
    displayName: policy.displayName,
    state: STATES[state],
    conditions: conditions(policy, breakGlass, ids),
    ...(grant ? { grantControls: grant } : {}),
    ...(policy.session ? { sessionControls: sessionControls(policy.session) } : {}),
  };
}

/** What Graph calls each state. */
export const STATES = {
  on: "enabled",
  off: "disabled",
  "report-only": "enabledForReportingButNotEnforced",
} as const;

const USER_ACTION_URNS = {
  registerSecurityInfo: "urn:user:registersecurityinfo",
  registerDevice: "urn:user:registerdevice",
} as const;

function conditions(policy: Policy, breakGlass: string, ids: PolicyIds): GraphConditions {
  const { platforms, deviceFilter } = policy;
  const locations = graphLocations(policy, ids);
  return {
    clientAppTypes: policy.clients ? sorted(policy.clients) : ["all"],
    applications: applications(policy),
    users: users(policy, breakGlass, ids),
    ...(locations ? { locations } : {}),
    ...(platforms
      ? {
          platforms: {
            includePlatforms: platforms.include === "all" ? ["all"] : sorted(platforms.include),
            ...list("excludePlatforms", platforms.exclude && sorted(platforms.exclude)),
          },
        }
      : {}),
    ...(deviceFilter ? { devices: { deviceFilter } } : {}),
    ...list("signInRiskLevels", policy.signInRisk && sorted(policy.signInRisk)),
    ...list("userRiskLevels", policy.userRisk && sorted(policy.userRisk)),
    ...(policy.authenticationFlows
      ? { authenticationFlows: { transferMethods: sorted(policy.authenticationFlows) } }
      : {}),
  };
}

function applications(policy: Policy): GraphConditions["applications"] {
  if (policy.userAction) return { includeUserActions: [USER_ACTION_URNS[policy.userAction]] };
  const id = (name: string) => applicationId(name) ?? name;
  const { applications: included, excludeApplications } = policy;
  return {
    includeApplications: included === "all" ? ["All"] : sorted(included.map(id)),
    ...list("excludeApplications", excludeApplications && sorted(excludeApplications.map(id))),
  };
}

function users({ include, exclude }: Policy, breakGlass: string, ids: PolicyIds): GraphUsers {
  const included = include === "all" ? undefined : principals(include, ids);
  const excluded = exclude && principals({ ...exclude, groups: [] }, ids);
  const otherGroups = sorted(exclude?.groups ?? []).filter((group) => !isSameGroup(group, breakGlass));
  return {
    ...list("includeUsers", included ? included.users : ["All"]),
    ...list("includeGroups", included?.groups),
    ...list("includeRoles", included?.roles),
    ...(included?.guests ? { includeGuestsOrExternalUsers: included.guests } : {}),
    ...list("excludeUsers", excluded?.users),
    excludeGroups: [breakGlass, ...otherGroups].map((group) => ids.group(group)),
    ...list("excludeRoles", excluded?.roles),
    ...(excluded?.guests ? { excludeGuestsOrExternalUsers: excluded.guests } : {}),
  };
}

/** The words for people that Graph keeps among the user ids come first. */
function principals({ users: upns = [], groups = [], roles = [], guests }: Principals, ids: PolicyIds) {
  return {
    users: [
      ...(guests === true ? ["GuestsOrExternalUsers"] : []),
      ...sorted(upns).map((upn) => ids.user(upn)),
    ],
    groups: sorted(groups).map((group) => ids.group(group)),
    roles: sorted(roles).map((role) => ROLES[role]),
    ...(Array.isArray(guests) ? { guests: { guestOrExternalUserTypes: sorted(guests) } } : {}),
  };
}

function graphLocations(
  { includeLocations, excludeLocations }: Policy,
  ids: PolicyIds,
): GraphConditions["locations"] {
  if (!includeLocations && !excludeLocations) return undefined;
  const translate = (locations: Locations) =>
    (locations === "all-trusted" ? [locations] : sorted(locations)).map((key) =>
      key === "all-trusted" ? "AllTrusted" : ids.location(key),
    );
  return {
    includeLocations: includeLocations ? translate(includeLocations) : ["All"],
    ...list("excludeLocations", excludeLocations && translate(excludeLocations)),
  };
}

function grantControls({ grant }: Policy): GraphGrantControls | undefined {
  if (!grant) return undefined;
  if (grant === "block") return { operator: "OR", builtInControls: ["block"] };
  return {
    operator: grant.operator === "and" ? "AND" : "OR",
    ...list("builtInControls", grant.controls && sorted(grant.controls)),
    ...(grant.strength ? { authenticationStrength: { id: STRENGTHS[grant.strength] } } : {}),
  };
}

function sessionControls(session: Session): GraphSessionControls {
  const { signInFrequency, persistentBrowser } = session;
  return {
    ...(signInFrequency ? { signInFrequency: frequency(signInFrequency) } : {}),
    ...(persistentBrowser
      ? { persistentBrowser: { isEnabled: true, mode: persistentBrowser } as const }
      : {}),
    ...(session.applicationEnforcedRestrictions
      ? { applicationEnforcedRestrictions: { isEnabled: true } as const }
      : {}),
    ...(session.disableResilienceDefaults ? { disableResilienceDefaults: true as const } : {}),
  };
}

function frequency(frequency: SignInFrequency): GraphSignInFrequency {
  const always = { isEnabled: true, authenticationType: "primaryAndSecondaryAuthentication" } as const;
  if (frequency === "everyTime") return { ...always, frequencyInterval: "everyTime" };
  return frequency.hours === undefined
    ? { ...always, frequencyInterval: "timeBased", value: frequency.days, type: "days" }
    : { ...always, frequencyInterval: "timeBased", value: frequency.hours, type: "hours" };
}

/** A key with its list, or nothing: Graph and azuread take an absent list, not an empty one. */
function list<K extends string>(
  key: K,
  values: readonly string[] | undefined,
): { readonly [P in K]?: readonly string[] } {
  if (!values || values.length === 0) return {};
  const entry: { [P in K]?: readonly string[] } = {};
  entry[key] = values;
  return entry;
}

function sorted<T extends string>(values: readonly T[]): T[] {
  return [...values].sort();
}
