import { ROLES } from "../../../../lib/identity/roles";
import { type GraphClient, graphClient, microsoft, ORIGIN, refusal, values } from "../tenants";

const ADMIN = ROLES["Exchange Administrator"];

let graph: GraphClient;

beforeEach(async () => {
  graph = await graphClient(microsoft());
});

const anna = async () => String((await graph("GET", "/v1.0/users/anna@contoso.com")).body.id);

test("every built-in role has a template", async () => {
  const templates = values(await graph("GET", "/v1.0/directoryRoleTemplates"));
  expect(templates).toHaveLength(Object.keys(ROLES).length);
  expect((await graph("GET", `/v1.0/directoryRoleTemplates/${ADMIN}`)).body.displayName).toBe(
    "Exchange Administrator",
  );
});

test("a role is made active once, and has members", async () => {
  const role = await graph("POST", "/v1.0/directoryRoles", { roleTemplateId: ADMIN });
  expect(role).toMatchObject({
    status: 201,
    body: { roleTemplateId: ADMIN, displayName: "Exchange Administrator" },
  });
  expect(refusal(await graph("POST", "/v1.0/directoryRoles", { roleTemplateId: ADMIN }))).toMatch(
    /conflicting object/,
  );
  const path = `/v1.0/directoryRoles/${role.body.id}/members`;
  const id = await anna();
  await graph("POST", `${path}/$ref`, { "@odata.id": `${ORIGIN}/v1.0/directoryObjects/${id}` });
  expect(values(await graph("GET", path))).toMatchObject([{ "@odata.type": "#microsoft.graph.user", id }]);
});

test("a role is assigned to a user or a group made for that, once", async () => {
  const path = "/v1.0/roleManagement/directory/roleAssignments";
  const assignment = { directoryScopeId: "/", principalId: await anna(), roleDefinitionId: ADMIN };
  const made = await graph("POST", path, assignment);
  expect(made).toMatchObject({ status: 201, body: assignment });
  expect(refusal(await graph("POST", path, assignment))).toMatch(/conflicting object/);
  expect(
    values(await graph("GET", `${path}?$filter=principalId eq '${assignment.principalId}'`)),
  ).toHaveLength(1);
  expect((await graph("DELETE", `${path}/${made.body.id}`)).status).toBe(204);
  expect((await graph("GET", `${path}/${made.body.id}`)).status).toBe(404);
  const plain = await graph("POST", "/v1.0/groups", {
    displayName: "Plain",
    mailEnabled: false,
    mailNickname: "plain",
    securityEnabled: true,
  });
  expect(refusal(await graph("POST", path, { ...assignment, principalId: plain.body.id }))).toMatch(
    /assignable to roles/,
  );
});

test("built-in role definitions cannot be changed; custom ones can", async () => {
  const path = "/v1.0/roleManagement/directory/roleDefinitions";
  expect((await graph("GET", `${path}/${ADMIN}`)).body).toMatchObject({ isBuiltIn: true, templateId: ADMIN });
  expect((await graph("PATCH", `${path}/${ADMIN}`, { displayName: "x" })).status).toBe(400);
  const custom = {
    displayName: "Mail reader",
    isEnabled: true,
    rolePermissions: [{ allowedResourceActions: [] }],
  };
  const made = await graph("POST", path, custom);
  expect(made.body).toMatchObject({ ...custom, isBuiltIn: false, templateId: made.body.id });
  expect((await graph("PATCH", `${path}/${made.body.id}`, { isEnabled: false })).status).toBe(204);
  expect((await graph("DELETE", `${path}/${made.body.id}`)).status).toBe(204);
});
