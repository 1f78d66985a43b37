import { text } from "../../../../provider/http/json";
import { DiagnosticError } from "../../../../provider/plugin/index";
import { type GraphObject, quoted } from "../graph-calls";
import { dataSource, dataSourceSchema } from "../schema";
import { textOf, texts } from "../values";
import { hashedId } from "./hashed-id";

const KEYS = ["display_names", "display_name_prefix", "object_ids", "return_all"];

export const groups = dataSource({
  ...dataSourceSchema("azuread_groups"),
  validate(config) {
    if (KEYS.filter((key) => config[key] !== null).length === 1) return [];
    return [
      { summary: "Invalid combination of arguments", detail: `one of ${KEYS.join(", ")} must be specified` },
    ];
  },
  async read(config, { client, signal }) {
    const flags = [
      ...(config.mail_enabled === true ? ["mailEnabled eq true"] : []),
      ...(config.security_enabled === true ? ["securityEnabled eq true"] : []),
    ];
    const list = (...conditions: readonly string[]) => {
      const filter = [...conditions, ...flags].join(" and ");
      const query = filter === "" ? {} : { $filter: filter };
      return client.graph.list({
        doing: `No group found matching filter (${filter})`,
        path: "beta/groups",
        query,
        signal,
      });
    };
    const found: GraphObject[] = [];
    const prefix = textOf(config.display_name_prefix);
    if (config.return_all === true) found.push(...(await list()));
    if (prefix !== undefined) found.push(...(await list(`startsWith(displayName,${quoted(prefix)})`)));
    for (const name of texts(config.display_names)) {
      const [one, another] = await list(`displayName eq ${quoted(name)}`);
      if (another)
        throw new DiagnosticError({
          summary: `More than one group found with display name: ${JSON.stringify(name)}`,
          path: ["display_names"],
        });
      if (one) found.push(one);
      else if (config.ignore_missing !== true) {
        throw new DiagnosticError({
          summary: `No group found with display name: ${JSON.stringify(name)}`,
          path: ["display_names"],
        });
      }
    }
    for (const id of texts(config.object_ids)) {
      const one = await client.graph.find({
        doing: `Retrieving group ${id}`,
        path: `beta/groups/${id}`,
        signal,
      });
      if (one) found.push(one);
      else if (config.ignore_missing !== true) {
        throw new DiagnosticError({
          summary: `Group not found with object ID: ${JSON.stringify(id)}`,
          path: ["object_ids"],
        });
      }
    }
    const object_ids = found.map(({ id }) => text(id) ?? "");
    return {
      ...config,
      id: hashedId("groups", object_ids),
      object_ids,
      display_names: found.map(({ displayName }) => text(displayName) ?? ""),
      display_name_prefix: prefix ?? "",
      mail_enabled: config.mail_enabled ?? false,
      security_enabled: config.security_enabled ?? false,
      timeouts: config.timeouts ?? null,
    };
  },
});
