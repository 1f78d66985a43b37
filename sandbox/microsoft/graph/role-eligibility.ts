import { randomUUID } from "node:crypto";
import { isJson, type Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import { entityAnswer, listAnswer } from "./answers";
import { ROLE_TEMPLATES } from "./directory-roles";
import { badRequest, conflict, notFound } from "./graph-error";
import { type Call, idOf, type Route } from "./route";

const READ = [
  "RoleEligibilitySchedule.Read.Directory",
  "RoleEligibilitySchedule.ReadWrite.Directory",
  "RoleManagement.Read.Directory",
  "RoleManagement.ReadWrite.Directory",
];
const WRITE = ["RoleEligibilitySchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"];

const REQUESTS = "roleManagement/directory/roleEligibilityScheduleRequests";
const INSTANCES = "roleManagement/directory/roleEligibilityScheduleInstances";

const INSTANCE: Shape = {
  type: "unifiedRoleEligibilityScheduleInstance",
  defaults: {
    id: null,
    principalId: null,
    roleDefinitionId: null,
    directoryScopeId: null,
    startDateTime: null,
    endDateTime: null,
  },
};

function all({ directory }: Call): readonly Json[] {
  return directory.settings
    .all()
    .flatMap(({ id, value }) => (id.startsWith(REQUESTS) && isJson(value) ? [value] : []));
}

const put = ({ directory }: Call, value: Json) =>
  directory.settings.put({ id: `${REQUESTS}/${String(value.id)}`, value });

const isOf = (one: Json, other: Json) =>
  one.status === "Provisioned" &&
  ["principalId", "roleDefinitionId", "directoryScopeId"].every((name) => one[name] === other[name]);

/** Who is eligible for a directory role, by Privileged Identity Management. */
export const ROLE_ELIGIBILITY_ROUTES: readonly Route[] = [
  {
    method: "POST",
    path: REQUESTS,
    permissions: WRITE,
    run: (call) => {
      const { action, principalId, roleDefinitionId, directoryScopeId, justification, scheduleInfo } =
        call.body;
      const principal = call.directory.find(String(principalId));
      if (principal === undefined) throw notFound(String(principalId));
      if (principal.kind === "groups" && principal.entity.isAssignableToRole !== true) {
        throw badRequest("Roles can be assigned only to groups that are assignable to roles.", "principalId");
      }
      if (!ROLE_TEMPLATES.some(({ id }) => id === roleDefinitionId)) throw notFound(String(roleDefinitionId));
      const same = all(call).filter((one) => isOf(one, call.body));
      if (action === "adminRemove") {
        if (same.length === 0) throw notFound(String(principalId));
        for (const one of same) put(call, { ...one, status: "Revoked" });
      } else if (action !== "adminAssign") {
        throw badRequest(`The action ${String(action)} is not known.`, "action");
      } else if (same.length > 0) throw conflict();
      const made = {
        id: randomUUID(),
        status: action === "adminAssign" ? "Provisioned" : "Revoked",
        action,
        principalId,
        roleDefinitionId,
        directoryScopeId,
        justification,
        scheduleInfo,
      };
      put(call, made);
      return entityAnswer(call, REQUESTS, made, { status: 201 });
    },
  },
  {
    method: "GET",
    path: `${REQUESTS}/{}`,
    permissions: WRITE,
    run: (call) => {
      const found = all(call).find(({ id }) => id === idOf(call));
      if (found === undefined) throw notFound(idOf(call));
      return entityAnswer(call, REQUESTS, found);
    },
  },
  {
    method: "GET",
    path: INSTANCES,
    permissions: READ,
    run: (call) => {
      const eligible = all(call).filter(({ status }) => status === "Provisioned");
      const instances = eligible.map(({ id, principalId, roleDefinitionId, directoryScopeId }) => ({
        id,
        principalId,
        roleDefinitionId,
        directoryScopeId,
        startDateTime: "2026-11-27T08:00:00Z",
        endDateTime: null,
      }));
      return listAnswer(call, INSTANCES, instances, INSTANCE);
    },
  },
];
