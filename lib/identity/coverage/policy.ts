/**
 * A Conditional Access policy as Graph v1.0 tells it: every property that decides whom a policy binds, when, and to
 * what. What this project declares (`GraphPolicy`) is one of these; policies that others wrote may hold more.
 * https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 */
export interface AccessPolicy {
  readonly displayName: string;
  readonly state: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  readonly conditions: AccessConditions;
  readonly grantControls?: AccessGrantControls;
  readonly sessionControls?: AccessSessionControls;
}

/** Conditions of different kinds must all hold; one that is absent always holds. */
export interface AccessConditions {
  readonly users?: AccessUsers;
  /** Binds workload identities instead of users. */
  readonly clientApplications?: AccessWorkloads;
  readonly applications?: AccessTargets;
  /** Absent, empty or `all`: every client. */
  readonly clientAppTypes?: readonly string[];
  readonly locations?: {
    readonly includeLocations?: readonly string[];
    readonly excludeLocations?: readonly string[];
  };
  readonly platforms?: {
    readonly includePlatforms?: readonly string[];
    readonly excludePlatforms?: readonly string[];
  };
  readonly devices?: { readonly deviceFilter?: AccessFilter };
  readonly signInRiskLevels?: readonly string[];
  readonly userRiskLevels?: readonly string[];
  readonly insiderRiskLevels?: readonly string[];
  readonly servicePrincipalRiskLevels?: readonly string[];
  readonly authenticationFlows?: { readonly transferMethods?: readonly string[] };
}

export interface AccessUsers {
  readonly includeUsers?: readonly string[];
  readonly includeGroups?: readonly string[];
  /** Ids of role templates. */
  readonly includeRoles?: readonly string[];
  readonly includeGuestsOrExternalUsers?: AccessGuests;
  readonly excludeUsers?: readonly string[];
  readonly excludeGroups?: readonly string[];
  readonly excludeRoles?: readonly string[];
  readonly excludeGuestsOrExternalUsers?: AccessGuests;
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessguestsorexternalusers */
export interface AccessGuests {
  readonly guestOrExternalUserTypes: readonly string[];
  /** Home tenants of the external ones. @default every tenant */
  readonly externalTenants?: {
    readonly membershipKind: "all" | "enumerated";
    readonly members?: readonly string[];
  };
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessclientapplications */
export interface AccessWorkloads {
  readonly includeServicePrincipals?: readonly string[];
  readonly excludeServicePrincipals?: readonly string[];
  readonly servicePrincipalFilter?: AccessFilter;
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessapplications */
export interface AccessTargets {
  readonly includeApplications?: readonly string[];
  readonly excludeApplications?: readonly string[];
  readonly includeUserActions?: readonly string[];
  readonly includeAuthenticationContextClassReferences?: readonly string[];
  readonly applicationFilter?: AccessFilter;
}

/** A rule over attributes that nobody here can evaluate: it stands for those that match it. */
export interface AccessFilter {
  readonly mode: "include" | "exclude";
  readonly rule: string;
}

/** Without any control it demands nothing. */
export interface AccessGrantControls {
  readonly operator?: "AND" | "OR";
  readonly builtInControls?: readonly string[];
  readonly customAuthenticationFactors?: readonly string[];
  readonly termsOfUse?: readonly string[];
  readonly authenticationStrength?: { readonly id: string };
}

/** A control whose `isEnabled` is false is none. */
export interface AccessSessionControls {
  readonly signInFrequency?: AccessSignInFrequency;
  readonly persistentBrowser?: { readonly isEnabled?: boolean; readonly mode: string };
  readonly applicationEnforcedRestrictions?: { readonly isEnabled?: boolean };
  readonly cloudAppSecurity?: { readonly isEnabled?: boolean; readonly cloudAppSecurityType: string };
  readonly secureSignInSession?: { readonly isEnabled?: boolean };
  readonly disableResilienceDefaults?: boolean;
}

export interface AccessSignInFrequency {
  readonly isEnabled?: boolean;
  /** @default "timeBased" */
  readonly frequencyInterval?: "timeBased" | "everyTime";
  readonly value?: number;
  readonly type?: "hours" | "days";
  /** @default "primaryAndSecondaryAuthentication" */
  readonly authenticationType?: "primaryAndSecondaryAuthentication" | "secondaryAuthentication";
}
