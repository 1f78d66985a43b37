import { randomUUID } from "node:crypto";
import { ROLES } from "../../../lib/identity/roles";
import type { Entity } from "../tenant/entity";
import { entityAnswer, listAnswer } from "./answers";
import { properties } from "./bind";
import { conflict, notFound } from "./graph-error";
import { relationRoutes } from "./related";
import { type Call, idOf, type Route } from "./route";

const READ = [
  "RoleManagement.Read.Directory",
  "RoleManagement.ReadWrite.Directory",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const WRITE = ["RoleManagement.ReadWrite.Directory"];

/** The built-in roles, of which each tenant makes those active that it uses. */
export const ROLE_TEMPLATES: readonly Entity[] = Object.entries(ROLES).map(([displayName, id]) => ({
  id,
  deletedDateTime: null,
  displayName,
  description: `The built-in role ${displayName}.`,
}));

const TEMPLATE_SHAPE = { type: "directoryRoleTemplate", defaults: ROLE_TEMPLATES[0] ?? {} };
const ROLE_SHAPE = { type: "directoryRole", defaults: { ...ROLE_TEMPLATES[0], roleTemplateId: null } };

export const DIRECTORY_ROLES: readonly Route[] = [
  {
    method: "GET",
    path: "directoryRoleTemplates",
    permissions: READ,
    // There are no pages of them.
    run: (call) =>
      listAnswer(
        { ...call, pageSize: ROLE_TEMPLATES.length },
        "directoryRoleTemplates",
        ROLE_TEMPLATES,
        TEMPLATE_SHAPE,
      ),
  },
  {
    method: "GET",
    path: "directoryRoleTemplates/{}",
    permissions: READ,
    run: (call) => entityAnswer(call, "directoryRoleTemplates", templateAt(idOf(call))),
  },
  {
    method: "GET",
    path: "directoryRoles",
    permissions: READ,
    run: (call) => listAnswer(call, "directoryRoles", call.directory.directoryRoles.all(), ROLE_SHAPE),
  },
  {
    method: "POST",
    path: "directoryRoles",
    permissions: WRITE,
    run: (call) => entityAnswer(call, "directoryRoles", activate(call), { status: 201 }),
  },
  {
    method: "GET",
    path: "directoryRoles/{}",
    permissions: READ,
    run: (call) => entityAnswer(call, "directoryRoles", roleOf(call)),
  },
  ...relationRoutes({
    path: "directoryRoles/{}/members",
    read: READ,
    write: WRITE,
    of: (call) => roleOf(call).id,
    links: ({ directory }) => directory.members,
    add: (role, member, { directory }) => {
      if (!directory.members.add(role, member)) throw conflict();
    },
  }),
];

function roleOf(call: Call): Entity {
  const id = idOf(call);
  const { directory } = call;
  const role = directory.directoryRoles.find(id);
  if (role === undefined) throw notFound(id);
  return role;
}

function activate({ body, directory }: Call): Entity {
  const roleTemplateId = String(properties(body).roleTemplateId ?? "");
  const template = templateAt(roleTemplateId);
  if (directory.directoryRoles.findBy("roleTemplateId", roleTemplateId) !== undefined) {
    throw conflict();
  }
  return directory.directoryRoles.put({ ...template, id: randomUUID(), roleTemplateId: template.id });
}

function templateAt(id: string): Entity {
  const template = ROLE_TEMPLATES.find((one) => one.id === id.toLowerCase());
  if (template === undefined) throw notFound(id);
  return template;
}
