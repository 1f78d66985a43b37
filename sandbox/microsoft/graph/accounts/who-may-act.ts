import { ROLES } from "../../../../lib/identity/roles";
import type { Directory } from "../../tenant/directory";
import type { Entity } from "../../tenant/entity";
import { denied } from "../graph-error";
import type { Call } from "../route";

/** Who may act on every account. https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions */
const ANYBODY = ["Global Administrator", "Privileged Authentication Administrator"];
/** Roles whose holders others may act on too. */
const HARMLESS = ["Directory Readers", "Guest Inviter", "Message Center Reader", "Reports Reader"];

/** @throws GraphError if the account holds a role that the caller has no power over */
export function checkMayAct(user: Entity, { directory, caller }: Call): void {
  const held = rolesOf(user.id, directory);
  const roleGroup = directory.members
    .to(user.id)
    .some((group) => directory.groups.find(group)?.isAssignableToRole === true);
  if (!roleGroup && held.every((role) => HARMLESS.includes(role))) return;
  if (rolesOf(caller.oid, directory).some((role) => ANYBODY.includes(role))) return;
  throw denied();
}

/** The names of built-in roles that a principal holds by itself or by a group. */
function rolesOf(principal: string, directory: Directory): readonly string[] {
  const holders = new Set([principal, ...directory.members.to(principal)]);
  const assigned = directory.roleAssignments
    .all()
    .flatMap(({ principalId, roleDefinitionId }) =>
      holders.has(String(principalId)) ? String(roleDefinitionId) : [],
    );
  const active = directory.directoryRoles
    .all()
    .flatMap(({ id, roleTemplateId }) => (holders.has(id) ? String(roleTemplateId) : []));
  const ids = new Set([...assigned, ...active]);
  return Object.entries(ROLES).flatMap(([name, id]) => (ids.has(id) ? name : []));
}
