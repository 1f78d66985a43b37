import { CONTOSO, graphClient, microsoft, refusal, values } from "../tenants";

test("settings of which a tenant has one are changed in place, and kept", async () => {
  const cloud = microsoft();
  const graph = await graphClient(cloud);
  const path = "/v1.0/policies/authorizationPolicy";
  expect((await graph("GET", path)).body).toMatchObject({
    allowedToUseSSPR: true,
    allowInvitesFrom: "everyone",
  });
  expect((await graph("PATCH", path, { allowedToUseSSPR: false })).status).toBe(204);
  const saved = await graphClient(microsoft(JSON.parse(JSON.stringify(cloud.toWorld()))));
  expect((await saved("GET", path)).body).toMatchObject({
    allowedToUseSSPR: false,
    allowInvitesFrom: "everyone",
  });
});

test("an authentication method is switched by itself", async () => {
  const graph = await graphClient(microsoft());
  const sms = "/v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Sms";
  expect((await graph("GET", sms)).body).toMatchObject({ id: "Sms", state: "disabled" });
  await graph("PATCH", sms, {
    "@odata.type": "#microsoft.graph.smsAuthenticationMethodConfiguration",
    state: "enabled",
  });
  expect((await graph("GET", sms)).body).toMatchObject({ state: "enabled" });
  expect(refusal(await graph("GET", sms.replace("Sms", "Fax")))).toMatch(/^404 /);
});

test("the organization is the tenant, with its verified domains", async () => {
  const [organization] = values(await (await graphClient(microsoft()))("GET", "/v1.0/organization"));
  expect(organization).toMatchObject({
    id: CONTOSO,
    verifiedDomains: [
      { name: "contoso.onmicrosoft.com", isInitial: true, isDefault: true },
      { name: "contoso.com" },
      { name: "my-company.co.uk" },
    ],
  });
});

test("applications and their service principals", async () => {
  const graph = await graphClient(microsoft());
  const own = "c0ffee00-1234-4cde-8f01-23456789abcd";
  expect(values(await graph("GET", `/v1.0/servicePrincipals?$filter=appId eq '${own}'`))).toMatchObject([
    { appId: own },
  ]);
  const application = await graph("POST", "/v1.0/applications", { displayName: "Payroll" });
  const { appId, id } = application.body;
  const principal = await graph("POST", "/v1.0/servicePrincipals", { appId });
  expect(principal.body).toMatchObject({ appId, displayName: "Payroll" });
  expect((await graph("POST", "/v1.0/servicePrincipals", { appId })).status).toBe(400);
  await graph("DELETE", `/v1.0/applications/${id}`);
  expect((await graph("GET", `/v1.0/servicePrincipals/${principal.body.id}`)).status).toBe(404);
});
