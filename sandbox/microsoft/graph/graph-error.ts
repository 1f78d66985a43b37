import { randomUUID } from "node:crypto";
import type { Answer } from "../../http/answer";

/** What is asked for is refused, in Graph's words. https://learn.microsoft.com/graph/errors */
export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The property that is wrong, where Graph says it. */
    readonly target?: string,
  ) {
    super(message);
  }
}

export function notFound(what: string): GraphError {
  const message = `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`;
  return new GraphError(404, "Request_ResourceNotFound", message);
}

/** The directory's refusal of a request's body. */
export function badRequest(message: string, target?: string): GraphError {
  return new GraphError(400, "Request_BadRequest", message, target);
}

/** The caller may not. */
export function denied(): GraphError {
  return new GraphError(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
  );
}

/** What is to be made is there already. */
export function conflict(): GraphError {
  return badRequest(
    "A conflicting object with one or more of the specified property values is present in the directory.",
  );
}

/** @param clientRequestId what the client calls its request */
export function errorAnswer({ status, code, message, target }: GraphError, clientRequestId?: string): Answer {
  return { status, body: errorBody(code, message, clientRequestId, target) };
}

export function errorBody(code: string, message: string, clientRequestId?: string, target?: string): object {
  const requestId = randomUUID();
  return {
    error: {
      code,
      message,
      ...(target === undefined ? {} : { details: [{ code: "InvalidValue", target, message }] }),
      innerError: {
        date: new Date().toISOString().slice(0, 19),
        "request-id": requestId,
        "client-request-id": clientRequestId ?? requestId,
      },
    },
  };
}
