import type { Json } from "../../../../../sandbox/http/answer";
import { type GraphClient, graphClient, microsoft } from "../../tenants";

/*
 * What terraform-provider-azuread 3.7.0 makes of each of its blocks (internal/services/conditionalaccess in its
 * source), and what it has to read afterwards so that the next plan is empty.
 */

const POLICIES = "/v1.0/identity/conditionalAccess/policies";
const LOCATIONS = "/v1.0/identity/conditionalAccess/namedLocations";

const USERS = {
  includeUsers: ["All"],
  excludeUsers: [],
  includeGroups: [],
  excludeGroups: [],
  includeRoles: [],
  excludeRoles: [],
  includeGuestsOrExternalUsers: null,
  excludeGuestsOrExternalUsers: null,
};
const CONDITIONS = {
  applications: { includeApplications: ["All"], excludeApplications: [], includeUserActions: [] },
  authenticationFlows: null,
  clientAppTypes: ["all"],
  devices: null,
  locations: null,
  platforms: null,
  servicePrincipalRiskLevels: [],
  signInRiskLevels: [],
  userRiskLevels: [],
  users: USERS,
};
const MFA = { builtInControls: ["mfa"], customAuthenticationFactors: [], operator: "OR", termsOfUse: [] };
const BLOCK = { ...MFA, builtInControls: ["block"] };
const NO_EFFECT = { applicationEnforcedRestrictions: { isEnabled: false }, disableResilienceDefaults: false };
const FREQUENCY = {
  authenticationType: "primaryAndSecondaryAuthentication",
  frequencyInterval: "timeBased",
  isEnabled: true,
  type: "hours",
  value: 10,
};

const TYPE = { "@odata.type": "#microsoft.graph.conditionalAccessPolicy" };
const POLICY = {
  displayName: "require-mfa",
  state: "enabledForReportingButNotEnforced",
  conditions: CONDITIONS,
  grantControls: MFA,
  sessionControls: null,
};

let graph: GraphClient;

beforeEach(async () => {
  graph = await graphClient(microsoft());
});

async function created(body: Json) {
  const made = await graph("POST", POLICIES, { ...TYPE, ...POLICY, ...body });
  expect(made).toMatchObject({ status: 201, body: { id: expect.any(String) } });
  return `${POLICIES}/${made.body.id}`;
}

const conditions = (more: Json) => ({ conditions: { ...CONDITIONS, ...more } });
const guests = (who: Json) =>
  conditions({ users: { ...USERS, includeUsers: [], includeGuestsOrExternalUsers: who } });

const SENT: readonly (readonly [block: string, sent: Json])[] = [
  ["locations", conditions({ locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } })],
  ["platforms", conditions({ platforms: { includePlatforms: ["android", "iOS"], excludePlatforms: [] } })],
  [
    "a device filter",
    conditions({ devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } } }),
  ],
  [
    "client_applications",
    {
      ...conditions({
        clientApplications: {
          includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
          excludeServicePrincipals: [],
        },
        servicePrincipalRiskLevels: ["high"],
        users: { ...USERS, includeUsers: ["None"] },
      }),
      grantControls: BLOCK,
    },
  ],
  ["insider_risk_levels", conditions({ insiderRiskLevels: "elevated" })],
  [
    "a user action",
    conditions({
      applications: {
        includeApplications: [],
        excludeApplications: [],
        includeUserActions: ["urn:user:registersecurityinfo"],
      },
    }),
  ],
  ["risk levels", conditions({ signInRiskLevels: ["medium", "high"], userRiskLevels: ["high"] })],
  [
    "a strength, with no built-in controls",
    {
      grantControls: {
        ...MFA,
        builtInControls: [],
        authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" },
      },
    },
  ],
  ["terms of use", { grantControls: { ...MFA, termsOfUse: ["ce580154-086a-40fd-91df-8a60abac81a0"] } }],
  [
    "cloud_app_security_policy",
    {
      sessionControls: {
        ...NO_EFFECT,
        cloudAppSecurity: { cloudAppSecurityType: "monitorOnly", isEnabled: true },
      },
    },
  ],
  [
    "persistent_browser_mode and a frequency",
    {
      sessionControls: {
        ...NO_EFFECT,
        persistentBrowser: { isEnabled: true, mode: "never" },
        signInFrequency: FREQUENCY,
      },
    },
  ],
  [
    "a sign-in each time, where nothing else is sent",
    {
      sessionControls: {
        signInFrequency: {
          authenticationType: "primaryAndSecondaryAuthentication",
          frequencyInterval: "everyTime",
          isEnabled: true,
        },
      },
    },
  ],
  [
    "the second factor alone each time",
    { sessionControls: { ...NO_EFFECT, signInFrequency: { authenticationType: "secondaryAuthentication" } } },
  ],
  ["disable_resilience_defaults", { sessionControls: { ...NO_EFFECT, disableResilienceDefaults: true } }],
  [
    "guests of named tenants",
    guests({
      guestOrExternalUserTypes: "b2bCollaborationGuest,serviceProvider",
      externalTenants: {
        "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
        membershipKind: "enumerated",
        members: ["33333333-3333-4333-8333-333333333333"],
      },
    }),
  ],
];

