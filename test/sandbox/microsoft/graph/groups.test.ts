import { CONTOSO, type GraphClient, graphClient, microsoft, ORIGIN, refusal, values } from "../tenants";

let graph: GraphClient;

beforeEach(async () => {
  graph = await graphClient(microsoft());
});

const SSPR = {
  "@odata.type": "#microsoft.graph.group",
  description: "May reset their own password",
  displayName: "grp-sspr",
  groupTypes: [],
  isAssignableToRole: false,
  mailEnabled: false,
  mailNickname: "3dd0809c-d",
  membershipRule: null,
  resourceBehaviorOptions: [],
  resourceProvisioningOptions: [],
  securityEnabled: true,
};

const userId = async (upn: string) => {
  const [user] = values(await graph("GET", `/v1.0/users?$filter=userPrincipalName eq '${upn}'`));
  return String(user?.id);
};
const ref = (id: string) => ({ "@odata.id": `${ORIGIN}/beta/directoryObjects/${id}` });
const create = async (more: object = {}) =>
  String((await graph("POST", "/beta/groups", { ...SSPR, ...more })).body.id);

test("a group is made, renamed and found under its name, and is gone once deleted", async () => {
  const made = await graph("POST", "/beta/groups", SSPR);
  const { "@odata.type": _, ...kept } = SSPR;
  expect(made).toMatchObject({
    status: 201,
    body: { ...kept, visibility: null, onPremisesSyncEnabled: null },
  });
  const path = `/beta/groups/${made.body.id}`;
  // As hashicorp/azuread does, to see the directory agree with itself.
  expect(await graph("PATCH", path, { displayName: "TERRAFORM_UPDATE_1" })).toEqual({
    status: 204,
    body: {},
  });
  expect(await graph("PATCH", path, { displayName: "grp-sspr" })).toEqual({ status: 204, body: {} });
  const found = await graph("GET", "/v1.0/groups?$filter=displayName eq 'GRP-SSPR'&$select=id,displayName");
  expect(values(found)).toEqual([{ id: made.body.id, displayName: "grp-sspr" }]);
  expect(await graph("DELETE", path)).toEqual({ status: 204, body: {} });
  expect(refusal(await graph("GET", path))).toMatch(/^404 Request_ResourceNotFound: /);
});

test("owners and members that are bound at creation are there, with their types", async () => {
  const anna = await userId("anna@contoso.com");
  const [self] = values(await graph("GET", "/v1.0/users"));
  const id = await create({
    "owners@odata.bind": [`${ORIGIN}/beta/directoryObjects/${anna}`],
    "members@odata.bind": [`${ORIGIN}/v1.0/users/${self?.id}`, `${ORIGIN}/v1.0/users/anna@contoso.com`],
  });
  expect(values(await graph("GET", `/beta/groups/${id}/owners`))).toMatchObject([
    { "@odata.type": "#microsoft.graph.user", id: anna },
  ]);
  expect(values(await graph("GET", `/beta/groups/${id}/members`)).map((one) => one.id)).toEqual([
    self?.id,
    anna,
  ]);
  expect(refusal(await graph("DELETE", `/beta/groups/${id}/owners/${anna}/$ref`))).toContain(
    "at least one owner",
  );
});

test("a member is added once, found by a filter, and removed once", async () => {
  const [id, anna] = [await create(), await userId("anna@contoso.com")];
  const members = `/beta/groups/${id}/members`;
  expect(await graph("POST", `${members}/$ref`, ref(anna))).toEqual({ status: 204, body: {} });
  expect(refusal(await graph("POST", `${members}/$ref`, ref(anna)))).toBe(
    "400 Request_BadRequest: One or more added object references already exist for the following modified properties: 'members'.",
  );
  expect(values(await graph("GET", `${members}?$filter=id eq '${anna}'`))).toMatchObject([{ id: anna }]);
  expect(await graph("DELETE", `${members}/${anna}/$ref`)).toMatchObject({ status: 204 });
  expect(values(await graph("GET", `${members}?$filter=id eq '${anna}'`))).toEqual([]);
  expect(refusal(await graph("DELETE", `${members}/${anna}/$ref`))).toMatch(/^404 /);
  expect(refusal(await graph("POST", `${members}/$ref`, ref(CONTOSO)))).toMatch(
    /^404 Request_ResourceNotFound/,
  );
});

