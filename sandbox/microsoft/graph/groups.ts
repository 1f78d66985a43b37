import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import type { TenantState } from "../state";
import type { Directory } from "../tenant/directory";
import type { Entity } from "../tenant/entity";
import { GROUP_DEFAULTS, newGroup } from "../tenant/group";
import { boundIds } from "./bind";
import { checkGroup, checkGroupChange } from "./check-group";
import { checkMember } from "./check-member";
import { type EntitySet, entityOf, entitySetRoutes } from "./entity-set";
import { badRequest } from "./graph-error";
import type { Call, Route } from "./route";

const READ = ["Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const WRITE = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];

interface Bindings {
  readonly members: readonly string[];
  readonly owners: readonly string[];
}

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

const SET: EntitySet = {
  path: "groups",
  shape: GROUP_SHAPE,
  read: READ,
  write: WRITE,
  collection: ({ groups }) => groups,
  make: (given, { body, directory, tenant }, id) => {
    checkGroup(given, directory);
    checkBindings(bindings(body, directory), given, directory);
    return {
      ...newGroup(id, given),
      ...(isUnified(given) ? mailbox(given, tenant) : {}),
      ...(given.isAssignableToRole === true ? { visibility: "Private" } : {}),
    };
  },
  made: (group, call) => bind(group, call),
  change: (group, changes, call) => {
    const { body, directory } = call;
    checkGroupChange(changes, group, directory);
    checkBindings(bindings(body, directory), group, directory);
    bind(group, call);
    return changes;
  },
  remove: ({ id }, { directory }) => directory.remove("groups", id),
};

export const GROUPS: readonly Route[] = entitySetRoutes(SET);

export function groupOf(call: Call): Entity {
  return entityOf(SET, call);
}

/** What a Microsoft 365 group has besides: an address in the tenant's default domain. */
function mailbox({ mailNickname, visibility }: Json, { domains, initialDomain }: TenantState): Json {
  const domain = [...domains.values()].find(({ isDefault }) => isDefault)?.id ?? initialDomain;
  const mail = `${mailNickname}@${domain}`;
  return { visibility: visibility ?? "Public", mail, proxyAddresses: [`SMTP:${mail}`] };
}

/** Adds what `members@odata.bind` and `owners@odata.bind` name. */
function bind({ id }: Entity, { body, directory }: Call): void {
  const { members, owners } = bindings(body, directory);
  for (const member of members) directory.members.add(id, member);
  for (const owner of owners) directory.owners.add(id, owner);
}

function checkBindings({ members }: Bindings, group: Json, directory: Directory): void {
  for (const member of members) checkMember(directory, group, member);
}

function bindings(body: Json, directory: Directory): Bindings {
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
