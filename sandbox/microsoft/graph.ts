import type { Answer } from "../http/answer";
import type { TenantState } from "./state";

/** Graph v1.0, as far as domains go. */
export class Graph {
  /** Entities on a page. */
  pageSize = 100;

  constructor(private readonly state: TenantState) {}

  answer(url: string): Answer {
    const { origin, pathname, searchParams } = new URL(url);
    const [, version, collection, id, navigation, ...rest] = pathname.split("/").map(decodeURIComponent);
    if (version !== "v1.0" || collection !== "domains" || rest.length > 0)
      return notFound("ResourceNotFound", pathname);
    const skip = Number(searchParams.get("$skiptoken") ?? 0);
    if (id === undefined)
      return this.#page([...this.state.domains.values()].map(entity), origin + pathname, skip);
    const domain = this.state.domains.get(id);
    if (domain === undefined) return notFound("Request_ResourceNotFound", id);
    if (navigation === undefined) return { status: 200, body: entity(domain) };
    if (navigation !== "serviceConfigurationRecords") return notFound("ResourceNotFound", navigation);
    return this.#page(domain.serviceConfigurationRecords, origin + pathname, skip);
  }

  #page(entities: readonly object[], url: string, skip: number): Answer {
    const next = skip + this.pageSize;
    return {
      status: 200,
      body: {
        value: entities.slice(skip, next),
        ...(next < entities.length ? { "@odata.nextLink": `${url}?$skiptoken=${next}` } : {}),
      },
    };
  }
}

/** The domain without what Graph gives only when it is asked for. */
function entity({
  serviceConfigurationRecords: _,
  ...facts
}: {
  serviceConfigurationRecords: unknown;
  isVerified: boolean;
}): object {
  return {
    ...facts,
    authenticationType: "Managed",
    isAdminManaged: true,
    isRoot: true,
    supportedServices: facts.isVerified ? ["Email"] : [],
  };
}

function notFound(code: string, what: string): Answer {
  const message = `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`;
  return {
    status: 404,
    body: { error: { code, message, innerError: { "request-id": "7d1c0c0e-3333-4b1d-a7f2-1f2e3d4c5b00" } } },
  };
}
