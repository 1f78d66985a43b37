import type { Links } from "../tenant/links";
import { listAnswer } from "./answers";
import { referencedId } from "./bind";
import { notFound } from "./graph-error";
import { OBJECT_SHAPE, typed } from "./objects";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";

/** A relation of the object at a path: `groups/{}/members`. */
export interface Relation {
  readonly path: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** The id of the object that the path names. */
  readonly of: (call: Call) => string;
  readonly links: (call: Call) => Links;
  /** Adds; throws a GraphError for what may not be related. */
  readonly add: (from: string, to: string, call: Call) => void;
  /** Throws a GraphError for what has to stay related. */
  readonly checkRemoval?: (from: string, to: string, call: Call) => void;
}

/** Lists what is related, and adds and removes references to it. */
export function relationRoutes({
  path,
  read,
  write,
  of,
  links,
  add,
  checkRemoval,
}: Relation): readonly Route[] {
  return [
    relatedRoute(path, read, (call) => links(call).from(of(call))),
    {
      method: "POST",
      path: `${path}/$ref`,
      permissions: write,
      run: (call) => {
        add(of(call), referencedId(call.body, call.directory), call);
        return NO_CONTENT;
      },
    },
    {
      method: "DELETE",
      path: `${path}/{}/$ref`,
      permissions: write,
      run: (call) => {
        const [from, to] = [of(call), idOf(call, 1)];
        if (!links(call).has(from, to)) throw notFound(to);
        checkRemoval?.(from, to, call);
        links(call).remove(from, to);
        return NO_CONTENT;
      },
    },
  ];
}

/** Lists directory objects. */
export function relatedRoute(
  path: string,
  permissions: readonly string[],
  ids: (call: Call) => readonly string[],
): Route {
  return {
    method: "GET",
    path,
    permissions,
    run: (call) => listAnswer(call, "directoryObjects", typed(call.directory, ids(call)), OBJECT_SHAPE),
  };
}
