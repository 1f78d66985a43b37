import { CONTOSO, graphClient, microsoft, refusal, values } from "../tenants";

const GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
const POLICY = `DirectoryRole_${CONTOSO}_${GLOBAL}`;
const RULES = `/v1.0/policies/roleManagementPolicies/${POLICY}/rules`;
const REQUESTS = "/v1.0/roleManagement/directory/roleEligibilityScheduleRequests";
const KIND = "#microsoft.graph.unifiedRoleManagementPolicy";

const userOf = async (graph: Awaited<ReturnType<typeof graphClient>>) =>
  (
    await graph("POST", "/v1.0/users", {
      accountEnabled: true,
      displayName: "Ann",
      mailNickname: "ann",
      userPrincipalName: "ann@contoso.com",
      passwordProfile: { password: "Xk3!long-enough-pw" },
    })
  ).body?.id;

test("each role has 17 rules, which are changed one by one and kept", async () => {
  const cloud = microsoft();
  const graph = await graphClient(cloud);
  const filter = encodeURIComponent(
    `scopeId eq '/' and scopeType eq 'DirectoryRole' and roleDefinitionId eq '${GLOBAL}'`,
  );
  const assignments = "/v1.0/policies/roleManagementPolicyAssignments";
  expect(values(await graph("GET", `${assignments}?$filter=${filter}`))).toMatchObject([
    { policyId: POLICY },
  ]);
  expect(refusal(await graph("GET", assignments))).toMatch(/^400 .*filtered/);
  expect(values(await graph("GET", RULES))).toHaveLength(17);
  const change = (id: string, body: object) => graph("PATCH", `${RULES}/${id}`, body);
  const active = "Expiration_Admin_Assignment";
  expect(
    (await change(active, { "@odata.type": `${KIND}ExpirationRule`, id: active, isExpirationRequired: true }))
      .status,
  ).toBe(204);
  const saved = await graphClient(microsoft(JSON.parse(JSON.stringify(cloud.toWorld()))));
  expect(values(await saved("GET", RULES)).find(({ id }) => id === active)).toMatchObject({
    isExpirationRequired: true,
    maximumDuration: "P180D",
  });
  const refused = async (id: string, body: object) => refusal(await change(id, body));
  const expiry = { "@odata.type": `${KIND}ExpirationRule` };
  expect(await refused(active, {})).toMatch(/^400 .*odata.type/);
  expect(await refused(active, { ...expiry, id: "Other" })).toMatch(/^400 .*id of a rule/);
  expect(await refused(active, { ...expiry, maximumDuration: "fifteen days" })).toMatch(
    /^400 .*Edm.Duration/,
  );
  expect(await refused(active, { ...expiry, maximumDuration: null })).toMatch(
    /^400 .*maximumDuration is required/,
  );
  expect(await refused("Nothing", expiry)).toMatch(/^404 /);
  expect(refusal(await graph("GET", RULES.replace(GLOBAL, CONTOSO)))).toMatch(/^404 /);
  const approval = (setting: object) =>
    refused("Approval_EndUser_Assignment", { "@odata.type": `${KIND}ApprovalRule`, setting });
  expect(await approval({ isApprovalRequired: true, approvalMode: "NoApproval" })).toMatch(
    /^400 .*NoApproval/,
  );
  const stage = { primaryApprovers: [{ "@odata.type": "#microsoft.graph.groupSetting" }] };
  expect(await approval({ approvalStages: [stage] })).toMatch(/^400 .*is no 'subjectSet'/);
});

