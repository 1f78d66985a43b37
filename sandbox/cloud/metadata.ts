import type { HttpService } from "../http/listen";
import { metadataAnswer } from "../microsoft";

/** Tells azuread where login and Graph are. @param login its origin @param graph its origin */
export function metadataService(login: string, graph: string): HttpService {
  return {
    name: "metadata",
    refusal: (status, message) => ({ error: { code: String(status), message: message ?? "refused" } }),
    answer: (url) => metadataAnswer(url, { login, graph, metadata: new URL(url).origin }),
  };
}
