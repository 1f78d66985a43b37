import { Microsoft } from "../../../sandbox/microsoft";
import { APPLICATION, CONTOSO, graphClient, microsoft, refusal, TENANTS } from "./tenants";

test("a world that was saved and loaded is the same world", async () => {
  const cloud = microsoft();
  const graph = await graphClient(cloud);
  await graph("POST", "/beta/groups", {
    displayName: "grp-sspr",
    mailEnabled: false,
    mailNickname: "sspr",
    securityEnabled: true,
    "members@odata.bind": ["http://127.0.0.1/v1.0/users/anna@contoso.com"],
  });
  await graph("POST", "/v1.0/domains", { id: "fabrikam.com" });
  const saved = JSON.parse(JSON.stringify(cloud.toWorld()));
  expect(JSON.parse(JSON.stringify(microsoft(saved).toWorld()))).toEqual(saved);
  expect(saved[0]).toMatchObject({
    tenantId: CONTOSO,
    domains: ["contoso.com", "my-company.co.uk"],
    groups: [{ displayName: "grp-breakglass" }, { displayName: "grp-sspr", members: ["anna@contoso.com"] }],
  });
});

test("what was deleted stays deleted", async () => {
  const cloud = microsoft();
  await (await graphClient(cloud))("DELETE", "/v1.0/users/anna@contoso.com");
  const graph = await graphClient(microsoft(cloud.toWorld()));
  expect((await graph("GET", "/v1.0/users/anna@contoso.com")).status).toBe(404);
});

test("the same world gives the same ids each time", () => {
  const ids = () =>
    microsoft()
      .toWorld()
      .map(({ users }) => users?.map(({ id }) => id));
  expect(ids()).toEqual(ids());
});

test.each([
  [
    "a domain of two tenants",
    {
      tenantId: "33333333-aaaa-4bbb-8ccc-000000000003",
      initialDomain: "tailspin.onmicrosoft.com",
      domains: ["contoso.com"],
    },
    /a domain can be of one tenant only/,
  ],
  [
    "a tenant twice",
    { tenantId: CONTOSO, initialDomain: "other.onmicrosoft.com" },
    /another tenant has this id/,
  ],
  [
    "another cloud's initial domain",
    { tenantId: CONTOSO, initialDomain: "x.onmicrosoft.us" },
    /not an initial domain of Microsoft 365 worldwide/,
  ],
  [
    "a member that is no user",
    {
      tenantId: "33333333-aaaa-4bbb-8ccc-000000000003",
      initialDomain: "t.onmicrosoft.com",
      groups: [{ displayName: "g", members: ["x@t.onmicrosoft.com"] }],
    },
    /a member of the group "g" that is none of the tenant's users/,
  ],
])("%s is refused", (_, tenant, words) => {
  expect(() => new Microsoft({ tenants: [...TENANTS, tenant], application: APPLICATION })).toThrow(words);
});

test("Graph's own refusals of paths, methods and versions", async () => {
  const graph = await graphClient(microsoft());
  expect(refusal(await graph("GET", "/v1.0/wizards"))).toBe(
    "400 BadRequest: Resource not found for the segment 'wizards'.",
  );
  expect(refusal(await graph("GET", "/v1.0/users/anna@contoso.com/wands"))).toContain("segment 'wands'");
  expect(refusal(await graph("DELETE", "/v1.0/users"))).toMatch(/^405 /);
  expect(refusal(await graph("GET", "/v3.0/users"))).toContain("Invalid version: v3.0.");
});

test("up to twenty requests go in one batch, each with its own answer", async () => {
  const graph = await graphClient(microsoft());
  const requests = [
    { id: "1", method: "GET", url: "/users/anna@contoso.com?$select=displayName" },
    { id: "2", method: "GET", url: "/groups/none" },
  ];
  expect((await graph("POST", "/v1.0/$batch", { requests })).body.responses).toMatchObject([
    { id: "1", status: 200, body: { displayName: "Anna O'Neil" } },
    { id: "2", status: 404 },
  ]);
  const many = Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: "GET", url: "/users" }));
  expect(refusal(await graph("POST", "/v1.0/$batch", { requests: many }))).toMatch(/^400 BadRequest: /);
});
