import { graphPolicy } from "../../../lib/identity/graph";
import type { Policy } from "../../../lib/identity/policy";

const ids = {
  user: (upn: string) => `user ${upn}`,
  group: (name: string) => `group ${name}`,
  location: (key: string) => `location ${key}`,
  strength: (key: string) => `strength ${key}`,
};

function body(policy: Policy) {
  return graphPolicy({ key: "p", state: "on", breakGlass: "sg-break-glass", policy }, ids);
}

const base = { displayName: "Test", applications: "all" } as const;

it("puts every condition into Graph's words, names into ids", () => {
  expect(
    body({
      ...base,
      include: {
        users: ["kim@contoso.com", "alex@contoso.com"],
        groups: ["sg-pilot"],
        roles: ["Global Reader"],
        guests: ["serviceProvider", "internalGuest"],
      },
      exclude: { users: ["pat@contoso.com"], groups: ["sg-b", "SG-Break-Glass", "sg-a"], guests: true },
      applications: ["Office365", "Windows Azure Service Management API"],
      excludeApplications: ["Microsoft Rights Management Services"],
      clients: ["mobileAppsAndDesktopClients", "browser"],
      includeLocations: ["branch"],
      excludeLocations: "all-trusted",
      platforms: { include: "all", exclude: ["macOS", "iOS"] },
      signInRisk: ["medium", "high"],
      userRisk: ["high"],
      authenticationFlows: ["deviceCodeFlow"],
      deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" },
      grant: { operator: "and", controls: ["compliantDevice"], strength: "passwordless" },
      session: {
        signInFrequency: { days: 7 },
        persistentBrowser: "never",
        applicationEnforcedRestrictions: true,
        disableResilienceDefaults: true,
      },
    }),
  ).toEqual({
    displayName: "Test",
    state: "enabled",
    conditions: {
      clientAppTypes: ["browser", "mobileAppsAndDesktopClients"],
      applications: {
        includeApplications: ["797f4846-ba00-4fd7-ba43-dac1f8f63013", "Office365"],
        excludeApplications: ["00000012-0000-0000-c000-000000000000"],
      },
      users: {
        includeUsers: ["user alex@contoso.com", "user kim@contoso.com"],
        includeGroups: ["group sg-pilot"],
        includeRoles: ["f2ef992c-3afb-46b9-b7cf-a126ee74c451"],
        includeGuestsOrExternalUsers: { guestOrExternalUserTypes: ["internalGuest", "serviceProvider"] },
        excludeUsers: ["GuestsOrExternalUsers", "user pat@contoso.com"],
        excludeGroups: ["group sg-break-glass", "group sg-a", "group sg-b"],
      },
      locations: { includeLocations: ["location branch"], excludeLocations: ["AllTrusted"] },
      platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS", "macOS"] },
      devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
      signInRiskLevels: ["high", "medium"],
      userRiskLevels: ["high"],
      authenticationFlows: { transferMethods: ["deviceCodeFlow"] },
    },
    grantControls: {
      operator: "AND",
      builtInControls: ["compliantDevice"],
      authenticationStrength: { id: "00000000-0000-0000-0000-000000000003" },
    },
    sessionControls: {
      signInFrequency: {
        isEnabled: true,
        authenticationType: "primaryAndSecondaryAuthentication",
        frequencyInterval: "timeBased",
        value: 7,
        type: "days",
      },
      persistentBrowser: { isEnabled: true, mode: "never" },
      applicationEnforcedRestrictions: { isEnabled: true },
      disableResilienceDefaults: true,
    },
  });
});

it("says nothing of what the policy leaves open", () => {
  expect(body({ ...base, include: "all", session: { signInFrequency: "everyTime" } })).toEqual({
    displayName: "Test",
    state: "enabled",
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"] },
      users: { includeUsers: ["All"], excludeGroups: ["group sg-break-glass"] },
    },
    sessionControls: {
      signInFrequency: {
        isEnabled: true,
        authenticationType: "primaryAndSecondaryAuthentication",
        frequencyInterval: "everyTime",
      },
    },
  });
});

it("counts locations from everywhere when only exclusions are named", () => {
  expect(
    body({ ...base, include: "all", excludeLocations: ["branch", "all-trusted"], grant: "block" }).conditions
      .locations,
  ).toEqual({ includeLocations: ["All"], excludeLocations: ["AllTrusted", "location branch"] });
});
