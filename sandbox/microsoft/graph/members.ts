import { alreadyThere, checkMember } from "./check-member";
import { badRequest } from "./graph-error";
import { groupOf } from "./groups";
import { relatedRoute, relationRoutes } from "./related";
import type { Call, Route } from "./route";
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

/** Who is in which group, and whose groups are. */
export const MEMBERS: readonly Route[] = [
  ...relationRoutes({
    path: "groups/{}/members",
    read: READ,
    write: WRITE,
    of: (call) => groupOf(call).id,
    links: ({ directory }) => directory.members,
    add: (group, member, call) => {
      checkMember(call.directory, groupOf(call), member);
      call.directory.members.add(group, member);
    },
  }),
  ...relationRoutes({
    path: "groups/{}/owners",
    read: READ,
    write: WRITE,
    of: (call) => groupOf(call).id,
    links: ({ directory }) => directory.owners,
    add: (group, owner, { directory }) => {
      if (!directory.owners.add(group, owner)) throw alreadyThere("owners");
    },
    checkRemoval: (group, owner, { directory: { owners, users } }) => {
      if (owners.from(group).length === 1 && users.has(owner)) {
        throw badRequest("The group must have at least one owner, hence this owner cannot be removed.");
      }
    },
  }),
  relatedRoute("groups/{}/memberOf", READ, (call) => call.directory.members.to(groupOf(call).id)),
  relatedRoute("users/{}/memberOf", READ, (call) => call.directory.members.to(userOf(call).id)),
  relatedRoute("groups/{}/transitiveMembers", READ, (call) => {
    const { members } = call.directory;
    return members.reachable(groupOf(call).id, (id) => members.from(id));
  }),
  relatedRoute("groups/{}/transitiveMemberOf", READ, (call) => containing(groupOf(call).id, call)),
  relatedRoute("users/{}/transitiveMemberOf", READ, (call) => containing(userOf(call).id, call)),
];

function containing(id: string, { directory: { members } }: Call): readonly string[] {
  return members.reachable(id, (one) => members.to(one));
}
