import { field, text } from "../../../../provider/http/json";
import { DiagnosticError } from "../../../../provider/plugin/index";
import { quoted } from "../graph-calls";
import { attributesOf, graphName, leafTypes } from "../names";
import { dataSource, dataSourceSchema } from "../schema";
import { textOf } from "../values";

const schema = dataSourceSchema("azuread_user");

/** Parts of other objects, and what is not the user's own. */
const NOT_ON_USER = ["id", "cost_center", "division", "manager_id"];
const TYPES = leafTypes(schema.attributes, NOT_ON_USER);
const RENAMED = {
  consent_provided_for_minor: "consentProvidedForMinor",
  object_id: "id",
};

/** The properties that Graph shows only when asked. */
const SELECTED = [
  ...Object.keys(TYPES).map((name) => (name === "object_id" ? "id" : graphName(name))),
  "employeeOrgData",
];

/** By what a user is found, in this order. */
const KEYS = ["user_principal_name", "object_id", "mail", "mail_nickname", "employee_id"];

export const user = dataSource({
  ...schema,
  validate(config) {
    if (KEYS.filter((key) => config[key] !== null).length === 1) return [];
    return [
      {
        summary: "Invalid combination of arguments",
        detail: `exactly one of ${KEYS.join(", ")} must be specified`,
      },
    ];
  },
  async read(config, { client, signal }) {
    const key = KEYS.find((name) => textOf(config[name]) !== undefined) ?? "object_id";
    const value = textOf(config[key]) ?? "";
    const missing = new DiagnosticError({
      summary: `User with ${key} ${JSON.stringify(value)} was not found`,
    });
    let id = value;
    if (key !== "object_id") {
      const found = await client.graph.list({
        doing: `Finding user with ${key} ${JSON.stringify(value)}`,
        path: "v1.0/users",
        query: { $filter: `${graphName(key)} eq ${quoted(value)}` },
        signal,
      });
      if (found.length > 1) {
        throw new DiagnosticError({
          summary: `More than one user with ${key} ${JSON.stringify(value)} was found`,
        });
      }
      const only = text(found[0]?.id);
      if (only === undefined) throw missing;
      id = only;
    }
    const path = `v1.0/users/${id}`;
    const selected = `${path}?$select=${[...SELECTED].sort().join(",")}`;
    const found = await client.graph.find({ doing: `Retrieving user ${id}`, path: selected, signal });
    if (!found) throw missing;
    const manager = await client.graph.find({
      doing: `Could not retrieve manager for user ${id}`,
      path: `${path}/manager`,
      signal,
    });
    return {
      ...attributesOf(TYPES, found, RENAMED),
      id,
      cost_center: text(field(found.employeeOrgData, "costCenter")) ?? "",
      division: text(field(found.employeeOrgData, "division")) ?? "",
      manager_id: text(manager?.id) ?? "",
      timeouts: config.timeouts ?? null,
    };
  },
});