test.each(SENT)("a policy with %s is read as it was sent", async (_, sent) => {
  const path = await created(sent);
  expect((await graph("GET", path)).body).toMatchObject({ ...POLICY, ...sent });
});

test("which tenants guests are of comes back with its type, also where none was sent", async () => {
  const path = await created(
    guests({ guestOrExternalUserTypes: "internalGuest", externalTenants: { membershipKind: "all" } }),
  );
  const externalTenants = {
    "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants",
    membershipKind: "all",
  };
  expect((await graph("GET", path)).body).toMatchObject({
    conditions: { users: { includeGuestsOrExternalUsers: { externalTenants } } },
  });
});

test("a block is taken away by the null that an update sends for it", async () => {
  const path = await created({
    ...conditions({
      devices: { deviceFilter: { mode: "include", rule: 'device.trustType -eq "AzureAD"' } },
      locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
      platforms: { includePlatforms: ["all"], excludePlatforms: ["linux"] },
    }),
    sessionControls: { ...NO_EFFECT, signInFrequency: FREQUENCY },
  });
  expect((await graph("PATCH", path, { ...TYPE, ...POLICY, displayName: "require-mfa-2" })).status).toBe(204);
  expect((await graph("GET", path)).body).toMatchObject({
    displayName: "require-mfa-2",
    conditions: { devices: null, locations: null, platforms: null },
    sessionControls: null,
  });
});

test("null says nothing, whatever it stands at; a value that is not in the schema is refused", async () => {
  await created(conditions({ agentIdRiskLevels: null, notYetKnown: null, times: null }));
  expect((await graph("POST", POLICIES, { ...POLICY, ...conditions({ notYetKnown: ["x"] }) })).status).toBe(
    400,
  );
});

test("an IPv6 range may be sent as an IPv4 one, as the provider does, and is read as what it is", async () => {
  const range = (cidrAddress: string) => ({ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress });
  const ipRanges = [range("2001:db8::/32"), range("198.51.100.0/24")];
  const location = {
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    displayName: "office",
    isTrusted: true,
  };
  const made = await graph("POST", LOCATIONS, { ...location, ipRanges });
  const path = `${LOCATIONS}/${made.body.id}`;
  const read = [
    { ...range("2001:db8::/32"), "@odata.type": "#microsoft.graph.iPv6CidrRange" },
    range("198.51.100.0/24"),
  ];
  expect((await graph("GET", path)).body).toMatchObject({ ...location, ipRanges: read });
  // Before it deletes a location, the provider marks it as not trusted, with all the ranges again.
  expect(
    (await graph("PATCH", path, { "@odata.type": location["@odata.type"], ipRanges, isTrusted: false }))
      .status,
  ).toBe(204);
  expect((await graph("GET", path)).body).toMatchObject({ isTrusted: false, ipRanges: read });
  expect((await graph("DELETE", path)).status).toBe(204);
  expect((await graph("GET", path)).status).toBe(404);
});

test("an IPv4 range of 33 bits, and an IPv6 one of 129, are none", async () => {
  for (const cidrAddress of ["203.0.113.0/33", "2001:db8::/129", "contoso.com/24"]) {
    const ipRanges = [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress }];
    const body = { "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "office", ipRanges };
    expect((await graph("POST", LOCATIONS, body)).status).toBe(400);
  }
});