test("who is eligible for a role is so once, until that is taken away", async () => {
  const graph = await graphClient(microsoft());
  const principalId = await userOf(graph);
  const of = (action: string, rest: object = {}) =>
    graph("POST", REQUESTS, {
      action,
      principalId,
      roleDefinitionId: GLOBAL,
      directoryScopeId: "/",
      justification: "x",
      ...rest,
    });
  const { status, body } = await of("adminAssign");
  expect([status, body?.status]).toEqual([201, "Provisioned"]);
  const instances = "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances";
  expect(values(await graph("GET", instances))).toMatchObject([{ principalId, roleDefinitionId: GLOBAL }]);
  expect(refusal(await of("adminAssign"))).toMatch(/^400 .*conflicting/);
  expect(refusal(await of("selfActivate"))).toMatch(/^400 .*not known/);
  expect(refusal(await of("adminAssign", { principalId: CONTOSO }))).toMatch(/^404 /);
  expect(refusal(await of("adminAssign", { roleDefinitionId: CONTOSO }))).toMatch(/^404 /);
  const group = await graph("POST", "/v1.0/groups", {
    displayName: "Staff",
    mailEnabled: false,
    securityEnabled: true,
    mailNickname: "staff",
  });
  expect(refusal(await of("adminAssign", { principalId: group.body?.id }))).toMatch(/^400 .*assignable/);
  expect((await of("adminRemove")).status).toBe(201);
  expect((await graph("GET", `${REQUESTS}/${String(body?.id)}`)).body).toMatchObject({ status: "Revoked" });
  expect(values(await graph("GET", instances))).toEqual([]);
  expect(refusal(await of("adminRemove"))).toMatch(/^404 /);
  expect(refusal(await graph("GET", `${REQUESTS}/${CONTOSO}`))).toMatch(/^404 /);
});

test("directory settings are made of a template, once, with its values alone", async () => {
  const graph = await graphClient(microsoft());
  const templateId = "dffd5d46-495d-40a9-8e21-954ff55e198a";
  const make = (body: object) => graph("POST", "/v1.0/groupSettings", body);
  const one = (name: string, value: string) => ({ templateId, values: [{ name, value }] });
  expect(refusal(await make({ ...one("EnableAdminConsentRequests", "true"), templateId: CONTOSO }))).toMatch(
    /^404 /,
  );
  expect(refusal(await make(one("Strange", "true")))).toMatch(/^400 .*not in the template/);
  expect(refusal(await make(one("EnableAdminConsentRequests", "yes")))).toMatch(/^400 .*no Boolean/);
  const { body } = await make(one("EnableAdminConsentRequests", "true"));
  expect(body).toMatchObject({ displayName: "Consent Policy Settings", templateId });
  expect(refusal(await make(one("EnableAdminConsentRequests", "true")))).toMatch(/^400 .*conflicting/);
  expect(refusal(await graph("PATCH", `/v1.0/groupSettings/${CONTOSO}`, { values: [] }))).toMatch(/^404 /);
  expect(refusal(await graph("GET", `/v1.0/groupSettingTemplates/${CONTOSO}`))).toMatch(/^404 /);
});

test("a workflow without reviewers, and restrictions that contradict themselves, are refused", async () => {
  const graph = await graphClient(microsoft());
  const workflow = "/v1.0/policies/adminConsentRequestPolicy";
  const whole = { isEnabled: true, notifyReviewers: true, remindersEnabled: true, requestDurationInDays: 5 };
  expect(refusal(await graph("PUT", workflow, whole))).toMatch(/^400 .*'reviewers'/);
  expect(refusal(await graph("PUT", workflow, { ...whole, reviewers: [] }))).toMatch(
    /^400 .*At least one reviewer/,
  );
  const restrict = (...passwordCredentials: object[]) =>
    graph("PATCH", "/v1.0/policies/defaultAppManagementPolicy", {
      applicationRestrictions: { passwordCredentials },
    });
  const addition = { restrictionType: "passwordAddition", state: "enabled" };
  expect(refusal(await restrict(addition, addition))).toMatch(/^400 .*only once/);
  expect(refusal(await restrict({ restrictionType: "passwordLifetime", state: "enabled" }))).toMatch(
    /^400 .*maxLifetime is required/,
  );
  expect((await restrict(addition)).status).toBe(204);
});
