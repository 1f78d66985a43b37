import type { Json } from "../../http/answer";
import type { Directory } from "../tenant/directory";
import { badRequest, type GraphError } from "./graph-error";

/** @throws GraphError for a member that the group, as it is or would be, may not have, or has */
export function checkMember(directory: Directory, group: Json, member: string): void {
  if (member === group.id) throw badRequest("A group cannot be a member of itself.");
  const kind = directory.find(member)?.kind;
  if (kind === "applications" || kind === "directoryRoles") {
    throw badRequest("Invalid object type for a member of a group.");
  }
  if (group.isAssignableToRole === true && kind === "groups") {
    throw badRequest("Groups cannot be members of a group that is assignable to roles.");
  }
  if (Array.isArray(group.groupTypes) && group.groupTypes.includes("DynamicMembership")) {
    throw badRequest("Members of a group with dynamic membership cannot be changed.");
  }
  if (directory.members.has(String(group.id), member)) throw alreadyThere("members");
}

/** A relation that is to be added exists. */
export function alreadyThere(relation: "members" | "owners"): GraphError {
  return badRequest(
    `One or more added object references already exist for the following modified properties: '${relation}'.`,
  );
}
