import { text } from "../../../../provider/http/json";
import { dataSource, dataSourceSchema } from "../schema";
import { hashedId } from "./hashed-id";

export const directoryRoleTemplates = dataSource({
  ...dataSourceSchema("azuread_directory_role_templates"),
  async read({ timeouts }, { client, signal }) {
    const doing = "Could not retrieve role templates";
    const found = await client.graph.list({ doing, path: "v1.0/directoryRoleTemplates", signal });
    const object_ids = found.map(({ id }) => text(id) ?? "");
    return {
      id: hashedId("templateobjects", object_ids),
      object_ids,
      role_templates: found.map(({ id, displayName, description }) => ({
        description: text(description) ?? "",
        display_name: text(displayName) ?? "",
        object_id: text(id) ?? "",
      })),
      timeouts: timeouts ?? null,
    };
  },
});