test("members of members are members over steps; the groups of a group are those that have it", async () => {
  const [outer, inner, anna] = [await create(), await create(), await userId("anna@contoso.com")];
  await graph("POST", `/beta/groups/${outer}/members/$ref`, ref(inner));
  await graph("POST", `/beta/groups/${inner}/members/$ref`, ref(anna));
  const ids = async (path: string) => values(await graph("GET", path)).map(({ id }) => id);
  expect(await ids(`/v1.0/groups/${outer}/transitiveMembers`)).toEqual([inner, anna]);
  expect(await ids(`/v1.0/groups/${inner}/memberOf`)).toEqual([outer]);
  expect(await ids(`/v1.0/users/${anna}/transitiveMemberOf`)).toEqual([inner, outer]);
});

test.each([
  [
    "no name",
    { displayName: undefined },
    /A value is required for property 'displayName' of resource 'Group'/,
  ],
  ["a nickname with a space", { mailNickname: "a b" }, /Invalid value specified for property 'mailNickname'/],
  ["an invented type", { groupTypes: ["Fancy"] }, /Invalid value specified for property 'groupTypes'/],
  ["a distribution list", { mailEnabled: true }, /does not currently support writes of mail-enabled groups/],
  ["neither mail nor security", { securityEnabled: false }, /does not currently support writes/],
  ["a rule without the type", { membershipRule: 'user.department -eq "Sales"' }, /property 'membershipRule'/],
])("%s is refused", async (_, wrong, words) => {
  expect(refusal(await graph("POST", "/beta/groups", { ...SSPR, ...wrong }))).toMatch(words);
});

test("two Microsoft 365 groups have no nickname in common; security groups may", async () => {
  const unified = { groupTypes: ["Unified"], mailEnabled: true };
  await create(unified);
  expect(refusal(await graph("POST", "/beta/groups", { ...SSPR, ...unified }))).toContain(
    "Another object with the same value for property mailNickname already exists.",
  );
  expect(await graph("POST", "/beta/groups", SSPR)).toMatchObject({ status: 201 });
});

test("a Microsoft 365 group has an address in the tenant's default domain", async () => {
  const id = await create({ groupTypes: ["Unified"], mailEnabled: true });
  const mail = `${SSPR.mailNickname}@contoso.onmicrosoft.com`;
  expect((await graph("GET", `/beta/groups/${id}`)).body).toMatchObject({
    mail,
    proxyAddresses: [`SMTP:${mail}`],
  });
});

test("whether roles may be assigned to a group is decided when it is made", async () => {
  const id = await create({ isAssignableToRole: true });
  expect((await graph("GET", `/beta/groups/${id}`)).body).toMatchObject({ visibility: "Private" });
  expect(refusal(await graph("PATCH", `/beta/groups/${id}`, { isAssignableToRole: false }))).toContain(
    "read-only",
  );
  expect(refusal(await graph("POST", `/beta/groups/${id}/members/$ref`, ref(await create())))).toMatch(
    /^400 /,
  );
});

test("directory objects are known by id alone, with their type", async () => {
  const [id, anna] = [await create(), await userId("anna@contoso.com")];
  expect((await graph("GET", `/v1.0/directoryObjects/${id}`)).body).toMatchObject({
    "@odata.type": "#microsoft.graph.group",
    displayName: "grp-sspr",
  });
  const asked = { ids: [id, anna, CONTOSO], types: ["user"] };
  expect(values(await graph("POST", "/v1.0/directoryObjects/getByIds", asked))).toMatchObject([{ id: anna }]);
});

test("a group whose members are refused is not made", async () => {
  const inner = await create();
  const bound = {
    isAssignableToRole: true,
    "members@odata.bind": [`${ORIGIN}/v1.0/directoryObjects/${inner}`],
  };
  expect((await graph("POST", "/beta/groups", { ...SSPR, ...bound })).status).toBe(400);
  expect(values(await graph("GET", "/beta/groups?$filter=displayName eq 'grp-sspr'"))).toMatchObject([
    { id: inner },
  ]);
});
