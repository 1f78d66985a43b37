import { objectIn } from "../http/answer-error";
import type { Caller } from "../http/caller";
import { objects, text } from "../http/json";
import type { GraphClient, GraphObject, GraphOptions } from "./types";

/** A client of Graph. */
export function graphClient(caller: Caller): GraphClient {
  const read = async (url: string, { signal, needs }: GraphOptions = {}): Promise<GraphObject> => {
    const headers = { accept: "application/json" };
    return objectIn(await caller.call({ method: "GET", url, headers }, { repeat: "read", signal, needs }));
  };
  return {
    get: (path, options) => read(address(caller.origin, path, options), options),
    async list(path, options) {
      const entities: GraphObject[] = [];
      for (let url: string | undefined = address(caller.origin, path, options); url !== undefined; ) {
        const page: GraphObject = await read(url, options);
        entities.push(...objects(page.value));
        url = text(page["@odata.nextLink"]);
      }
      return entities;
    },
    async patch(path, body, options = {}) {
      const { signal, needs } = options;
      const headers = { accept: "application/json", "content-type": "application/json" };
      const url = address(caller.origin, path, options);
      await caller.call(
        { method: "PATCH", url, headers, body: JSON.stringify(body) },
        { repeat: "write", signal, needs },
      );
    },
  };
}

function address(origin: string, path: string, { version = "v1.0" }: GraphOptions = {}): string {
  return `${origin}/${version}/${path.replace(/^\/+/, "")}`;
}
