import { applicationId } from "./applications";
import type { PlannedPolicy } from "./identity-plan";
import type { Grant, GuestType, LOCATION_WORDS, Locations, Policy, Principals, Session } from "./policy";
import { isSameGroup } from "./principals";
import { ROLES } from "./roles";
import { isBuiltIn, STRENGTHS } from "./strengths";

/** How names become ids. Roles, built-in strengths and applications have the same ids in every tenant and need none. */
export interface PolicyIds {
  /** Object id of a user by user principal name. */
  user(upn: string): string;
  /** Object id of a group by display name. */
  group(name: string): string;
  /** Id of a named location by its key. */
  location(key: string): string;
  /** Id of one of the tenant's own authentication strengths by its key, or a path that ends with it. */
  strength(key: string): string;
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
  /** Workload identities, by object id. */
  readonly clientApplications?: {
    readonly includeServicePrincipals?: readonly string[];
    readonly excludeServicePrincipals?: readonly string[];
    readonly servicePrincipalFilter?: { readonly mode: "include" | "exclude"; readonly rule: string };
  };
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
  readonly servicePrincipalRiskLevels?: readonly string[];
  /** On the wire one text, joined with commas. */
  readonly insiderRiskLevels?: readonly string[];
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
  /** The break-glass group is first; absent only for a policy that reaches no user. */
  readonly excludeGroups?: readonly string[];
  readonly excludeRoles?: readonly string[];
  readonly excludeGuestsOrExternalUsers?: GraphGuests;
}

/** Guests of some kinds. On the wire the kinds are one text, joined with commas. */
export interface GraphGuests {
  readonly guestOrExternalUserTypes: readonly string[];
  /** Home tenants of the external ones. @default every tenant */
  readonly externalTenants?: { readonly membershipKind: "enumerated"; readonly members: readonly string[] };
}

/** What a sign-in must show (https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols). */
export interface GraphGrantControls {
  readonly operator: "AND" | "OR";
  readonly builtInControls?: readonly string[];
  readonly customAuthenticationFactors?: readonly string[];
  readonly termsOfUse?: readonly string[];
  readonly authenticationStrength?: { readonly id: string };
}

/** Bounds on the session (https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrols). */
export interface GraphSessionControls {
  readonly signInFrequency?: GraphSignInFrequency;
  readonly cloudAppSecurity?: { readonly isEnabled: true; readonly cloudAppSecurityType: string };
  readonly persistentBrowser?: { readonly isEnabled: true; readonly mode: "always" | "never" };
  readonly applicationEnforcedRestrictions?: { readonly isEnabled: true };
  readonly disableResilienceDefaults?: true;
}

/** When people sign in again (https://learn.microsoft.com/graph/api/resources/signinfrequencysessioncontrol). */
export type GraphSignInFrequency = {
  readonly isEnabled: true;
  readonly authenticationType: "primaryAndSecondaryAuthentication" | "secondaryAuthentication";
} & (
  | { readonly frequencyInterval: "everyTime" }
  | { readonly frequencyInterval: "timeBased"; readonly value: number; readonly type: "hours" | "days" }
);

/**
 * The policy as Graph takes it: the one translation of the model's words, which constructs and tests share.
 * Lists have one order whatever the order of the options, since Terraform compares them in order.
 */
export function graphPolicy({ policy, state, breakGlass }: PlannedPolicy, ids: PolicyIds): GraphPolicy {
  const grant = grantControls(policy, ids);
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
  const { platforms, deviceFilter, workloads } = policy;
  const locations = graphLocations(policy, ids);
  return {
    clientAppTypes: policy.clients ? sorted(policy.clients) : ["all"],
    applications: applications(policy),
    users: workloads ? { includeUsers: ["None"] } : users(policy, breakGlass, ids),
    ...(workloads ? { clientApplications: clientApplications(workloads) } : {}),
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
    ...list("servicePrincipalRiskLevels", policy.workloadRisk && sorted(policy.workloadRisk)),
    ...list("insiderRiskLevels", policy.insiderRisk && [policy.insiderRisk]),
    ...(policy.authenticationFlows
      ? { authenticationFlows: { transferMethods: sorted(policy.authenticationFlows) } }
      : {}),
  };
}

