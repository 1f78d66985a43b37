import type { Json } from "../../http/answer";
import type { Directory } from "../tenant/directory";
import { badRequest, notFound } from "./graph-error";

/** The ids that `members@odata.bind` and the like name; each must be in the directory. */
export function boundIds(body: Json, relation: string, directory: Directory): readonly string[] {
  const urls = body[`${relation}@odata.bind`];
  if (urls === undefined || urls === null) return [];
  return [urls].flat().map((url) => objectAt(url, directory));
}

/** The id of the directory object that the body of `POST …/$ref` names. */
export function referencedId(body: Json, directory: Directory): string {
  return objectAt(body["@odata.id"], directory);
}

function objectAt(url: unknown, directory: Directory): string {
  const id = typeof url === "string" ? /([^/(')]+)(?:'?\))?$/.exec(url)?.[1] : undefined;
  if (id === undefined) throw badRequest("Invalid URL format specified in payload.");
  const found = directory.find(id) ?? byUserPrincipalName(id, directory);
  if (found === undefined) throw notFound(id);
  return found.entity.id;
}

function byUserPrincipalName(name: string, { users }: Directory) {
  const entity = name.includes("@") ? users.findBy("userPrincipalName", name) : undefined;
  return entity && { entity };
}

/** A body without what OData says in it: annotations and references to other objects. */
export function properties(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.includes("@odata.")));
}
