import type { Shape } from "../odata/supported";
import { ROLE_TEMPLATES } from "./directory-roles";
import { type EntitySet, entitySetRoutes } from "./entity-set";
import { badRequest, conflict, notFound } from "./graph-error";
import type { Route } from "./route";

const READ = [
  "RoleManagement.Read.Directory",
  "RoleManagement.Read.All",
  "RoleManagement.ReadWrite.Directory",
  "Directory.Read.All",
];
const WRITE = ["RoleManagement.ReadWrite.Directory"];

const DEFINITION: Shape = {
  type: "unifiedRoleDefinition",
  defaults: {
    id: null,
    description: null,
    displayName: null,
    inheritsPermissionsFrom: [],
    isBuiltIn: false,
    isEnabled: true,
    resourceScopes: ["/"],
    rolePermissions: [],
    templateId: null,
    version: null,
  },
};

/** The built-in ones have the ids of their templates. */
const BUILT_IN = ROLE_TEMPLATES.map(({ id, displayName, description }) => ({
  ...DEFINITION.defaults,
  id,
  templateId: id,
  displayName,
  description,
  isBuiltIn: true,
  version: "1",
}));

const DEFINITIONS: EntitySet = {
  path: "roleManagement/directory/roleDefinitions",
  shape: DEFINITION,
  read: READ,
  write: WRITE,
  collection: ({ roleDefinitions }) => roleDefinitions,
  builtIn: BUILT_IN,
  view: (definition) => ({ ...definition, templateId: definition.templateId ?? definition.id }),
  make: (given) => {
    const missing = ["displayName", "isEnabled", "rolePermissions"].find((name) => given[name] === undefined);
    if (missing !== undefined) {
      throw badRequest(
        `A value is required for property '${missing}' of resource 'RoleDefinition'.`,
        missing,
      );
    }
    return { ...given, isBuiltIn: false };
  },
  change: (definition, changes) => {
    checkCustom(definition);
    return changes;
  },
  checkRemoval: (definition, { directory }) => {
    checkCustom(definition);
    if (directory.roleAssignments.findBy("roleDefinitionId", definition.id) !== undefined) {
      throw badRequest("A role definition that is assigned cannot be deleted.");
    }
  },
};

const ASSIGNMENTS: EntitySet = {
  path: "roleManagement/directory/roleAssignments",
  shape: {
    type: "unifiedRoleAssignment",
    defaults: {
      id: null,
      directoryScopeId: null,
      appScopeId: null,
      principalId: null,
      roleDefinitionId: null,
    },
  },
  read: READ,
  write: WRITE,
  collection: ({ roleAssignments }) => roleAssignments,
  make: (given, { directory }) => {
    const [principalId, roleDefinitionId] = [String(given.principalId), String(given.roleDefinitionId)];
    const principal = directory.find(principalId);
    if (principal === undefined) throw notFound(principalId);
    if (principal.kind === "groups" && principal.entity.isAssignableToRole !== true) {
      throw badRequest("Roles can be assigned only to groups that are assignable to roles.", "principalId");
    }
    const known =
      BUILT_IN.some(({ id }) => id === roleDefinitionId) || directory.roleDefinitions.has(roleDefinitionId);
    if (!known) throw notFound(roleDefinitionId);
    if (given.directoryScopeId === undefined && given.appScopeId === undefined) {
      throw badRequest("A value is required for property 'directoryScopeId' of resource 'RoleAssignment'.");
    }
    const same = directory.roleAssignments
      .all()
      .some((one) =>
        ["principalId", "roleDefinitionId", "directoryScopeId"].every((name) => one[name] === given[name]),
      );
    if (same) {
      throw conflict();
    }
    return given;
  },
};

export const ROLE_MANAGEMENT: readonly Route[] = [DEFINITIONS, ASSIGNMENTS].flatMap(entitySetRoutes);

function checkCustom({ isBuiltIn }: { readonly [name: string]: unknown }): void {
  if (isBuiltIn === true) throw badRequest("Built-in role definitions cannot be changed.");
}
