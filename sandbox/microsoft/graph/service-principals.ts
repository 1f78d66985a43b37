import { randomUUID } from "node:crypto";
import { isGuid } from "../guid";
import type { Shape } from "../odata/supported";
import type { Directory } from "../tenant/directory";
import { alreadyThere } from "./check-member";
import { type EntitySet, entityOf, entitySetRoutes } from "./entity-set";
import { badRequest, conflict } from "./graph-error";
import { relationRoutes } from "./related";
import type { Route } from "./route";

const READ = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const WRITE = ["Application.ReadWrite.All", "Directory.ReadWrite.All"];

const APPLICATION: Shape = {
  type: "application",
  directory: true,
  defaults: {
    id: null,
    deletedDateTime: null,
    appId: null,
    appRoles: [],
    createdDateTime: null,
    description: null,
    displayName: null,
    groupMembershipClaims: null,
    identifierUris: [],
    keyCredentials: [],
    passwordCredentials: [],
    requiredResourceAccess: [],
    signInAudience: "AzureADMyOrg",
    tags: [],
  },
};

const SERVICE_PRINCIPAL: Shape = {
  type: "servicePrincipal",
  directory: true,
  defaults: {
    id: null,
    deletedDateTime: null,
    accountEnabled: true,
    appDisplayName: null,
    appId: null,
    appRoleAssignmentRequired: false,
    appRoles: [],
    displayName: null,
    keyCredentials: [],
    notes: null,
    oauth2PermissionScopes: [],
    passwordCredentials: [],
    servicePrincipalNames: [],
    servicePrincipalType: "Application",
    tags: [],
  },
};

const APPLICATIONS: EntitySet = {
  path: "applications",
  shape: APPLICATION,
  read: READ,
  write: WRITE,
  collection: ({ applications }) => applications,
  make: (given) => {
    if (typeof given.displayName !== "string" || given.displayName === "") {
      throw badRequest(
        "A value is required for property 'displayName' of resource 'Application'.",
        "displayName",
      );
    }
    return { ...given, appId: randomUUID() };
  },
  change: (_, { appId: __, ...changes }) => changes,
  remove: ({ id, appId }, { directory }) => {
    const principal = directory.servicePrincipals.findBy("appId", String(appId));
    if (principal !== undefined) directory.remove("servicePrincipals", principal.id);
    directory.remove("applications", id);
  },
};

const SERVICE_PRINCIPALS: EntitySet = {
  path: "servicePrincipals",
  shape: SERVICE_PRINCIPAL,
  read: READ,
  write: WRITE,
  collection: ({ servicePrincipals }) => servicePrincipals,
  make: (given, { directory }) => {
    const appId = String(given.appId ?? "");
    if (!isGuid(appId))
      throw badRequest("A value is required for property 'appId' of resource 'ServicePrincipal'.", "appId");
    if (directory.servicePrincipals.findBy("appId", appId) !== undefined) throw conflict();
    const displayName = nameOf(appId, directory);
    return { displayName, appDisplayName: displayName, servicePrincipalNames: [appId], ...given };
  },
  change: (_, { appId: __, ...changes }) => changes,
  remove: ({ id }, { directory }) => directory.remove("servicePrincipals", id),
};

export const APPLICATION_ROUTES: readonly Route[] = [APPLICATIONS, SERVICE_PRINCIPALS].flatMap((set) => [
  ...entitySetRoutes(set),
  ...relationRoutes({
    path: `${set.path}/{}/owners`,
    read: READ,
    write: WRITE,
    of: (call) => entityOf(set, call).id,
    links: ({ directory }) => directory.owners,
    add: (object, owner, { directory }) => {
      if (!directory.owners.add(object, owner)) throw alreadyThere("owners");
    },
  }),
]);

/** What an application is called: one of the tenant's own, or somebody else's. */
function nameOf(appId: string, { applications }: Directory): string {
  return String(applications.findBy("appId", appId)?.displayName ?? appId);
}
