import type { Answer, Json } from "../../http/answer";
import type { DnsView } from "../dns-view";
import type { Claims } from "../login/access-token";
import type { Query } from "../odata/query";
import type { TenantState } from "../state";
import type { Directory } from "../tenant/directory";

/** One request to Graph, taken apart. */
export interface Call {
  readonly tenant: TenantState;
  readonly directory: Directory;
  readonly dns: DnsView;
  /** Whose a verified domain is, of all tenants there are. */
  readonly ownerOf: (domain: string) => TenantState | undefined;
  readonly caller: Claims;
  /** What stands at a `{}` of the route's path, in order. */
  readonly ids: readonly string[];
  readonly query: Query;
  readonly body: Json;
  /** `http://127.0.0.1:1234/v1.0`. */
  readonly base: string;
  readonly version: "v1.0" | "beta";
  /** The URL of the request. */
  readonly url: string;
  /** Entities on a page. */
  readonly pageSize: number;
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** What Graph can do at one path. */
export interface Route {
  readonly method: Method;
  /** Below the version; `{}` stands for any one segment: `groups/{}/members`. */
  readonly path: string;
  /** Application permissions of which the caller needs one. */
  readonly permissions: readonly string[];
  readonly run: (call: Call) => Answer;
}

export const NO_CONTENT: Answer = { status: 204 };

/** The id at the place of the first, the second, … `{}`. */
export function idOf({ ids }: Call, place = 0): string {
  return ids[place] ?? "";
}
