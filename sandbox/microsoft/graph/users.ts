import { randomUUID } from "node:crypto";
import type { Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import type { Entity } from "../tenant/entity";
import { newUser, USER_DEFAULTS, USER_SHOWN } from "../tenant/user";
import { entityAnswer, listAnswer } from "./answers";
import { properties, referencedId } from "./bind";
import { badRequest, notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";

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

export const USERS: readonly Route[] = [
  {
    method: "GET",
    path: "users",
    permissions: READ,
    run: (call) => listAnswer(call, "users", call.directory.users.all(), USER_SHAPE, shownUsually(call)),
  },
  {
    method: "POST",
    path: "users",
    permissions: WRITE,
    run: (call) => entityAnswer(call, "users", create(call), { status: 201, usually: shownUsually(call) }),
  },
  {
    method: "GET",
    path: "users/{}",
    permissions: READ,
    run: (call) => entityAnswer(call, "users", userOf(call), { usually: shownUsually(call) }),
  },
  {
    method: "PATCH",
    path: "users/{}",
    permissions: WRITE,
    run: (call) => {
      const user = userOf(call);
      const changes = kept(call.body);
      checkUnique(changes, call, user);
      Object.assign(user, changes);
      return NO_CONTENT;
    },
  },
  {
    method: "DELETE",
    path: "users/{}",
    permissions: WRITE,
    run: (call) => {
      call.directory.remove("users", userOf(call).id);
      return NO_CONTENT;
    },
  },
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

/** By object id or by user principal name. */
export function userOf(call: Call): Entity {
  const id = idOf(call);
  const user = call.directory.users.find(id) ?? call.directory.users.findBy("userPrincipalName", id);
  if (user === undefined) throw notFound(id);
  return user;
}

/** What the version shows unless it is asked for something else. */
function shownUsually({ version }: Call): readonly string[] | undefined {
  return version === "v1.0" ? USER_SHOWN : undefined;
}

function create(call: Call): Entity {
  const { body, directory } = call;
  const missing = REQUIRED.find((name) => body[name] === undefined || body[name] === null);
  if (missing !== undefined) {
    throw badRequest(`A value is required for property '${missing}' of resource 'User'.`, missing);
  }
  checkUnique(body, call);
  return directory.users.put(newUser(randomUUID(), String(body.userPrincipalName), kept(body)));
}

/** What is kept of a body: no password. */
function kept(body: Json): Json {
  const { passwordProfile: _, ...rest } = properties(body);
  return rest;
}

function checkUnique({ userPrincipalName: name }: Json, { directory, tenant }: Call, self?: Entity): void {
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
