import { type GraphClient, graphClient, microsoft, ORIGIN, refusal, values } from "../tenants";

let cloud: ReturnType<typeof microsoft>;
let graph: GraphClient;

beforeEach(async () => {
  cloud = microsoft();
  graph = await graphClient(cloud);
});

const EVA = {
  accountEnabled: true,
  displayName: "Eva",
  mailNickname: "eva",
  userPrincipalName: "eva@contoso.com",
  passwordProfile: { password: "Xk9!correct-horse", forceChangePasswordNextSignIn: true },
  usageLocation: "DE",
};

test.each([
  ["userPrincipalName eq 'ANNA@contoso.com'", ["anna@contoso.com"]],
  ["displayName eq 'Anna O''Neil'", ["anna@contoso.com"]],
  ["mailNickname eq 'breakglass1'", ["breakglass1@contoso.onmicrosoft.com"]],
  ["startswith(userPrincipalName,'b') or mail eq 'x'", ["breakglass1@contoso.onmicrosoft.com"]],
  ["employeeId eq '7'", []],
])("users by %s", async (filter, names) => {
  const found = values(await graph("GET", `/v1.0/users?$filter=${encodeURIComponent(filter)}`));
  expect(found.map((user) => user.userPrincipalName)).toEqual(names);
});

test("v1.0 shows of a user what it is asked for, else eleven properties; beta shows all", async () => {
  const { body } = await graph("GET", "/v1.0/users/anna@contoso.com");
  expect(Object.keys(body).filter((name) => !name.startsWith("@"))).toHaveLength(11);
  expect(
    (await graph("GET", "/v1.0/users/anna@contoso.com?$select=id,accountEnabled,usageLocation")).body,
  ).toEqual({
    "@odata.context": `${ORIGIN}/v1.0/$metadata#users(id,accountEnabled,usageLocation)/$entity`,
    id: body.id,
    accountEnabled: true,
    usageLocation: null,
  });
  expect((await graph("GET", `/beta/users/${body.id}`)).body).toMatchObject({ accountEnabled: true });
});

test("users come in pages that link to the next", async () => {
  const first = await graph("GET", "/v1.0/users?$top=1&$select=userPrincipalName&$count=true");
  expect(first.body["@odata.count"]).toBe(2);
  const next = new URL(String(first.body["@odata.nextLink"]));
  const second = await graph("GET", next.pathname + next.search);
  expect([...values(first), ...values(second)]).toEqual([
    { userPrincipalName: "breakglass1@contoso.onmicrosoft.com" },
    { userPrincipalName: "anna@contoso.com" },
  ]);
  expect(second.body["@odata.nextLink"]).toBeUndefined();
});

test("a user is made, changed and deleted; the password is kept nowhere", async () => {
  const made = await graph("POST", "/v1.0/users", EVA);
  expect(made.status).toBe(201);
  expect(await graph("PATCH", `/v1.0/users/${made.body.id}`, { accountEnabled: false })).toMatchObject({
    status: 204,
  });
  expect((await graph("GET", "/beta/users/eva@contoso.com")).body).toMatchObject({
    accountEnabled: false,
    usageLocation: "DE",
  });
  expect(JSON.stringify(cloud.toWorld())).not.toContain("correct-horse");
  expect(await graph("DELETE", `/v1.0/users/${made.body.id}`)).toMatchObject({ status: 204 });
  expect(refusal(await graph("GET", "/v1.0/users/eva@contoso.com"))).toMatch(/^404 Request_ResourceNotFound/);
});

test.each([
  ["no password", { passwordProfile: undefined }, /A value is required for property 'passwordProfile'/],
  ["a foreign domain", { userPrincipalName: "eva@fabrikam.com" }, /one of the verified domain names/],
  [
    "a name that is taken",
    { userPrincipalName: "Anna@contoso.com" },
    /property userPrincipalName already exists/,
  ],
])("%s is refused", async (_, wrong, words) => {
  expect(refusal(await graph("POST", "/v1.0/users", { ...EVA, ...wrong }))).toMatch(words);
});

test("a user without a manager answers 404, until there is one", async () => {
  const path = "/v1.0/users/anna@contoso.com/manager";
  expect(refusal(await graph("GET", path))).toMatch(/^404 Request_ResourceNotFound/);
  const { body } = await graph("GET", "/v1.0/users/breakglass1@contoso.onmicrosoft.com");
  await graph("PUT", `${path}/$ref`, { "@odata.id": `${ORIGIN}/v1.0/directoryObjects/${body.id}` });
  expect((await graph("GET", path)).body).toMatchObject({
    "@odata.type": "#microsoft.graph.user",
    id: body.id,
  });
  await graph("DELETE", `${path}/$ref`);
  expect((await graph("GET", path)).status).toBe(404);
});
