import { isJson, type Json } from "../../http/answer";
import { Collection, type Entity, isEntity } from "./entity";
import { Links } from "./links";

/** The kinds of `directoryObject`, with their type in answers. */
export const DIRECTORY_OBJECTS = {
  users: "#microsoft.graph.user",
  groups: "#microsoft.graph.group",
  servicePrincipals: "#microsoft.graph.servicePrincipal",
  applications: "#microsoft.graph.application",
  directoryRoles: "#microsoft.graph.directoryRole",
} as const;

type DirectoryObjectKind = keyof typeof DIRECTORY_OBJECTS;

const LINKS = ["members", "owners", "managers", "registeredDevices", "authenticationMethods"] as const;

/** What Entra ID holds of one tenant. */
export class Directory {
  readonly users = new Collection();
  readonly groups = new Collection();
  readonly servicePrincipals = new Collection();
  readonly applications = new Collection();
  readonly directoryRoles = new Collection();
  readonly namedLocations = new Collection();
  readonly authenticationStrengths = new Collection();
  readonly conditionalAccessPolicies = new Collection();
  readonly roleDefinitions = new Collection();
  readonly roleAssignments = new Collection();
  readonly devices = new Collection();
  /** Methods of sign-in beside passwords. */
  readonly methods = new Collection();
  readonly oauth2PermissionGrants = new Collection();
  readonly appRoleAssignments = new Collection();
  readonly signIns = new Collection();
  /** What Identity Protection says of users, by the user's id. */
  readonly riskyUsers = new Collection();
  /** Sessions of users: what a refresh token stands for. */
  readonly sessions = new Collection();
  /** What Active Directory says of the users that come from there, by the user's id. */
  readonly onPremises = new Collection();
  /** Objects of which a tenant has exactly one, by their path, as far as somebody changed them. */
  readonly settings = new Collection();
  /** Of groups and of directory roles. */
  readonly members = new Links();
  /** Of groups, applications and service principals. */
  readonly owners = new Links();
  /** Of users, one each. */
  readonly managers = new Links();
  /** Of users. */
  readonly registeredDevices = new Links();
  /** Of users. */
  readonly authenticationMethods = new Links();

  /** A directory object of whatever kind. */
  find(id: string): { readonly entity: Entity; readonly kind: DirectoryObjectKind } | undefined {
    for (const kind of DIRECTORY_OBJECT_KINDS) {
      const entity = this[kind].find(id);
      if (entity !== undefined) return { entity, kind };
    }
    return undefined;
  }

  /** The object is gone, and with it what tied it to others. */
  remove(kind: DirectoryObjectKind, id: string): void {
    this[kind].remove(id);
    for (const name of LINKS) this[name].forget(id);
  }

  toJSON(): Json {
    return {
      ...Object.fromEntries(COLLECTIONS.map((name) => [name, this[name].all()])),
      ...Object.fromEntries(LINKS.map((name) => [name, this[name].toJSON()])),
    };
  }

  /** Takes in what {@link toJSON} gave. What is malformed is left out. */
  restore(json: unknown): void {
    if (!isJson(json)) return;
    for (const name of COLLECTIONS) {
      const entities = json[name];
      if (Array.isArray(entities))
        for (const entity of entities.filter(isEntity)) this[name].put({ ...entity });
    }
    for (const name of LINKS) {
      const links = json[name];
      if (!isJson(links)) continue;
      for (const [from, targets] of Object.entries(links)) {
        if (Array.isArray(targets)) for (const to of targets) this[name].add(from, String(to));
      }
    }
  }
}

const DIRECTORY_OBJECT_KINDS = [
  "users",
  "groups",
  "servicePrincipals",
  "applications",
  "directoryRoles",
] as const satisfies readonly DirectoryObjectKind[];

const COLLECTIONS = [
  ...DIRECTORY_OBJECT_KINDS,
  "namedLocations",
  "authenticationStrengths",
  "conditionalAccessPolicies",
  "roleDefinitions",
  "roleAssignments",
  "devices",
  "methods",
  "oauth2PermissionGrants",
  "appRoleAssignments",
  "signIns",
  "riskyUsers",
  "sessions",
  "onPremises",
  "settings",
] as const;
