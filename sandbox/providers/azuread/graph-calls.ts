import { STATUS_CODES } from "node:http";
import { isMapping } from "../../../lib/mapping";
import type { Caller } from "../../../provider/http/caller";
import { CloudError } from "../../../provider/http/cloud-error";
import { objects, text } from "../../../provider/http/json";
import type { HttpRequest } from "../../../provider/http/send";
import { DiagnosticError, type Json } from "../../../provider/plugin/index";

export type GraphObject = Readonly<Record<string, unknown>>;

/** A call of Graph: what it is for, in the words of the real provider's errors, and where. */
interface GraphCall {
  readonly doing: string;
  /** With the version: `beta/groups`. */
  readonly path: string;
  readonly signal: AbortSignal;
}

/** Calls of Graph by path. All throw DiagnosticError. */
export interface GraphCalls {
  readonly origin: string;
  /** An object; undefined where there is none (404). */
  find(call: GraphCall): Promise<GraphObject | undefined>;
  /** All pages of a collection. */
  list(call: GraphCall & { readonly query?: Query }): Promise<readonly GraphObject[]>;
  /** Removes an object; one that is gone already is none to remove. */
  remove(call: GraphCall): Promise<void>;
  /** What was answered, if anything was. */
  send(
    call: GraphCall & { readonly method: "POST" | "PATCH" | "DELETE"; readonly body?: Json },
  ): Promise<GraphObject>;
}

/** OData's query options. */
type Query = Readonly<Record<`$${string}`, string>>;

const JSON_TYPE = "application/json; charset=utf-8; IEEE754Compatible=false";

export function graphCalls(caller: Caller): GraphCalls {
  const request = async (
    { doing, signal }: Omit<GraphCall, "path">,
    url: string,
    method: HttpRequest["method"] = "GET",
    body?: Json,
  ): Promise<GraphObject | undefined> => {
    const headers = { accept: JSON_TYPE, ...(body !== undefined && { "content-type": JSON_TYPE }) };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      // As the real provider's SDK, which repeats writes too.
      const answer = await caller.call({ method, url, headers, ...content }, { repeat: "read", signal });
      return isMapping(answer.body) ? answer.body : {};
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.status === 404 && method === "GET") return undefined;
      throw failed(doing, error);
    }
  };
  const address = (path: string) => `${caller.origin}/${path}`;
  return {
    origin: caller.origin,
    find: (call) => request(call, address(call.path)),
    async list({ path, query = {}, ...call }) {
      const found: GraphObject[] = [];
      const asked = Object.entries(query)
        .map(([name, value]) => `${name}=${inQuery(value)}`)
        .join("&");
      for (
        let url: string | undefined = address(asked === "" ? path : `${path}?${asked}`);
        url !== undefined;
      ) {
        const page: GraphObject = (await request(call, url)) ?? {};
        found.push(...objects(page.value));
        url = text(page["@odata.nextLink"]);
      }
      return found;
    },
    async remove(call) {
      const url = address(call.path);
      if (await request(call, url)) await request(call, url, "DELETE");
    },
    send: async ({ path, method, body, ...call }) => (await request(call, address(path), method, body)) ?? {},
  };
}

function failed(doing: string, { status, code, message }: CloudError): DiagnosticError {
  const detail =
    status === 0
      ? message
      : `unexpected status ${status} (${status} ${STATUS_CODES[status] ?? ""}) with error: ${code}: ${message}`;
  return new DiagnosticError({ summary: doing, detail });
}

/** As readable as Go writes it: `$filter=displayName+eq+'grp'`. */
function inQuery(value: string): string {
  return encodeURIComponent(value).replaceAll("%20", "+").replaceAll("%2C", ",").replaceAll("%40", "@");
}

/** A text in a `$filter`: quotes are doubled (OData 4.01, URL conventions §5.1.1.6.1). */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
