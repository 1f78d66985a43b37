import { readAccessPolicy } from "../../../lib/tenant-reading/access-policy";
import { readNamedLocation, readStrength } from "../../../lib/tenant-reading/directory";

/** With everything that Graph documents, as it is when nobody set it. */
const EMPTY = {
  id: "p",
  displayName: "Policy",
  state: "enabled",
  createdDateTime: "2026-01-01T00:00:00Z",
  templateId: null,
  conditions: {
    clientAppTypes: ["all"],
    userRiskLevels: [],
    signInRiskLevels: [],
    servicePrincipalRiskLevels: [],
    insiderRiskLevels: null,
    platforms: null,
    locations: null,
    devices: null,
    clientApplications: null,
    authenticationFlows: null,
    applications: {
      includeApplications: ["All"],
      excludeApplications: [],
      includeUserActions: [],
      includeAuthenticationContextClassReferences: [],
      applicationFilter: null,
    },
    users: {
      includeUsers: ["All"],
      excludeUsers: [],
      includeGroups: [],
      excludeGroups: [],
      includeRoles: [],
      excludeRoles: [],
      includeGuestsOrExternalUsers: null,
      excludeGuestsOrExternalUsers: null,
    },
  },
  grantControls: {
    operator: "OR",
    builtInControls: ["mfa"],
    customAuthenticationFactors: [],
    termsOfUse: [],
    authenticationStrength: null,
    "authenticationStrength@odata.context": "https://graph.microsoft.com/…",
  },
  sessionControls: null,
};

test("what nobody set is absent", () => {
  expect(readAccessPolicy(EMPTY)).toEqual({
    id: "p",
    policy: {
      displayName: "Policy",
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["All"] },
        users: { includeUsers: ["All"] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    },
    unread: {},
  });
});

test("everything that a policy can say is read", () => {
  const guests = {
    "@odata.type": "#microsoft.graph.conditionalAccessGuestsOrExternalUsers",
    guestOrExternalUserTypes: "b2bCollaborationGuest,serviceProvider",
    externalTenants: {
      "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
      membershipKind: "enumerated",
      members: ["t"],
    },
  };
  const read = readAccessPolicy({
    ...EMPTY,
    conditions: {
      ...EMPTY.conditions,
      insiderRiskLevels: "moderate,elevated",
      platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] },
      locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
      devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
      authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" },
      clientApplications: {
        includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
        excludeServicePrincipals: [],
        servicePrincipalFilter: { mode: "include", rule: "x" },
      },
      users: {
        ...EMPTY.conditions.users,
        excludeGuestsOrExternalUsers: guests,
        includeGuestsOrExternalUsers: guests,
      },
      applications: { ...EMPTY.conditions.applications, applicationFilter: { mode: "include", rule: "y" } },
    },
    grantControls: { operator: "AND", authenticationStrength: { id: "s", allowedCombinations: ["fido2"] } },
    sessionControls: {
      disableResilienceDefaults: true,
      applicationEnforcedRestrictions: { isEnabled: true },
      cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: "monitorOnly" },
      persistentBrowser: { isEnabled: true, mode: "never" },
      secureSignInSession: { isEnabled: true },
      signInFrequency: {
        isEnabled: true,
        value: 4,
        type: "hours",
        frequencyInterval: "timeBased",
        authenticationType: "primaryAndSecondaryAuthentication",
      },
    },
  });
  const external = {
    guestOrExternalUserTypes: ["b2bCollaborationGuest", "serviceProvider"],
    externalTenants: { membershipKind: "enumerated", members: ["t"] },
  };
  expect(read?.unread).toEqual({});
  expect(read?.policy.conditions).toMatchObject({
    insiderRiskLevels: ["moderate", "elevated"],
    platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] },
    devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
    authenticationFlows: { transferMethods: ["deviceCodeFlow", "authenticationTransfer"] },
    clientApplications: {
      includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
      servicePrincipalFilter: { mode: "include", rule: "x" },
    },
    users: { includeGuestsOrExternalUsers: external, excludeGuestsOrExternalUsers: external },
    applications: { applicationFilter: { mode: "include", rule: "y" } },
  });
  expect(read?.policy.grantControls).toEqual({ operator: "AND", authenticationStrength: { id: "s" } });
  expect(read?.policy.sessionControls).toEqual({
    disableResilienceDefaults: true,
    applicationEnforcedRestrictions: { isEnabled: true },
    cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: "monitorOnly" },
    persistentBrowser: { isEnabled: true, mode: "never" },
    secureSignInSession: { isEnabled: true },
    signInFrequency: {
      isEnabled: true,
      value: 4,
      type: "hours",
      frequencyInterval: "timeBased",
      authenticationType: "primaryAndSecondaryAuthentication",
    },
  });
});

test("what nobody here knows, and what is of another type, is told and passes for nothing", () => {
  const read = readAccessPolicy({
    ...EMPTY,
    state: "enabledForSome",
    conditions: {
      ...EMPTY.conditions,
      agentIdRiskLevels: "high",
      users: { ...EMPTY.conditions.users, includeUsers: "All" },
      applications: { includeApplications: ["All"], networkAccess: { on: true }, globalSecureAccess: null },
      times: { all: false, list: [] },
    },
    __proto__: 1,
    partialEnablementStrategy: "x",
  });
  expect(read?.policy.state).toBe("enabled");
  expect(read?.policy.conditions.users).toEqual({});
  expect(read?.unread).toEqual({
    state: '"enabledForSome"',
    "conditions.agentIdRiskLevels": '"high"',
    "conditions.users.includeUsers": '"All"',
    "conditions.applications.networkAccess": '{"on":true}',
    partialEnablementStrategy: '"x"',
  });
  expect(readAccessPolicy({ id: "p" })?.unread).toEqual({ conditions: "null", state: "null" });
  expect(readAccessPolicy({ displayName: "x" })).toBeUndefined();
});

test("locations and strengths, with what is not known of them", () => {
  const ip = {
    id: "l",
    displayName: "HQ",
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    isTrusted: true,
  };
  expect(readNamedLocation({ ...ip, ipRanges: [{ cidrAddress: "203.0.113.0/24" }, {}] })).toEqual({
    id: "l",
    name: "HQ",
    kind: "ip",
    ranges: ["203.0.113.0/24"],
    trusted: true,
    unread: { ipRanges: '[{"cidrAddress":"203.0.113.0/24"},{}]' },
  });
  expect(
    readNamedLocation({
      id: "c",
      "@odata.type": "#microsoft.graph.countryNamedLocation",
      countriesAndRegions: ["NL"],
      countryLookupMethod: "authenticatorAppGps",
      includeUnknownCountriesAndRegions: true,
      somethingNew: 1,
    }),
  ).toEqual({
    id: "c",
    name: "c",
    kind: "countries",
    countries: ["NL"],
    unknownCountries: true,
    lookup: "authenticatorAppGps",
    unread: { somethingNew: "1" },
  });
  expect(readNamedLocation({ "@odata.type": "#microsoft.graph.ipNamedLocation" })).toBeUndefined();
  expect(
    readStrength({
      id: "s",
      displayName: "Keys",
      allowedCombinations: ["fido2"],
      combinationConfigurations: [{ id: 1 }],
    }),
  ).toEqual({
    id: "s",
    name: "Keys",
    allowedCombinations: ["fido2"],
    unread: { combinationConfigurations: '[{"id":1}]' },
  });
  expect(readStrength({ id: "s" })).toBeUndefined();
});