function clientApplications({ include, exclude, filter }: NonNullable<Policy["workloads"]>) {
  return {
    ...list(
      "includeServicePrincipals",
      include === "all" ? ["ServicePrincipalsInMyTenant"] : include && sorted(include),
    ),
    ...list("excludeServicePrincipals", exclude && sorted(exclude)),
    ...(filter ? { servicePrincipalFilter: filter } : {}),
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
    ...(guests === undefined || guests === true ? {} : { guests: someGuests(guests) }),
  };
}

function someGuests(guests: Exclude<NonNullable<Principals["guests"]>, true>): GraphGuests {
  if (!("tenants" in guests)) return { guestOrExternalUserTypes: sorted<GuestType>(guests) };
  return {
    guestOrExternalUserTypes: sorted(guests.kinds),
    externalTenants: { membershipKind: "enumerated", members: sorted(guests.tenants) },
  };
}

const LOCATION_IDS = {
  "all-trusted": "AllTrusted",
  "mfa-trusted-ips": "00000000-0000-0000-0000-000000000000",
} as const satisfies Readonly<Record<(typeof LOCATION_WORDS)[number], string>>;

function isLocationWord(key: string): key is keyof typeof LOCATION_IDS {
  return Object.hasOwn(LOCATION_IDS, key);
}

function graphLocations(
  { includeLocations, excludeLocations }: Policy,
  ids: PolicyIds,
): GraphConditions["locations"] {
  if (!includeLocations && !excludeLocations) return undefined;
  const translate = (locations: Locations) =>
    (locations === "all-trusted" ? [locations] : sorted(locations)).map((key) =>
      isLocationWord(key) ? LOCATION_IDS[key] : ids.location(key),
    );
  return {
    includeLocations: includeLocations ? translate(includeLocations) : ["All"],
    ...list("excludeLocations", excludeLocations && translate(excludeLocations)),
  };
}

function grantControls({ grant }: Policy, ids: PolicyIds): GraphGrantControls | undefined {
  if (!grant) return undefined;
  if (grant === "block") return { operator: "OR", builtInControls: ["block"] };
  return {
    operator: grant.operator === "and" ? "AND" : "OR",
    ...list("builtInControls", grant.controls && sorted(grant.controls)),
    ...list("customAuthenticationFactors", grant.customFactors && sorted(grant.customFactors)),
    ...list("termsOfUse", grant.termsOfUse && sorted(grant.termsOfUse)),
    ...strength(grant, ids),
  };
}

function strength(
  { strength: name }: Grant,
  ids: PolicyIds,
): Pick<GraphGrantControls, "authenticationStrength"> {
  if (name === undefined) return {};
  return { authenticationStrength: { id: isBuiltIn(name) ? STRENGTHS[name] : ids.strength(name) } };
}

function sessionControls(session: Session): GraphSessionControls {
  const { signInFrequency, persistentBrowser, cloudAppSecurity } = session;
  return {
    ...(signInFrequency ? { signInFrequency: frequency(session, signInFrequency) } : {}),
    ...(cloudAppSecurity
      ? { cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: cloudAppSecurity } as const }
      : {}),
    ...(persistentBrowser
      ? { persistentBrowser: { isEnabled: true, mode: persistentBrowser } as const }
      : {}),
    ...(session.applicationEnforcedRestrictions
      ? { applicationEnforcedRestrictions: { isEnabled: true } as const }
      : {}),
    ...(session.disableResilienceDefaults ? { disableResilienceDefaults: true as const } : {}),
  };
}

function frequency(
  session: Session,
  frequency: NonNullable<Session["signInFrequency"]>,
): GraphSignInFrequency {
  const authenticationType = session.authenticationType ?? ("primaryAndSecondaryAuthentication" as const);
  const always = { isEnabled: true, authenticationType } as const;
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
