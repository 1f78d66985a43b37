import { objectIn } from "../http/answer-error";
import type { Caller } from "../http/caller";
import { CloudError } from "../http/cloud-error";
import { objects, text } from "../http/json";
import type { GraphClient, GraphObject, GraphOptions } from "./types";

/** A client of Graph. */
export function graphClient(caller: Caller): GraphClient {
  const read = async (url: string, { signal, needs }: GraphOptions = {}): Promise<GraphObject> => {
    const headers = { accept: "application/json" };
    return objectIn(await caller.call({ method: "GET", url, headers }, { repeat: "read", signal, needs }));
  };
  const write = (
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    body?: object,
    options: GraphOptions = {},
  ) => {
    const headers = { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) };
    const request = {
      method,
      url: address(caller.origin, path, options),
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    };
    return caller.call(request, { repeat: "write", signal: options.signal, needs: options.needs });
  };
  return {
    post: async (path, body, options) => objectIn(await write("POST", path, body, options)),
    async patch(path, body, options) {
      await write("PATCH", path, body, options);
    },
    async delete(path, options) {
      await write("DELETE", path, undefined, options);
    },
    get: (path, options) => read(address(caller.origin, path, options), options),
    async list(path, options) {
      const entities: GraphObject[] = [];
      for (let url: string | undefined = address(caller.origin, path, options); url !== undefined; ) {
        const page: GraphObject = await read(url, options);
        // Half a page is not taken for an empty one: what is not listed would count as not there.
        if (!Array.isArray(page.value)) {
          const message = `the answer for ${path} is not a list`;
          throw new CloudError({ status: 200, code: "unreadable-answer", message });
        }
        entities.push(...objects(page.value));
        url = text(page["@odata.nextLink"]);
      }
      return entities;
    },
    async change(method, path, body, options = {}) {
      const { signal, needs, secrets } = options;
      const headers = { accept: "application/json", "content-type": "application/json; charset=utf-8" };
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const request = { method, url: address(caller.origin, path, options), headers, ...content };
      await caller.call(request, { repeat: "read", signal, needs, secrets });
    },
  };
}

function address(origin: string, path: string, { version = "v1.0" }: GraphOptions = {}): string {
  return `${origin}/${version}/${path.replace(/^\/+/, "")}`;
}
