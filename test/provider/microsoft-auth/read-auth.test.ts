import { inspect } from "node:util";
import { readAuth } from "../../../provider/microsoft-auth/read-auth";

const TENANT = "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e";
const WHO = { ARM_TENANT_ID: TENANT, ARM_CLIENT_ID: "c0ffee00-1234-4cde-8f01-23456789abcd" };
const SECRET = { ...WHO, ARM_CLIENT_SECRET: "s3cret~value" };

function read(env: Readonly<Record<string, string>>, set: Parameters<typeof readAuth>[0] = {}) {
  const result = readAuth(set, env);
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join("; "));
  return result.value;
}

function faults(env: Readonly<Record<string, string>>) {
  const result = readAuth({}, env);
  return result.ok ? [] : result.faults.map(({ path = [], message }) => `${path.join(".")}: ${message}`);
}

test("the configuration wins over the environment", () => {
  const other = "11111111-2222-4333-8444-555555555555";
  expect(read(SECRET, { tenantId: other.toUpperCase() })).toMatchObject({
    tenantId: other,
    clientId: WHO.ARM_CLIENT_ID,
  });
});

test.each([
  [{ ...SECRET, ARM_CLIENT_CERTIFICATE_PATH: "/nowhere.pfx" }, "client certificate"],
  [{ ...SECRET, ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: "eyJ" }, "client secret"],
  [{ ...WHO, ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: "eyJ" }, "federated token"],
])("of several credentials azuread's first choice is taken (%#)", (env, kind) => {
  expect(read(env).credential.kind).toBe(kind);
});

test("all that is missing is told at once, by the variable's name", () => {
  expect(faults({})).toEqual([
    "ARM_TENANT_ID: the tenant's id is missing",
    "ARM_CLIENT_ID: the application's id is missing",
    ": no credential is set",
  ]);
  expect(faults({ ...SECRET, ARM_TENANT_ID: "contoso.onmicrosoft.com" })).toEqual([
    "ARM_TENANT_ID: the tenant's id is no GUID",
  ]);
});

test("a federated token needs ARM_USE_OIDC, as with azuread", () => {
  expect(faults({ ...WHO, ARM_OIDC_TOKEN: "eyJ" })).toEqual([
    ": a federated token is set, but not asked for",
  ]);
});

test.each([
  ["", "https://outlook.office365.com", "https://login.microsoftonline.com"],
  ["public", "https://outlook.office365.com", "https://login.microsoftonline.com"],
  ["gcc", "https://outlook.office365.com", "https://login.microsoftonline.com"],
  ["usgovernmentl4", "https://outlook.office365.us", "https://login.microsoftonline.us"],
  ["gcc-high", "https://outlook.office365.us", "https://login.microsoftonline.us"],
  ["usgovernmentl5", "https://webmail.apps.mil", "https://login.microsoftonline.us"],
  ["dod", "https://webmail.apps.mil", "https://login.microsoftonline.us"],
  ["china", "https://partner.outlook.cn", "https://login.partner.microsoftonline.cn"],
])("the cloud %p is administered at %s", (environment, exchange, login) => {
  expect(read({ ...SECRET, ARM_ENVIRONMENT: environment }).endpoints).toMatchObject({ exchange, login });
});

test("an unknown cloud is refused with the nearest", () => {
  const result = readAuth({}, { ...SECRET, ARM_ENVIRONMENT: "gcchigh" });
  expect(result).toMatchObject({
    ok: false,
    faults: [{ path: ["ARM_ENVIRONMENT"], fix: "write gcc-high" }],
  });
});

test("only this machine may stand for Microsoft", () => {
  expect(
    faults({
      ...SECRET,
      M365_LOGIN_URL: "https://login.evil.example",
      M365_GRAPH_URL: "http://127.0.0.1:8080",
    }),
  ).toEqual(["M365_LOGIN_URL: only an emulator on this machine may stand for Microsoft"]);
});

test("secrets are not seen in what was read", () => {
  const auth = read(SECRET);
  expect(`${inspect(auth, { depth: 20, showHidden: true })} ${JSON.stringify(auth)}`).not.toContain("s3cret");
});
