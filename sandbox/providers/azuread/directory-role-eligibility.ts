import { text } from "../../../provider/http/json";
import { resourceSchema } from "./schema";
import { sdkResource } from "./sdk-resource";
import { textOf } from "./values";

const PATH = "v1.0/roleManagement/directory/roleEligibilityScheduleRequests";
const ID = /^[0-9a-f-]{36}$/i;

/** Somebody who may activate a directory role, for good: the real one asks for no end either. */
export const directoryRoleEligibility = sdkResource({
  schema: resourceSchema("azuread_directory_role_eligibility_schedule_request", {
    role_definition_id: { requiresReplace: true },
    principal_id: { requiresReplace: true },
    directory_scope_id: { requiresReplace: true },
    justification: { requiresReplace: true },
  }),
  async create(planned, { client, signal }, made) {
    const answer = await client.graph.send({
      doing: "Creating a role eligibility schedule request",
      method: "POST",
      path: PATH,
      body: {
        action: "adminAssign",
        roleDefinitionId: textOf(planned.role_definition_id) ?? null,
        principalId: textOf(planned.principal_id) ?? null,
        directoryScopeId: textOf(planned.directory_scope_id) ?? null,
        justification: textOf(planned.justification) ?? null,
        scheduleInfo: { expiration: { type: "noExpiration" } },
      },
      signal,
    });
    made(text(answer.id) ?? "");
  },
  async read(id, { client, signal }) {
    const found = await client.graph.find({
      doing: `Retrieving request ${id}`,
      path: `${PATH}/${id}`,
      signal,
    });
    return found?.status === "Provisioned"
      ? {
          role_definition_id: text(found.roleDefinitionId) ?? null,
          principal_id: text(found.principalId) ?? null,
          directory_scope_id: text(found.directoryScopeId) ?? null,
          justification: text(found.justification) ?? null,
        }
      : undefined;
  },
  async delete(_id, state, { client, signal }) {
    await client.graph.send({
      doing: "Removing a role eligibility schedule request",
      method: "POST",
      path: PATH,
      body: {
        action: "adminRemove",
        roleDefinitionId: textOf(state.role_definition_id) ?? null,
        principalId: textOf(state.principal_id) ?? null,
        directoryScopeId: textOf(state.directory_scope_id) ?? null,
        justification: textOf(state.justification) ?? null,
      },
      signal,
    });
  },
  importId: (given) => (ID.test(given) ? given : undefined),
  idExample: "<request id>",
});
