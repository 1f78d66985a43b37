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
        roleDefinitionId: textOf(planned.role_definition_id),
        principalId: textOf(planned.principal_id),
        directoryScopeId: textOf(planned.directory_scope_id),
        justification: textOf(planned.justification),
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
          role_definition_id: found.roleDefinitionId,
          principal_id: found.principalId,
          directory_scope_id: found.directoryScopeId,
          justification: found.justification,
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
        roleDefinitionId: textOf(state.role_definition_id),
        principalId: textOf(state.principal_id),
        directoryScopeId: textOf(state.directory_scope_id),
        justification: textOf(state.justification),
      },
      signal,
    });
  },
  importId: (given) => (ID.test(given) ? given : undefined),
  idExample: "<request id>",
});
