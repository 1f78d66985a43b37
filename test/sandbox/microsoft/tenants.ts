import type { WorldTenant } from "../../../lib/world/world";
import { isJson, type Json } from "../../../sandbox/http/answer";
import { DnsView, Microsoft } from "../../../sandbox/microsoft";

export const CONTOSO = "11111111-aaaa-4bbb-8ccc-000000000001";
export const LITWARE = "22222222-aaaa-4bbb-8ccc-000000000002";
export const ORIGIN = "http://127.0.0.1:8080";
export const APPLICATION = {
  clientId: "c0ffee00-1234-4cde-8f01-23456789abcd",
  clientSecret: "Xy8Q~client-secret",
};

/** A tenant in the worldwide cloud, and one in GCC High. */
export const TENANTS: readonly WorldTenant[] = [
  {
    tenantId: CONTOSO,
    initialDomain: "contoso.onmicrosoft.com",
    domains: ["contoso.com", "my-company.co.uk"],
    users: [
      { userPrincipalName: "breakglass1@contoso.onmicrosoft.com", displayName: "Break Glass 1" },
      { userPrincipalName: "anna@contoso.com", displayName: "Anna O'Neil" },
    ],
    groups: [
      {
        displayName: "grp-breakglass",
        members: ["breakglass1@contoso.onmicrosoft.com"],
        isAssignableToRole: true,
      },
    ],
  },
  {
    tenantId: LITWARE,
    initialDomain: "litware.onmicrosoft.us",
    cloud: "gcc-high",
    domains: ["litware.us"],
    users: [{ userPrincipalName: "breakglass@litware.onmicrosoft.us" }],
  },
];

export function microsoft(tenants: readonly WorldTenant[] = TENANTS, dns = new DnsView()): Microsoft {
  return new Microsoft({ tenants, application: APPLICATION, dns });
}

/** What came back, with a body that is easy to look into. */
export interface Got {
  readonly status: number;
  readonly body: Json;
}

export async function login(cloud: Microsoft, tenant: string, form: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({
    client_id: APPLICATION.clientId,
    client_secret: APPLICATION.clientSecret,
    grant_type: "client_credentials",
    scope: `${ORIGIN}/.default`,
    ...form,
  }).toString();
  return send(cloud.login, "POST", `/${tenant}/oauth2/v2.0/token`, body, {});
}

/** A signed-in client of Graph: `await graph("GET", "/v1.0/users")`. */
export async function graphClient(cloud: Microsoft, tenant = CONTOSO) {
  const { body } = await login(cloud, tenant);
  const authorization = `Bearer ${body.access_token}`;
  return (method: string, path: string, json?: object, headers: Json = {}) =>
    send(cloud.graph, method, path, json === undefined ? "" : JSON.stringify(json), {
      authorization,
      ...headers,
    });
}

/** A signed-in client of Exchange: `await exchange("Get-AcceptedDomain")`. */
export async function exchangeClient(cloud: Microsoft, tenant: string) {
  const host = tenant === LITWARE ? "outlook.office365.us" : "outlook.office365.com";
  const { body } = await login(cloud, tenant, { scope: `https://${host}/.default` });
  const headers = {
    authorization: `Bearer ${body.access_token}`,
    "x-anchormailbox": `APP:SystemMailbox@${tenant}`,
  };
  return (CmdletName: string, Parameters: object = {}, path = tenant) => {
    const input = JSON.stringify({ CmdletInput: { CmdletName, Parameters } });
    return send(cloud.exchange, "POST", `/adminapi/beta/${path}/InvokeCommand`, input, headers);
  };
}

export type GraphClient = Awaited<ReturnType<typeof graphClient>>;

/** The objects of a list. */
export function values({ body }: Got): readonly Json[] {
  return Array.isArray(body.value) ? body.value.filter(isJson) : [];
}

/** The code and the words of a refusal. */
export function refusal({ status, body }: Got): string {
  const error = isJson(body.error) ? body.error : {};
  return `${status} ${error.code}: ${error.message}`;
}

async function send(
  service: Microsoft["graph"],
  method: string,
  path: string,
  body: string,
  headers: Json,
): Promise<Got> {
  const request = {
    service: service.name,
    method,
    path,
    cmdlets: [],
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body,
    bytes: Buffer.from(body),
    status: 0,
  };
  const answer = await service.answer(ORIGIN + path, request);
  // As a client gets it.
  const json: unknown = answer.body === undefined ? {} : JSON.parse(JSON.stringify(answer.body));
  return { status: answer.status, body: isJson(json) ? json : {} };
}
