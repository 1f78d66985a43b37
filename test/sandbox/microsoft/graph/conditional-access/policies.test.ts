import { BASELINE_KEYS, BASELINE_POLICIES } from "../../../../../lib/identity/baselines";
import { type GraphPolicy, graphPolicy } from "../../../../../lib/identity/graph";
import { type GraphClient, graphClient, microsoft, refusal, values } from "../../tenants";

const PATH = "/v1.0/identity/conditionalAccess/policies";
const PHISHING_RESISTANT = "00000000-0000-0000-0000-000000000004";

let graph: GraphClient;
let breakGlass: string;

beforeEach(async () => {
  graph = await graphClient(microsoft());
  const [group] = values(await graph("GET", "/v1.0/groups?$filter=displayName eq 'grp-breakglass'"));
  breakGlass = String(group?.id);
});

/** Multifactor authentication for everybody but break-glass, as hashicorp/azuread writes it. */
function requireMfa() {
  return {
    "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
    displayName: "Require MFA",
    state: "enabledForReportingButNotEnforced",
    conditions: {
      applications: { excludeApplications: [], includeApplications: ["All"], includeUserActions: [] },
      authenticationFlows: null,
      clientAppTypes: ["all"],
      devices: null,
      locations: null,
      platforms: null,
      servicePrincipalRiskLevels: [],
      signInRiskLevels: [],
      userRiskLevels: [],
      users: {
        excludeGroups: [breakGlass],
        excludeGuestsOrExternalUsers: null,
        excludeRoles: [],
        excludeUsers: [],
        includeGroups: [],
        includeGuestsOrExternalUsers: null,
        includeRoles: [],
        includeUsers: ["All"],
      },
    },
    grantControls: {
      operator: "OR",
      builtInControls: ["mfa"],
      customAuthenticationFactors: [],
      termsOfUse: [],
    },
    sessionControls: null,
  };
}

type Body = ReturnType<typeof requireMfa>;

test("a policy is read as it was written, with what nobody set", async () => {
  const made = await graph("POST", PATH, requireMfa());
  expect(made.status).toBe(201);
  const { "@odata.type": _, ...written } = requireMfa();
  expect((await graph("GET", `${PATH}/${made.body.id}`)).body).toMatchObject({
    ...written,
    templateId: null,
    modifiedDateTime: null,
    conditions: { ...written.conditions, insiderRiskLevels: null, clientApplications: null },
    grantControls: { ...written.grantControls, authenticationStrength: null },
  });
});

test("a change leaves what it does not name; an empty list empties, null takes away", async () => {
  const { body } = await graph("POST", PATH, requireMfa());
  const path = `${PATH}/${body.id}`;
  const persistentBrowser = { isEnabled: true, mode: "never" };
  expect(await graph("PATCH", path, { state: "enabled", sessionControls: { persistentBrowser } })).toEqual({
    status: 204,
    body: {},
  });
  const changed = (await graph("GET", path)).body;
  expect(changed).toMatchObject({
    state: "enabled",
    sessionControls: { persistentBrowser, signInFrequency: null },
    grantControls: { builtInControls: ["mfa"] },
  });
  // As in Graph's documentation of the call.
  await graph("PATCH", path, { conditions: { signInRiskLevels: ["high", "medium", "low"] } });
  expect((await graph("GET", path)).body.conditions).toMatchObject({
    signInRiskLevels: ["high", "medium", "low"],
    users: { includeUsers: ["All"], excludeGroups: [breakGlass] },
  });
  await graph("PATCH", path, { conditions: { users: { excludeGroups: [] } } });
  expect((await graph("GET", path)).body.conditions).toMatchObject({
    users: { includeUsers: ["All"], excludeGroups: [] },
  });
  await graph("PATCH", path, { grantControls: null });
  expect((await graph("GET", path)).body).toMatchObject({
    grantControls: null,
    sessionControls: { persistentBrowser },
  });
  expect(refusal(await graph("PATCH", path, { sessionControls: null }))).toBe(
    "400 BadRequest: A policy must contain at least one grant or session control.",
  );
});

test("a strength takes the place of MFA, never stands beside it, and is shown in full", async () => {
  const { body } = await graph("POST", PATH, requireMfa());
  const path = `${PATH}/${body.id}`;
  const authenticationStrength = { id: PHISHING_RESISTANT };
  // MFA stays unless it is taken away.
  expect(refusal(await graph("PATCH", path, { grantControls: { authenticationStrength } }))).toBe(
    "400 BadRequest: 1108: Authentication strengths cannot be used alongside the MFA built-in control.",
  );
  const alone = { operator: "OR", builtInControls: [], authenticationStrength };
  expect((await graph("PATCH", path, { grantControls: alone })).status).toBe(204);
  expect((await graph("GET", path)).body.grantControls).toMatchObject({
    authenticationStrength: {
      id: PHISHING_RESISTANT,
      displayName: "Phishing-resistant MFA",
      policyType: "builtIn",
    },
  });
});

test("every policy of the baselines is taken", async () => {
  const location = String(
    (await graph("POST", "/v1.0/identity/conditionalAccess/namedLocations", OFFICE)).body.id,
  );
  const ids = { user: () => "All", group: () => breakGlass, location: () => location, strength: () => "" };
  for (const key of BASELINE_KEYS) {
    const { policy } = BASELINE_POLICIES[key];
    const body = graphPolicy({ key, state: "report-only", breakGlass: "grp-breakglass", policy }, ids);
    const got = await graph("POST", PATH, onTheWire(body));
    expect(`${key} ${got.status} ${JSON.stringify(got.body.error)}`).toBe(`${key} 201 undefined`);
  }
});

