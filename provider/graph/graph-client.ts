import { objectIn } from "../http/answer-error";
import type { Caller } from "../http/caller";
import { CloudError } from "../http/cloud-error";
import { objects, text } from "../http/json";
import type { GraphClient, GraphObject, GraphOptions, GraphWriteOptions } from "./types";

/** A client of Graph. */
export function graphClient(caller: Caller): GraphClient {
  const read = async (url: string, { signal, needs }: GraphOptions = {}): Promise<GraphObject> => {
    const headers = { accept: "application/json" };
    return objectIn(await caller.call({ method: "GET", url, headers }, { repeat: "read", signal, needs }));
  };
  const write = (
    method: "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    body: object | undefined,
    options: GraphWriteOptions = {},
  ) => {
    const { signal, needs, secrets, idempotent = false } = options;
    const content = body === undefined ? undefined : JSON.stringify(body);
    const request = {
      method,
      url: address(caller.origin, path, options),
      headers: { accept: "application/json", ...(content && { "content-type": "application/json" }) },
      ...(content && { body: content }),
    };
    return caller.call(request, { repeat: idempotent ? "read" : "write", signal, needs, secrets });
  };
  const collection = async (path: string, options?: GraphOptions): Promise<GraphObject> => {
    const pages: GraphObject[] = [];
    const members: unknown[] = [];
    for (let url: string | undefined = address(caller.origin, path, options); url !== undefined; ) {
      const page: GraphObject = await read(url, options);
      // Half a page is not taken for an empty one: what is not listed would count as not there.
      if (!Array.isArray(page.value)) {
        const message = `the answer for ${path} is not a list`;
        throw new CloudError({ status: 200, code: "unreadable-answer", message });
      }
      pages.push(page);
      for (const member of page.value) members.push(member);
      url = text(page["@odata.nextLink"]);
    }
    const { "@odata.nextLink": _, ...first } = pages[0] ?? {};
    return { ...first, value: members };
  };
  return {
    async post(path, body, options) {
      const answer = await write("POST", path, body, options);
      return answer.status === 204 ? {} : objectIn(answer);
    },
    async patch(path, body, options) {
      await write("PATCH", path, body, options);
    },
    async put(path, body, options) {
      await write("PUT", path, body, options);
    },
    async delete(path, options) {
      await write("DELETE", path, undefined, options);
    },
    get: (path, options) => read(address(caller.origin, path, options), options),
    list: async (path, options) => objects((await collection(path, options)).value),
    collection,
  };
}

function address(origin: string, path: string, { version = "v1.0" }: GraphOptions = {}): string {
  return `${origin}/${version}/${path.replace(/^\/+/, "")}`;
}
