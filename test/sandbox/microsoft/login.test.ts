import { isJson } from "../../../sandbox/http/answer";
import { Microsoft } from "../../../sandbox/microsoft";
import { APPLICATION, CONTOSO, graphClient, LITWARE, login, microsoft, TENANTS, values } from "./tenants";

const cloud = microsoft();

function claims(token: unknown): unknown {
  return JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString());
}

test("a token says who has it, where, and for how long", async () => {
  const { status, body } = await login(cloud, CONTOSO);
  expect(status).toBe(200);
  expect(String(body.access_token)).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3599 });
  expect(claims(body.access_token)).toMatchObject({
    tid: CONTOSO,
    appid: APPLICATION.clientId,
    idtyp: "app",
    oid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    iat: expect.any(Number),
    exp: expect.any(Number),
    roles: expect.arrayContaining(["Policy.ReadWrite.ConditionalAccess"]),
  });
});

test("a tenant goes by its id, its initial domain and its verified domains", async () => {
  for (const name of [CONTOSO.toUpperCase(), "contoso.onmicrosoft.com", "Contoso.com"]) {
    expect(claims((await login(cloud, name)).body.access_token)).toMatchObject({ tid: CONTOSO });
  }
});

test("each tenant's token leads to its own directory", async () => {
  const users = async (tenant: string) =>
    values(await (await graphClient(cloud, tenant))("GET", "/v1.0/users"));
  expect(await users(LITWARE)).toMatchObject([{ userPrincipalName: "breakglass@litware.onmicrosoft.us" }]);
  expect(await users(CONTOSO)).toHaveLength(2);
});

test.each([
  ["an unknown tenant", "tailspin.com", {}, 400, 90002],
  ["an unknown application", CONTOSO, { client_id: "c0ffee00-0000-4cde-8f01-23456789abcd" }, 400, 700016],
  ["a wrong secret", CONTOSO, { client_secret: "guess" }, 401, 7000215],
  ["another grant", CONTOSO, { grant_type: "password" }, 400, 70003],
  ["another cloud's Graph", LITWARE, { scope: "https://graph.microsoft.com/.default" }, 400, 500011],
])("%s is refused", async (_, tenant, form, status, code) => {
  const answer = await login(cloud, tenant, form);
  expect(answer).toMatchObject({
    status,
    body: {
      error_codes: [code],
      error_description: expect.stringMatching(new RegExp(`^AADSTS${code}: .* Trace ID: [0-9a-f-]{36} `)),
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  });
});

test("a tenant's own cloud has its Graph and its Exchange", async () => {
  for (const scope of ["https://graph.microsoft.us/.default", "https://outlook.office365.us/.default"]) {
    expect(await login(cloud, LITWARE, { scope })).toMatchObject({ status: 200 });
  }
});

test("the token of a workload is exchanged where that is trusted, if it is meant for that", async () => {
  const application = { ...APPLICATION, trustsFederation: true };
  const trusting = new Microsoft({ tenants: TENANTS, application });
  const token = (aud: string) => `e30.${Buffer.from(JSON.stringify({ aud })).toString("base64url")}.c2ln`;
  const by = async (aud: string, on = trusting) => {
    const form = new URLSearchParams({
      client_id: APPLICATION.clientId,
      grant_type: "client_credentials",
      scope: "https://graph.microsoft.com/.default",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: token(aud),
    });
    const { status } = on.loginEndpoint.answer(
      `http://127.0.0.1:1/${CONTOSO}/oauth2/v2.0/token`,
      "POST",
      `${form}`,
    );
    return status;
  };
  expect(await by("api://AzureADTokenExchange")).toBe(200);
  expect(await by("api://AzureADTokenExchangeUSGov")).toBe(401);
  expect(await by("api://AzureADTokenExchange", cloud)).toBe(401);
});

test("the OpenID configuration leads to the token endpoint", () => {
  const url = "http://127.0.0.1:1/contoso.com/v2.0/.well-known/openid-configuration";
  const { body } = cloud.loginEndpoint.answer(url, "GET", "");
  expect(isJson(body) && body.token_endpoint).toBe(`http://127.0.0.1:1/${CONTOSO}/oauth2/v2.0/token`);
});

test("without a token Graph answers 401, and so after its end", async () => {
  const own = microsoft();
  const graph = await graphClient(own);
  expect(await graph("GET", "/v1.0/users")).toMatchObject({ status: 200 });
  own.loginEndpoint.expireTokens();
  expect(await graph("GET", "/v1.0/users")).toMatchObject({
    status: 401,
    body: { error: { code: "InvalidAuthenticationToken" } },
  });
});

test("an application without a permission is denied", async () => {
  const [tenant] = TENANTS;
  if (tenant === undefined) throw new Error("no tenant");
  const graph = await graphClient(microsoft([{ ...tenant, permissions: ["User.Read.All"] }]));
  expect(await graph("GET", "/v1.0/users")).toMatchObject({ status: 200 });
  expect(await graph("GET", "/v1.0/groups")).toMatchObject({
    status: 403,
    body: { error: { code: "Authorization_RequestDenied" } },
  });
});