const OFFICE = {
  "@odata.type": "#microsoft.graph.ipNamedLocation",
  displayName: "Office",
  isTrusted: true,
  ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" }],
};

/** Lists that are one text on the wire. */
function onTheWire(policy: GraphPolicy): object {
  return JSON.parse(JSON.stringify(policy), (name, value) =>
    name === "transferMethods" || name === "guestOrExternalUserTypes" ? value.join(",") : value,
  );
}

describe("what a policy cannot be", () => {
  test.each<[string, (body: Body) => object, RegExp]>([
    [
      "without a name",
      ({ displayName: _, ...body }) => body,
      /1007: Incoming ConditionalAccessPolicy object/,
    ],
    ["with an invented control", (body) => withGrant(body, { authenticationStrengths: [] }), /1007: /],
    ["in an invented state", (body) => ({ ...body, state: "on" }), /1007: /],
    [
      "on an unknown platform",
      (body) => withConditions(body, { platforms: { includePlatforms: ["unknownFutureValue"] } }),
      /1007: /,
    ],
    [
      "for nobody",
      (body) => withConditions(body, { users: { includeUsers: [] } }),
      /at least one user, group or role/,
    ],
    [
      "for all and one more",
      (body) => withConditions(body, { users: { includeUsers: ["All", "None"] } }),
      /'includeUsers' cannot contain 'All'/,
    ],
    [
      "about nothing",
      (body) => withConditions(body, { applications: {} }),
      /at least one application or user action/,
    ],
    [
      "about applications and an action",
      (body) =>
        withConditions(body, {
          applications: {
            includeApplications: ["All"],
            includeUserActions: ["urn:user:registersecurityinfo"],
          },
        }),
      /1012: 'applications' condition cannot include both/,
    ],
    [
      "that does nothing",
      (body) => ({ ...body, grantControls: null }),
      /at least one grant or session control/,
    ],
    [
      "a grant of nothing",
      (body) => withGrant(body, { builtInControls: [] }),
      /must contain at least one control/,
    ],
    [
      "that blocks and demands",
      (body) => withGrant(body, { builtInControls: ["block", "mfa"] }),
      /'block' cannot be combined/,
    ],
    [
      "a password change alone",
      (body) => withGrant(body, { builtInControls: ["passwordChange"] }),
      /'passwordChange' requires 'mfa'/,
    ],
    [
      "guests in two ways",
      (body) =>
        withConditions(body, {
          users: {
            includeUsers: ["GuestsOrExternalUsers"],
            includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" },
          },
        }),
      /'GuestsOrExternalUsers' cannot be combined with guestOrExternalUsers/,
    ],
    [
      "with a frequency of every time and of days",
      (body) => ({
        ...body,
        sessionControls: {
          signInFrequency: { isEnabled: true, frequencyInterval: "everyTime", value: 1, type: "days" },
        },
      }),
      /'signInFrequency' requires/,
    ],
  ])("%s", async (_, edit, words) => {
    const got = await graph("POST", PATH, edit(requireMfa()));
    expect(got.status).toBe(400);
    expect(refusal(got)).toMatch(words);
  });

  test.each([
    ["users", { users: { includeUsers: ["99999999-9999-4999-8999-999999999999"] } }],
    ["groups", { users: { includeUsers: ["All"], excludeGroups: ["99999999-9999-4999-8999-999999999999"] } }],
    ["groups", { users: { includeGroups: ["All"] } }],
    ["roles", { users: { includeRoles: ["99999999-9999-4999-8999-999999999999"] } }],
    [
      "locations",
      {
        locations: { includeLocations: ["All"], excludeLocations: ["99999999-9999-4999-8999-999999999999"] },
      },
    ],
    ["applications", { applications: { includeApplications: ["99999999-9999-4999-8999-999999999999"] } }],
  ])("of %s that are not there: %j", async (what, conditions) => {
    const got = await graph("POST", PATH, withConditions(requireMfa(), conditions));
    expect(refusal(got)).toMatch(new RegExp(`^400 BadRequest: Policy contains invalid ${what}: `));
  });

  function withConditions(body: Body, conditions: object) {
    return { ...body, conditions: { ...body.conditions, ...conditions } };
  }

  function withGrant(body: Body, grant: object) {
    return { ...body, grantControls: { ...body.grantControls, ...grant } };
  }
});

test("a policy may name an application that the tenant has", async () => {
  const { body } = await graph("POST", "/v1.0/applications", { displayName: "Payroll" });
  const policy = requireMfa();
  policy.conditions.applications.includeApplications = [String(body.appId)];
  expect((await graph("POST", PATH, policy)).status).toBe(400);
  await graph("POST", "/v1.0/servicePrincipals", { appId: body.appId });
  expect((await graph("POST", PATH, policy)).status).toBe(201);
});

test("Microsoft's templates can be read", async () => {
  const templates = values(await graph("GET", "/v1.0/identity/conditionalAccess/templates"));
  expect(templates).toHaveLength(21);
  const one = await graph("GET", `/v1.0/identity/conditionalAccess/templates/${templates[0]?.id}`);
  expect(one.body.name).toBe("Require multifactor authentication for admins");
});
