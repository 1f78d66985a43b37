import { type GraphClient, graphClient, microsoft, refusal, values } from "../../tenants";

const PATH = "/v1.0/policies/authenticationStrengthPolicies";
const KEYS = {
  displayName: "Keys only",
  description: null,
  allowedCombinations: ["fido2", "windowsHelloForBusiness"],
};

let graph: GraphClient;

beforeEach(async () => {
  graph = await graphClient(microsoft());
});

test("three are there in every tenant, at both paths, and stay as they are", async () => {
  const other = "/v1.0/identity/conditionalAccess/authenticationStrength/policies";
  for (const path of [PATH, other]) {
    expect(values(await graph("GET", `${path}?$filter=policyType eq 'builtIn'&$select=displayName`))).toEqual(
      [
        { displayName: "Multifactor authentication" },
        { displayName: "Passwordless MFA" },
        { displayName: "Phishing-resistant MFA" },
      ],
    );
  }
  const builtIn = `${PATH}/00000000-0000-0000-0000-000000000004`;
  expect((await graph("GET", builtIn)).body.allowedCombinations).toEqual([
    "windowsHelloForBusiness",
    "fido2",
    "x509CertificateMultiFactor",
  ]);
  expect((await graph("PATCH", builtIn, { displayName: "Mine" })).status).toBe(400);
  expect((await graph("DELETE", builtIn)).status).toBe(400);
});

test("a custom one is made, renamed, given other combinations, and deleted", async () => {
  const made = await graph("POST", PATH, KEYS);
  expect(made).toMatchObject({
    status: 201,
    body: { ...KEYS, policyType: "custom", requirementsSatisfied: "mfa" },
  });
  const path = `${PATH}/${made.body.id}`;
  expect((await graph("PATCH", path, { displayName: "Keys", description: "For admins" })).status).toBe(204);
  const updated = await graph("POST", `${path}/updateAllowedCombinations`, {
    allowedCombinations: ["password", "fido2"],
  });
  expect(updated.body).toMatchObject({
    previousCombinations: KEYS.allowedCombinations,
    currentCombinations: ["password", "fido2"],
  });
  expect((await graph("GET", path)).body).toMatchObject({
    displayName: "Keys",
    allowedCombinations: ["password", "fido2"],
    requirementsSatisfied: "none",
  });
  expect((await graph("DELETE", path)).status).toBe(204);
  expect((await graph("GET", path)).status).toBe(404);
});

test("one that a policy demands stays", async () => {
  const { body } = await graph("POST", PATH, KEYS);
  const policy = await graph("POST", "/v1.0/identity/conditionalAccess/policies", {
    displayName: "Keys for all",
    state: "disabled",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { operator: "OR", authenticationStrength: { id: body.id } },
  });
  expect(refusal(await graph("DELETE", `${PATH}/${body.id}`))).toContain(
    "policy 'Keys for all' and cannot be deleted",
  );
  await graph("DELETE", `/v1.0/identity/conditionalAccess/policies/${policy.body.id}`);
  expect((await graph("DELETE", `${PATH}/${body.id}`)).status).toBe(204);
});

test.each([
  ["no name", { ...KEYS, displayName: "" }, /'displayName'/],
  ["no combination", { ...KEYS, allowedCombinations: [] }, /at least one combination/],
  [
    "an invented combination",
    { ...KEYS, allowedCombinations: ["carrierPigeon"] },
    /invalid combination: carrierPigeon/,
  ],
])("%s is refused", async (_, body, words) => {
  expect(refusal(await graph("POST", PATH, body))).toMatch(words);
});

test("two strengths have no name in common", async () => {
  await graph("POST", PATH, KEYS);
  expect(refusal(await graph("POST", PATH, KEYS))).toContain("already exists");
});
