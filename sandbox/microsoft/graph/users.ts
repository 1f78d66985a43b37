import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import type { Entity } from "../tenant/entity";
import { instant, USER_DEFAULTS, USER_SHOWN } from "../tenant/user";
import { checkMayAct } from "./accounts/who-may-act";
import { entityAnswer } from "./answers";
import { referencedId } from "./bind";
import { type EntitySet, entityOf, entitySetRoutes } from "./entity-set";
import { badRequest, denied, notFound } from "./graph-error";
import { type Call, NO_CONTENT, type Route } from "./route";

const READ = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const WRITE = ["User.ReadWrite.All", "Directory.ReadWrite.All"];

const USER_SHAPE: Shape = {
  type: "user",
  directory: true,
  defaults: USER_DEFAULTS,
  filterable: Object.keys(USER_DEFAULTS).filter(
    (name) => !["ageGroup", "employeeHireDate", "preferredDataLocation", "streetAddress"].includes(name),
  ),
};

const REQUIRED = ["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"];

/** What of a user can be changed with less. https://learn.microsoft.com/graph/api/user-update#permissions */
const NARROW: Readonly<Record<string, string>> = {
  "User.EnableDisableAccount.All": "accountEnabled",
  "User-PasswordProfile.ReadWrite.All": "passwordProfile",
};
/** What only some may change of an administrator. */
const SENSITIVE = ["accountEnabled", "passwordProfile"];

const SET: EntitySet = {
  path: "users",
  shape: USER_SHAPE,
  read: READ,
  write: WRITE,
  alsoChange: Object.keys(NARROW),
  collection: ({ users }) => users,
  alsoKnownBy: "userPrincipalName",
  usually: ({ version }) => (version === "v1.0" ? USER_SHOWN : undefined),
  make: (given, call) => {
    const missing = REQUIRED.find((name) => given[name] === undefined || given[name] === null);
    if (missing !== undefined) {
      throw badRequest(`A value is required for property '${missing}' of resource 'User'.`, missing);
    }
    checkName(given, call);
    const created = instant();
    return {
      ...withoutPassword(given),
      createdDateTime: created,
      lastPasswordChangeDateTime: created,
      signInSessionsValidFromDateTime: created,
    };
  },
  change: (user, changes, call) => {
    checkName(changes, call, user);
    checkNarrow(changes, call);
    if (SENSITIVE.some((name) => changes[name] !== undefined)) checkMayAct(user, call);
    if (changes.passwordProfile === undefined) return changes;
    if (user.onPremisesSyncEnabled === true) {
      throw badRequest(
        "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.",
      );
    }
    return { ...withoutPassword(changes), lastPasswordChangeDateTime: instant() };
  },
  remove: ({ id }, { directory }) => directory.remove("users", id),
};

/** By object id or by user principal name. */
export function userOf(call: Call): Entity {
  return entityOf(SET, call);
}

export const USERS: readonly Route[] = [
  ...entitySetRoutes(SET),
  {
    method: "GET",
    path: "users/{}/manager",
    permissions: READ,
    run: (call) => {
      const [id] = call.directory.managers.from(userOf(call).id);
      const manager = id === undefined ? undefined : call.directory.users.find(id);
      if (manager === undefined) throw notFound("manager");
      const typed = { "@odata.type": "#microsoft.graph.user", ...manager };
      return entityAnswer(call, "directoryObjects", typed);
    },
  },
  {
    method: "PUT",
    path: "users/{}/manager/$ref",
    permissions: WRITE,
    run: (call) => {
      const { id } = userOf(call);
      const manager = referencedId(call.body, call.directory);
      for (const former of call.directory.managers.from(id)) call.directory.managers.remove(id, former);
      call.directory.managers.add(id, manager);
      return NO_CONTENT;
    },
  },
  {
    method: "DELETE",
    path: "users/{}/manager/$ref",
    permissions: WRITE,
    run: (call) => {
      const { id } = userOf(call);
      const [manager] = call.directory.managers.from(id);
      if (manager === undefined) throw notFound("manager");
      call.directory.managers.remove(id, manager);
      return NO_CONTENT;
    },
  },
];

function checkNarrow(changes: Json, { caller: { roles } }: Call): void {
  if (WRITE.some((permission) => roles.includes(permission))) return;
  const may = Object.entries(NARROW).flatMap(([permission, name]) =>
    roles.includes(permission) ? name : [],
  );
  if (Object.keys(changes).every((name) => may.includes(name))) return;
  throw denied();
}

function withoutPassword({ passwordProfile: _, ...rest }: Json): Json {
  return rest;
}

function checkName({ userPrincipalName: name }: Json, { directory, tenant }: Call, self?: Entity): void {
  if (name === undefined) return;
  const text = String(name);
  const domain = text.slice(text.indexOf("@") + 1).toLowerCase();
  if (!text.includes("@") || !tenant.domains.get(domain)?.isVerified) {
    const message =
      "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.";
    throw badRequest(message, "userPrincipalName");
  }
  const other = directory.users.findBy("userPrincipalName", text);
  if (other === undefined || other === self) return;
  throw badRequest(
    "Another object with the same value for property userPrincipalName already exists.",
    "userPrincipalName",
  );
}
