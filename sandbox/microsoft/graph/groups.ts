import { randomUUID } from "node:crypto";
import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import type { Directory } from "../tenant/directory";
import type { Entity } from "../tenant/entity";
import { GROUP_DEFAULTS, newGroup } from "../tenant/group";
import { addMember, alreadyThere } from "./add-member";
import { entityAnswer, listAnswer } from "./answers";
import { boundIds, properties } from "./bind";
import { checkGroup, checkGroupChange } from "./check-group";
import { badRequest, notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";

const READ = ["Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const WRITE = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];

/** So many objects may be bound in one request. */
const BOUND_AT_ONCE = 20;

const GROUP_SHAPE: Shape = {
  type: "group",
  directory: true,
  defaults: GROUP_DEFAULTS,
  filterable: Object.keys(GROUP_DEFAULTS).filter(
    (name) => !["description", "theme", "visibility", "writebackConfiguration"].includes(name),
  ),
};

export const GROUPS: readonly Route[] = [
  {
    method: "GET",
    path: "groups",
    permissions: READ,
    run: (call) => listAnswer(call, "groups", call.directory.groups.all(), GROUP_SHAPE),
  },
  {
    method: "POST",
    path: "groups",
    permissions: [...WRITE, "Group.Create"],
    run: (call) => entityAnswer(call, "groups", create(call), { status: 201 }),
  },
  {
    method: "GET",
    path: "groups/{}",
    permissions: READ,
    run: (call) => entityAnswer(call, "groups", groupOf(call)),
  },
  { method: "PATCH", path: "groups/{}", permissions: WRITE, run: change },
  {
    method: "DELETE",
    path: "groups/{}",
    permissions: WRITE,
    run: (call) => {
      call.directory.remove("groups", groupOf(call).id);
      return NO_CONTENT;
    },
  },
];

export function groupOf(call: Call): Entity {
  const group = call.directory.groups.find(idOf(call));
  if (group === undefined) throw notFound(idOf(call));
  return group;
}

function create({ body, directory }: Call): Entity {
  const id = randomUUID();
  const given = properties(body);
  checkGroup(given, directory);
  const bound = bindings(body, directory);
  const group = newGroup(id, {
    ...given,
    ...(given.isAssignableToRole === true ? { visibility: "Private" } : {}),
    ...(isUnified(given) ? { visibility: given.visibility ?? "Public" } : {}),
  });
  directory.groups.put(group);
  for (const owner of bound.owners) directory.owners.add(id, owner);
  for (const member of bound.members) addMember(directory, group, member);
  return group;
}

function change(call: Call) {
  const { body, directory } = call;
  const group = groupOf(call);
  const changes = properties(body);
  checkGroupChange(changes, group, directory);
  const { members, owners } = bindings(body, directory);
  const there = members.find((member) => directory.members.has(group.id, member));
  if (there !== undefined) throw alreadyThere("members");
  Object.assign(group, changes);
  for (const member of members) addMember(directory, group, member);
  for (const owner of owners) directory.owners.add(group.id, owner);
  return NO_CONTENT;
}

function bindings(body: Json, directory: Directory) {
  const bound = {
    members: boundIds(body, "members", directory),
    owners: boundIds(body, "owners", directory),
  };
  if (bound.members.length + bound.owners.length <= BOUND_AT_ONCE) return bound;
  throw badRequest(`The request exceeds the limit of ${BOUND_AT_ONCE} references in one request.`);
}

function isUnified({ groupTypes }: Json): boolean {
  return Array.isArray(groupTypes) && groupTypes.includes("Unified");
}
