import { decodedSegment } from "../path";
import { GraphError } from "./graph-error";
import type { Route } from "./route";

/** The segments of a path; `groups('id')` is `groups/id`. */
export function segmentsOf(pathname: string): readonly string[] {
  return pathname
    .split("/")
    .filter((segment) => segment !== "")
    .flatMap((segment) => {
      const decoded = decodedSegment(segment);
      const [, name, key] = /^(\w+)\('(.*)'\)$/.exec(decoded) ?? [];
      return name !== undefined && key !== undefined ? [name, key.replaceAll("''", "'")] : [decoded];
    });
}

/**
 * What answers at a path. A segment in so many words goes before one that may be anything.
 * @throws GraphError if there is no such path, or not with that method
 */
export function findRoute(
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
): { readonly route: Route; readonly ids: readonly string[] } {
  const fitting = routes.flatMap((route) => {
    const ids = idsIn(route.path, segments);
    return ids === undefined ? [] : { route, ids };
  });
  if (fitting.length === 0) {
    throw new GraphError(
      400,
      "BadRequest",
      `Resource not found for the segment '${unknownSegment(routes, segments)}'.`,
    );
  }
  const [first] = fitting
    .filter(({ route }) => route.method === method)
    .sort((a, b) => a.ids.length - b.ids.length);
  if (first !== undefined) return first;
  throw new GraphError(
    405,
    "Request_BadRequest",
    "Specified HTTP method is not allowed for the request target.",
  );
}

function idsIn(path: string, segments: readonly string[]): readonly string[] | undefined {
  const pattern = path.split("/");
  if (pattern.length !== segments.length) return undefined;
  const ids: string[] = [];
  for (const [place, part] of pattern.entries()) {
    const segment = segments[place] ?? "";
    if (part === "{}") ids.push(segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return ids;
}

/** The first segment that no path has at its place. */
function unknownSegment(routes: readonly Route[], segments: readonly string[]): string {
  for (let length = 1; length <= segments.length; length += 1) {
    const begun = segments.slice(0, length);
    if (!routes.some(({ path }) => idsIn(path.split("/").slice(0, length).join("/"), begun) !== undefined)) {
      return segments[length - 1] ?? "";
    }
  }
  return segments.at(-1) ?? "";
}
