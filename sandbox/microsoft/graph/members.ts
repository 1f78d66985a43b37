import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import { DIRECTORY_OBJECTS, type Directory } from "../tenant/directory";
import { GROUP_DEFAULTS } from "../tenant/group";
import { USER_DEFAULTS } from "../tenant/user";
import { addMember, alreadyThere } from "./add-member";
import { listAnswer } from "./answers";
import { referencedId } from "./bind";
import { badRequest, notFound } from "./graph-error";
import { groupOf } from "./groups";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";
import { userOf } from "./users";

const READ = [
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const WRITE = ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"];

/** Directory objects of any kind. */
export const OBJECT_SHAPE: Shape = {
  type: "directoryObject",
  directory: true,
  defaults: { ...GROUP_DEFAULTS, ...USER_DEFAULTS, appId: null },
};

/** Objects by id, each with its type. */
export function typed(directory: Directory, ids: readonly string[]): readonly Json[] {
  return ids.flatMap((id) => {
    const found = directory.find(id);
    return found === undefined ? [] : { "@odata.type": DIRECTORY_OBJECTS[found.kind], ...found.entity };
  });
}

export const MEMBERS: readonly Route[] = [
  related("groups/{}/members", (call) => call.directory.members.from(groupOf(call).id)),
  related("groups/{}/owners", (call) => call.directory.owners.from(groupOf(call).id)),
  related("groups/{}/memberOf", (call) => call.directory.members.to(groupOf(call).id)),
  related("users/{}/memberOf", (call) => call.directory.members.to(userOf(call).id)),
  related("groups/{}/transitiveMembers", (call) =>
    call.directory.members.reachable(groupOf(call).id, (id) => call.directory.members.from(id)),
  ),
  related("groups/{}/transitiveMemberOf", (call) =>
    call.directory.members.reachable(groupOf(call).id, (id) => call.directory.members.to(id)),
  ),
  related("users/{}/transitiveMemberOf", (call) =>
    call.directory.members.reachable(userOf(call).id, (id) => call.directory.members.to(id)),
  ),
  {
    method: "POST",
    path: "groups/{}/members/$ref",
    permissions: WRITE,
    run: (call) => {
      addMember(call.directory, groupOf(call), referencedId(call.body, call.directory));
      return NO_CONTENT;
    },
  },
  {
    method: "POST",
    path: "groups/{}/owners/$ref",
    permissions: WRITE,
    run: (call) => {
      const owner = referencedId(call.body, call.directory);
      if (!call.directory.owners.add(groupOf(call).id, owner)) throw alreadyThere("owners");
      return NO_CONTENT;
    },
  },
  {
    method: "DELETE",
    path: "groups/{}/members/{}/$ref",
    permissions: WRITE,
    run: (call) => {
      const [group, member] = [groupOf(call).id, idOf(call, 1)];
      if (!call.directory.members.remove(group, member)) throw notFound(member);
      return NO_CONTENT;
    },
  },
  { method: "DELETE", path: "groups/{}/owners/{}/$ref", permissions: WRITE, run: removeOwner },
];

function removeOwner(call: Call) {
  const [group, owner] = [groupOf(call).id, idOf(call, 1)];
  const { owners, users } = call.directory;
  if (!owners.has(group, owner)) throw notFound(owner);
  if (owners.from(group).length === 1 && users.has(owner)) {
    throw badRequest("The group must have at least one owner, hence this owner cannot be removed.");
  }
  owners.remove(group, owner);
  return NO_CONTENT;
}

function related(path: string, ids: (call: Call) => readonly string[]): Route {
  return {
    method: "GET",
    path,
    permissions: READ,
    run: (call) => listAnswer(call, "directoryObjects", typed(call.directory, ids(call)), OBJECT_SHAPE),
  };
}
