import * as v from "valibot";

/*
 * The conditionalAccessPolicy type, without OData's annotations. A property that it does not have is refused. What no
 * rule looks into may be anything. https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 */

const flag = v.nullish(v.boolean());
const texts = v.nullish(v.array(v.string()));
const one = (...words: string[]) => v.nullish(v.picklist(words));
const some = (...words: string[]) => v.nullish(v.array(v.picklist(words)));
const part = <T extends v.ObjectEntries>(entries: T) => v.nullish(v.strictObject(entries));
const anything = v.optional(v.unknown());
/** Words joined with commas, as OData writes flags. */
const flags = (...words: string[]) =>
  v.nullish(
    v.pipe(
      v.string(),
      v.check((text) => text.split(",").every((word) => words.includes(word.trim()))),
    ),
  );

const RISKS = ["low", "medium", "high", "hidden", "none"];
const PLATFORMS = ["android", "iOS", "windows", "windowsPhone", "macOS", "linux", "all"];

const guests = part({
  guestOrExternalUserTypes: flags(
    "none",
    "internalGuest",
    "b2bCollaborationGuest",
    "b2bCollaborationMember",
    "b2bDirectConnectUser",
    "otherExternalUser",
    "serviceProvider",
  ),
  externalTenants: anything,
});

const conditions = v.strictObject({
  clientAppTypes: some(
    "all",
    "browser",
    "mobileAppsAndDesktopClients",
    "exchangeActiveSync",
    "easSupported",
    "other",
  ),
  applications: part({
    includeApplications: texts,
    excludeApplications: texts,
    includeUserActions: some("urn:user:registersecurityinfo", "urn:user:registerdevice"),
    includeAuthenticationContextClassReferences: texts,
    applicationFilter: anything,
    networkAccess: anything,
    globalSecureAccess: anything,
  }),
  users: part({
    includeUsers: texts,
    excludeUsers: texts,
    includeGroups: texts,
    excludeGroups: texts,
    includeRoles: texts,
    excludeRoles: texts,
    includeGuestsOrExternalUsers: guests,
    excludeGuestsOrExternalUsers: guests,
  }),
  clientApplications: part({
    includeServicePrincipals: texts,
    excludeServicePrincipals: texts,
    servicePrincipalFilter: anything,
    includeAgentIdServicePrincipals: texts,
    excludeAgentIdServicePrincipals: texts,
    agentIdServicePrincipalFilter: anything,
  }),
  platforms: part({ includePlatforms: some(...PLATFORMS), excludePlatforms: some(...PLATFORMS) }),
  locations: part({ includeLocations: texts, excludeLocations: texts }),
  agentIdRiskLevels: anything,
  deviceStates: anything,
  times: anything,
  devices: part({
    includeDevices: texts,
    excludeDevices: texts,
    includeDeviceStates: texts,
    excludeDeviceStates: texts,
    deviceFilter: part({ mode: one("include", "exclude"), rule: v.string() }),
  }),
  signInRiskLevels: some(...RISKS),
  userRiskLevels: some(...RISKS),
  servicePrincipalRiskLevels: some(...RISKS),
  insiderRiskLevels: flags("minor", "moderate", "elevated"),
  authenticationFlows: part({ transferMethods: flags("none", "deviceCodeFlow", "authenticationTransfer") }),
});

const grantControls = part({
  operator: one("AND", "OR"),
  builtInControls: some(
    "block",
    "mfa",
    "compliantDevice",
    "domainJoinedDevice",
    "approvedApplication",
    "compliantApplication",
    "passwordChange",
    "riskRemediation",
  ),
  customAuthenticationFactors: texts,
  termsOfUse: texts,
  authenticationStrength: v.nullish(v.looseObject({ id: v.string() })),
});

const sessionControls = part({
  applicationEnforcedRestrictions: part({ isEnabled: flag }),
  cloudAppSecurity: part({
    isEnabled: flag,
    cloudAppSecurityType: one("mcasConfigured", "monitorOnly", "blockDownloads"),
  }),
  disableResilienceDefaults: flag,
  persistentBrowser: part({ isEnabled: flag, mode: one("always", "never") }),
  signInFrequency: part({
    isEnabled: flag,
    authenticationType: one("primaryAndSecondaryAuthentication", "secondaryAuthentication"),
    frequencyInterval: one("timeBased", "everyTime"),
    type: one("days", "hours"),
    value: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  continuousAccessEvaluation: anything,
  globalSecureAccessFilteringProfile: anything,
  secureSignInSession: anything,
});

export const POLICY_SCHEMA = v.strictObject({
  id: anything,
  templateId: anything,
  description: anything,
  createdDateTime: anything,
  modifiedDateTime: anything,
  deletedDateTime: anything,
  displayName: v.pipe(v.string(), v.nonEmpty(), v.maxLength(256)),
  state: v.picklist(["enabled", "disabled", "enabledForReportingButNotEnforced"]),
  conditions,
  grantControls,
  sessionControls,
});

export type PolicyBody = v.InferOutput<typeof POLICY_SCHEMA>;
