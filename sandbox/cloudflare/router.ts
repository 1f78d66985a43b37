import { type Answer, isJson, type Json } from "../http/answer";
import type { LoggedRequest } from "../http/traffic";
import { ApiError } from "./envelope";

/** A request as a handler reads it. */
export interface Call {
  readonly request: LoggedRequest;
  readonly query: URLSearchParams;
  /** What stands for `:name` in the route's path. */
  param(name: string): string;
  /**
   * The JSON object in the body.
   * @throws ApiError if there is none
   */
  json(): Json;
}

type Handler = (call: Call) => Answer | Promise<Answer>;

/** By method and path below `/client/v4`, with `:name` for one segment: `GET zones/:zone`. */
export type Routes = Readonly<Record<string, Handler>>;

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
}

export class Router {
  private readonly routes: readonly Route[];

  constructor(...tables: readonly Routes[]) {
    this.routes = tables.flatMap((table) =>
      Object.entries(table).map(([key, handler]) => {
        const [method = "", path = ""] = key.split(" ");
        return { method, segments: path.split("/"), handler };
      }),
    );
  }

  /**
   * @param path below `/client/v4/`
   * @throws ApiError where nothing is, or not with that method
   */
  async answer(path: string, query: URLSearchParams, request: LoggedRequest): Promise<Answer> {
    const segments = path.replace(/\/$/, "").split("/").map(decoded);
    const here = this.routes.filter((route) => fits(route.segments, segments));
    if (here.length === 0) throw noRoute(path);
    const route = here.find(({ method }) => method === request.method);
    if (route === undefined) {
      throw new ApiError(405, { code: 10405, message: "Method not allowed for this authentication scheme" });
    }
    const param = (name: string) => segments[route.segments.indexOf(`:${name}`)] ?? "";
    return route.handler({ request, query, param, json: () => jsonOf(request.body) });
  }
}

/** For an identifier or a path that leads nowhere. */
export function noRoute(path: string): ApiError {
  return new ApiError(
    404,
    {
      code: 7003,
      message: `Could not route to /client/v4/${path}, perhaps your object identifier is invalid?`,
    },
    { code: 7000, message: "No route for that URI" },
  );
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, place) => (part.startsWith(":") ? segments[place] !== "" : part === segments[place]))
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function jsonOf(body: string): Json {
  try {
    const value: unknown = JSON.parse(body);
    if (isJson(value)) return value;
  } catch {
    // Refused below, as any other body that is no object.
  }
  throw new ApiError(400, { code: 9207, message: "Request body is invalid." });
}
