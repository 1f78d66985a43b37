import { type Answer, isJson, type Json } from "../../http/answer";
import type { DnsView } from "../dns-view";
import type { Claims } from "../login/access-token";
import { ODataError } from "../odata/odata-error";
import { parseQuery } from "../odata/query";
import type { TenantState } from "../state";
import { ACCOUNTS } from "./accounts/index";
import { NAMED_LOCATIONS } from "./conditional-access/named-locations";
import { POLICIES } from "./conditional-access/policies";
import { STRENGTH_ROUTES } from "./conditional-access/strengths";
import { TEMPLATES } from "./conditional-access/templates";
import { CONSENT_ROUTES } from "./consent";
import { DIRECTORY_OBJECT_ROUTES } from "./directory-objects";
import { DIRECTORY_ROLES } from "./directory-roles";
import { DOMAINS } from "./domains";
import { denied, errorAnswer, GraphError } from "./graph-error";
import { GROUPS } from "./groups";
import { MEMBERS } from "./members";
import { ORGANIZATION } from "./organization";
import { REGISTRATION_ROUTES } from "./registration";
import { ROLE_ELIGIBILITY_ROUTES } from "./role-eligibility";
import { ROLE_MANAGEMENT } from "./role-management";
import { ROLE_POLICY_ROUTES } from "./role-policies";
import type { Call, Route } from "./route";
import { findRoute, segmentsOf } from "./routing";
import { APPLICATION_ROUTES } from "./service-principals";
import { SETTING_ROUTES } from "./settings";
import { USERS } from "./users";

/** All that Graph answers here. */
export const ROUTES: readonly Route[] = [
  ...ACCOUNTS,
  ...APPLICATION_ROUTES,
  ...CONSENT_ROUTES,
  ...DIRECTORY_OBJECT_ROUTES,
  ...DIRECTORY_ROLES,
  ...DOMAINS,
  ...GROUPS,
  ...MEMBERS,
  ...NAMED_LOCATIONS,
  ...ORGANIZATION,
  ...POLICIES,
  ...REGISTRATION_ROUTES,
  ...ROLE_MANAGEMENT,
  ...ROLE_ELIGIBILITY_ROUTES,
  ...ROLE_POLICY_ROUTES,
  ...SETTING_ROUTES,
  ...STRENGTH_ROUTES,
  ...TEMPLATES,
  ...USERS,
];

/** Requests in one batch. https://learn.microsoft.com/graph/json-batching */
const BATCH_LIMIT = 20;

export interface GraphRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Json;
}

/** Graph, v1.0 and beta, of every tenant. */
export class Graph {
  /** Entities on a page. */
  pageSize = 100;

  /** @param ownerOf whose a verified domain is */
  constructor(
    private readonly dns: DnsView,
    private readonly ownerOf: Call["ownerOf"],
  ) {}

  /** @param caller who asks; a tenant's tokens lead to the tenant */
  answer(url: string, request: GraphRequest, tenant: TenantState, caller: Claims): Answer {
    const clientRequestId = request.headers["client-request-id"];
    try {
      return this.dispatch(url, request, tenant, caller);
    } catch (error) {
      return errorAnswer(
        asGraphError(error),
        typeof clientRequestId === "string" ? clientRequestId : undefined,
      );
    }
  }

  private dispatch(url: string, request: GraphRequest, tenant: TenantState, caller: Claims): Answer {
    const { method, headers, body } = request;
    const { origin, pathname, searchParams } = new URL(url);
    const [version = "", ...segments] = segmentsOf(pathname);
    if (version !== "v1.0" && version !== "beta") {
      throw new GraphError(400, "BadRequest", `Invalid version: ${version}.`);
    }
    if (segments.length === 1 && segments[0] === "$batch") return this.batch(url, request, tenant, caller);
    const { route, ids } = findRoute(ROUTES, method, segments);
    checkPermitted(route, caller);
    const level = headers.consistencylevel;
    return route.run({
      tenant,
      directory: tenant.directory,
      dns: this.dns,
      ownerOf: this.ownerOf,
      caller,
      ids,
      query: parseQuery(searchParams, typeof level === "string" ? level : undefined),
      body,
      base: `${origin}/${version}`,
      version,
      url,
      pageSize: this.pageSize,
    });
  }

  private batch(url: string, request: GraphRequest, tenant: TenantState, caller: Claims): Answer {
    const { requests } = request.body;
    if (request.method !== "POST" || !Array.isArray(requests)) {
      throw new GraphError(400, "BadRequest", "Invalid batch payload format.");
    }
    if (requests.length > BATCH_LIMIT) {
      const message = `Number of batch requests ${requests.length} exceeds maximum limit of ${BATCH_LIMIT}`;
      throw new GraphError(400, "BadRequest", message);
    }
    const base = url.replace(/\/\$batch.*$/, "");
    const responses = requests.filter(isJson).map(({ id, method, url: path, headers, body }) => {
      const part: GraphRequest = {
        method: String(method).toUpperCase(),
        headers: isJson(headers) ? lowerCased(headers) : {},
        body: isJson(body) ? body : {},
      };
      const { status, body: given } = this.answer(
        `${base}/${String(path).replace(/^\//, "")}`,
        part,
        tenant,
        caller,
      );
      return { id, status, headers: { "Content-Type": "application/json" }, body: given };
    });
    return { status: 200, body: { responses } };
  }
}

function checkPermitted({ permissions }: Route, { roles }: Claims): void {
  if (permissions.some((permission) => roles.includes(permission))) return;
  if (permissions.some((permission) => permission.startsWith("Policy."))) {
    const message = "You cannot perform the requested operation, required scopes are missing in the token.";
    throw new GraphError(403, "AccessDenied", message);
  }
  throw denied();
}

function asGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  if (error instanceof ODataError) return new GraphError(400, error.code, error.message);
  throw error;
}

function lowerCased(headers: Json): Json {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
