import { objectIn } from "../http/answer-error";
import type { Caller } from "../http/caller";
import { objects, text } from "../http/json";
import type { GraphClient, GraphObject, GraphOptions } from "./types";

/** A client that reads Graph v1.0. */
export function graphClient(caller: Caller): GraphClient {
  const read = async (url: string, { signal }: GraphOptions = {}): Promise<GraphObject> => {
    const headers = { accept: "application/json" };
    return objectIn(await caller.call({ method: "GET", url, headers }, { repeat: "read", signal }));
  };
  return {
    get: (path, options) => read(address(caller.origin, path), options),
    async list(path, options) {
      const entities: GraphObject[] = [];
      for (let url: string | undefined = address(caller.origin, path); url !== undefined; ) {
        const page: GraphObject = await read(url, options);
        entities.push(...objects(page.value));
        url = text(page["@odata.nextLink"]);
      }
      return entities;
    },
  };
}

function address(origin: string, path: string): string {
  return `${origin}/v1.0/${path.replace(/^\/+/, "")}`;
}
