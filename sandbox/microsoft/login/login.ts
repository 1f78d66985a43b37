import type { Answer } from "../../http/answer";
import { decodedSegment } from "../path";
import type { TenantState } from "../state";
import { addServicePrincipal } from "../tenant/seed";
import type { Tenants } from "../tenants";
import { accessToken, type Claims, isExchangeToken } from "./access-token";
import type { Application } from "./application";
import { isSignedAssertion } from "./assertion";
import { openIdConfiguration } from "./discovery";
import { ALL_PERMISSIONS } from "./permissions";
import { refusal } from "./refusal";
import { type Resource, resourceOf } from "./resources";

interface Issued {
  readonly resource: Resource;
  readonly until: number;
  readonly claims: Claims;
}

const EXCHANGE_PERMISSIONS = ["Exchange.ManageAsApp"];

/** Entra ID's token endpoints of all tenants for one application each, and the memory of the tokens that they gave. */
export class Login {
  private readonly issued = new Map<string, Issued>();
  private readonly usedAssertions = new Set<string>();
  /** How long tokens last from now on, in seconds. */
  lifetime = 3599;

  constructor(
    private readonly applicationIn: (tenantId: string) => Application,
    private readonly tenants: Tenants,
  ) {}

  /** Every token given so far is refused from now on. */
  expireTokens(): void {
    this.issued.clear();
  }

  /** Every token that was ever given; for tests that look for leaks. */
  readonly tokens: string[] = [];

  /** Whom an `Authorization` header proves to be there, for one of Microsoft's services. */
  bearer(authorization: unknown, resource: Resource): Claims | undefined {
    const token = /^Bearer (.+)$/i.exec(String(authorization))?.[1];
    const issued = token === undefined ? undefined : this.issued.get(token);
    return issued?.resource === resource && issued.until > Date.now() ? issued.claims : undefined;
  }

  answer(url: string, method: string, body: string): Answer {
    const { pathname } = new URL(url);
    const [, name = "", ...rest] = pathname.split("/");
    const path = rest.join("/");
    const tenant = this.tenants.find(decodedSegment(name));
    if (path === "discovery/v2.0/keys") return { status: 200, body: { keys: [] } };
    if (path === "v2.0/.well-known/openid-configuration" && tenant !== undefined) {
      return { status: 200, body: openIdConfiguration(new URL(url).origin, tenant) };
    }
    if (tenant === undefined) {
      const text = `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
      return refusal("invalid_request", 90002, text);
    }
    if (path !== "oauth2/v2.0/token") return { status: 404 };
    if (method !== "POST") {
      return refusal("invalid_request", 900561, "The endpoint only accepts POST requests.");
    }
    return this.token(new URLSearchParams(body), url, tenant);
  }

  private token(form: URLSearchParams, url: string, tenant: TenantState): Answer {
    if (form.get("grant_type") !== "client_credentials") {
      return refusal("unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
    }
    const clientId = form.get("client_id") ?? "";
    const application = this.applicationIn(tenant.tenantId);
    if (clientId.toLowerCase() !== application.clientId.toLowerCase()) {
      const text = `Application with identifier '${clientId}' was not found in the directory '${tenant.initialDomain}'. This can happen if the application has not been installed by the administrator of the tenant.`;
      return refusal("unauthorized_client", 700016, text);
    }
    const scope = form.get("scope") ?? "";
    const resource = resourceOf(scope, tenant);
    if (resource === null) {
      return refusal("invalid_scope", 70011, `The provided value for scope ${scope} is not valid.`);
    }
    if (resource === undefined) {
      const text = `The resource principal named ${scope.replace(/\/\.default$/, "")} was not found in the tenant named ${tenant.initialDomain}.`;
      return refusal("invalid_resource", 500011, text);
    }
    return (
      this.unproven(application, form, url, tenant) ??
      this.give(application, resource, scope, tenant, new URL(url).origin)
    );
  }

  private give(
    { clientId }: Application,
    resource: Resource,
    scope: string,
    tenant: TenantState,
    origin: string,
  ): Answer {
    const principal = addServicePrincipal(tenant.directory, tenant.tenantId, clientId, "mail-hygiene");
    const claims: Claims = {
      aud: scope.slice(0, -"/.default".length),
      tid: tenant.tenantId,
      oid: principal.id,
      appid: clientId,
      roles: resource === "graph" ? (tenant.permissions ?? ALL_PERMISSIONS) : EXCHANGE_PERMISSIONS,
    };
    const token = accessToken(claims, `${origin}/${tenant.tenantId}/`, this.lifetime);
    this.issued.set(token, { resource, until: Date.now() + this.lifetime * 1000, claims });
    this.tokens.push(token);
    return {
      status: 200,
      body: {
        token_type: "Bearer",
        expires_in: this.lifetime,
        ext_expires_in: this.lifetime,
        access_token: token,
      },
    };
  }

  /** Why whoever asks has not shown to be the application; undefined if it has. */
  private unproven(
    application: Application,
    form: URLSearchParams,
    audience: string,
    tenant: TenantState,
  ): Answer | undefined {
    const secret = form.get("client_secret");
    if (secret !== null) {
      if (secret === application.clientSecret) return undefined;
      const hint = "Ensure the secret being sent in the request is the client secret value";
      // Worse than Microsoft: it says what it was sent.
      return refusal("invalid_client", 7000215, `Invalid client secret provided: ${secret}. ${hint}.`, 401);
    }
    if (form.get("client_assertion_type") !== "urn:ietf:params:oauth:client-assertion-type:jwt-bearer") {
      return refusal("invalid_client", 7000216, "'client_assertion' or 'client_secret' is required.", 401);
    }
    const assertion = form.get("client_assertion") ?? "";
    if (isFederated(application, assertion, tenant) || this.isOurs(application, assertion, audience)) {
      return undefined;
    }
    return refusal(
      "invalid_client",
      700027,
      `The certificate with the assertion ${assertion} is not registered.`,
      401,
    );
  }

  /** An assertion is good for one request. */
  private isOurs({ certificate, clientId }: Application, assertion: string, audience: string): boolean {
    if (certificate === undefined || this.usedAssertions.has(assertion)) return false;
    if (!isSignedAssertion(assertion, { certificate, clientId, audience })) return false;
    this.usedAssertions.add(assertion);
    return true;
  }
}

function isFederated(
  { federatedToken, trustsFederation = false }: Application,
  assertion: string,
  { cloud }: TenantState,
): boolean {
  if (federatedToken !== undefined && assertion === federatedToken) return true;
  return trustsFederation && isExchangeToken(assertion, cloud.endpoints.federationAudience);
}
