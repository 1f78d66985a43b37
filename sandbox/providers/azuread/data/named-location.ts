import { text } from "../../../../provider/http/json";
import { DiagnosticError } from "../../../../provider/plugin/index";
import { quoted } from "../graph-calls";
import { locationOf } from "../named-location";
import { dataSource, dataSourceSchema } from "../schema";
import { textOf } from "../values";

const PATH = "/identity/conditionalAccess/namedLocations";

export const namedLocationData = dataSource({
  ...dataSourceSchema("azuread_named_location"),
  async read({ display_name, timeouts }, { client, signal }) {
    const name = textOf(display_name) ?? "";
    const [one, another] = await client.graph.list({
      doing: `Listing named locations called ${JSON.stringify(name)}`,
      path: `v1.0${PATH}`,
      query: { $filter: `displayName eq ${quoted(name)}` },
      signal,
    });
    if (!one)
      throw new DiagnosticError({
        summary: `No named location found with display name: ${JSON.stringify(name)}`,
        path: ["display_name"],
      });
    if (another) {
      throw new DiagnosticError({
        summary: `More than one named location found with display name: ${JSON.stringify(name)}`,
        path: ["display_name"],
      });
    }
    const id = text(one.id) ?? "";
    return { ...locationOf(one), id: `${PATH}/${id}`, object_id: id, timeouts: timeouts ?? null };
  },
});
