import { text } from "../../../../provider/http/json";
import { DiagnosticError } from "../../../../provider/plugin/index";
import { quoted } from "../graph-calls";
import { groupAttributes } from "../group-attributes";
import { linkedIds } from "../group-links";
import { dataSource, dataSourceSchema } from "../schema";
import { textOf } from "../values";

const schema = dataSourceSchema("azuread_group");
const KEYS = ["display_name", "object_id", "mail_nickname"];

export const groupData = dataSource({
  ...schema,
  validate(config) {
    if (KEYS.filter((key) => config[key] !== null).length === 1) return [];
    return [
      { summary: "Invalid combination of arguments", detail: `one of ${KEYS.join(", ")} must be specified` },
    ];
  },
  async read(config, context) {
    const { client, signal } = context;
    let id = textOf(config.object_id);
    if (id === undefined) {
      const [property, value] =
        textOf(config.display_name) === undefined
          ? ["mailNickname", textOf(config.mail_nickname) ?? ""]
          : ["displayName", textOf(config.display_name) ?? ""];
      const conditions = [
        `${property} eq ${quoted(value)}`,
        ...(typeof config.mail_enabled === "boolean" ? [`mailEnabled eq ${config.mail_enabled}`] : []),
        ...(typeof config.security_enabled === "boolean"
          ? [`securityEnabled eq ${config.security_enabled}`]
          : []),
      ];
      const $filter = conditions.join(" and ");
      const found = await client.graph.list({
        doing: `No group found matching filter (${$filter})`,
        path: "beta/groups",
        query: { $filter },
        signal,
      });
      const [one, another] = found;
      if (!one)
        throw new DiagnosticError({ summary: `No group found matching specified filter (${$filter})` });
      if (another)
        throw new DiagnosticError({
          summary: `More than one group found matching specified filter (${$filter})`,
        });
      id = text(one.id) ?? "";
    }
    const found = await client.graph.find({
      doing: `Retrieving group ${id}`,
      path: `beta/groups/${id}`,
      signal,
    });
    if (!found)
      throw new DiagnosticError({
        summary: `No group found with object ID: ${JSON.stringify(id)}`,
        path: ["object_id"],
      });
    for (const [name, property] of [
      ["mail_enabled", "mailEnabled"],
      ["security_enabled", "securityEnabled"],
    ] as const) {
      if (typeof config[name] === "boolean" && config[name] !== (found[property] === true)) {
        throw new DiagnosticError({
          summary: `Group with object ID ${JSON.stringify(id)} does not have the specified ${name} setting`,
          path: [name],
        });
      }
    }
    const members = config.include_transitive_members === true ? "transitiveMembers" : "members";
    return {
      ...(await groupAttributes(schema.attributes, found, context)),
      id,
      include_transitive_members: config.include_transitive_members ?? null,
      members: await linkedIds(id, members, context),
      owners: await linkedIds(id, "owners", context),
      timeouts: config.timeouts ?? null,
    };
  },
});
