import { FaultError } from "../../../lib/fault";
import { APPLICATIONS } from "../../../lib/identity/applications";
import type { WorldGroup, WorldTenant, WorldUser } from "../../../lib/world/world";
import { guidOf, isGuid } from "../guid";
import type { Directory } from "./directory";
import type { Entity } from "./entity";
import { newGroup } from "./group";
import { newUser } from "./user";

/** Applications of Microsoft's own that every tenant knows. */
const FIRST_PARTY: Readonly<Record<string, string>> = {
  "Microsoft Graph": "00000003-0000-0000-c000-000000000000",
  ...Object.fromEntries(Object.entries(APPLICATIONS).filter(([, id]) => isGuid(id))),
};

/** Adds what the world says of a tenant and the directory does not have yet. */
export function seedDirectory(
  directory: Directory,
  { tenantId, users = [], groups = [], applications = [] }: WorldTenant,
): void {
  for (const [displayName, appId] of Object.entries(FIRST_PARTY)) {
    addServicePrincipal(directory, tenantId, appId, displayName);
  }
  for (const appId of applications) addServicePrincipal(directory, tenantId, appId, `Application ${appId}`);
  for (const user of users) seedUser(directory, tenantId, user);
  for (const group of groups) seedGroup(directory, tenantId, group);
}

/** The service principal of an application, which is made if it is not there. */
export function addServicePrincipal(
  directory: Directory,
  tenantId: string,
  appId: string,
  displayName: string,
): Entity {
  const id = guidOf(tenantId, "servicePrincipal", appId);
  return (
    directory.servicePrincipals.findBy("appId", appId) ??
    directory.servicePrincipals.put({
      id,
      deletedDateTime: null,
      accountEnabled: true,
      appId,
      appDisplayName: displayName,
      appRoleAssignmentRequired: false,
      displayName,
      servicePrincipalNames: [appId],
      servicePrincipalType: "Application",
      tags: [],
    })
  );
}

function seedUser(directory: Directory, tenantId: string, { userPrincipalName, ...facts }: WorldUser): void {
  if (directory.users.findBy("userPrincipalName", userPrincipalName) !== undefined) return;
  const id = facts.id ?? guidOf(tenantId, "user", userPrincipalName);
  const displayName = facts.displayName ?? userPrincipalName.split("@")[0];
  directory.users.put(newUser(id, userPrincipalName, { displayName }));
}

function seedGroup(directory: Directory, tenantId: string, group: WorldGroup): void {
  const id = group.id ?? guidOf(tenantId, "group", group.displayName);
  if (directory.groups.has(id)) return;
  const { displayName, isAssignableToRole = false, members = [] } = group;
  directory.groups.put(
    newGroup(id, {
      displayName,
      isAssignableToRole,
      mailNickname: id.slice(0, 10),
      ...(isAssignableToRole ? { visibility: "Private" } : {}),
    }),
  );
  for (const name of members) {
    const user = directory.users.findBy("userPrincipalName", name);
    if (user === undefined) {
      const message = `a member of the group ${JSON.stringify(displayName)} that is none of the tenant's users`;
      throw new FaultError("world", [{ path: ["groups"], message, received: JSON.stringify(name) }]);
    }
    directory.members.add(id, user.id);
  }
}
