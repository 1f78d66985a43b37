import { text } from "../../../../provider/http/json";
import { DiagnosticError, type Type } from "../../../../provider/plugin/index";
import { type GraphObject, quoted } from "../graph-calls";
import { attributesOf } from "../names";
import { dataSource, dataSourceSchema } from "../schema";
import { texts } from "../values";
import { hashedId } from "./hashed-id";

const schema = dataSourceSchema("azuread_users");

const SELECT =
  "accountEnabled,displayName,employeeId,id,mail,mailNickname,onPremisesImmutableId,onPremisesSamAccountName,onPremisesUserPrincipalName,usageLocation,userPrincipalName,userType";

/** By what users are found, and Graph's name of it. */
const KEYS = {
  user_principal_names: "userPrincipalName",
  object_ids: "id",
  mails: "mail",
  mail_nicknames: "mailNickname",
  employee_ids: "employeeId",
} as const;
const NAMES = ["user_principal_names", "object_ids", "mails", "mail_nicknames", "employee_ids"] as const;

export const users = dataSource({
  ...schema,
  validate(config) {
    const given = NAMES.filter((name) => config[name] !== null).length + (config.return_all === true ? 1 : 0);
    if (given === 1) return [];
    const names = [...NAMES, "return_all"].join(", ");
    return [{ summary: "Invalid combination of arguments", detail: `one of ${names} must be specified` }];
  },
  async read(config, { client, signal }) {
    const list = (doing: string, query: { readonly $filter?: string }) =>
      client.graph.list({ doing, path: "v1.0/users", query: { $select: SELECT, ...query }, signal });
    const name = NAMES.find((key) => texts(config[key]).length > 0);
    const found: GraphObject[] = [];
    if (config.return_all === true) found.push(...(await list("Could not retrieve users", {})));
    for (const value of name ? texts(config[name]) : []) {
      const filter = `${name ? KEYS[name] : ""} eq ${quoted(value)}`;
      const [one, another] = await list(`Finding user with ${filter}`, { $filter: filter });
      if (another) throw new DiagnosticError({ summary: `More than one user found with ${filter}` });
      if (one) found.push(one);
      else if (config.ignore_missing !== true) {
        throw new DiagnosticError({ summary: `User not found with ${filter}`, path: name ? [name] : [] });
      }
    }
    const all = (property: string) => found.map((one) => text(one[property]) ?? "");
    return {
      ...config,
      id: hashedId("users", all("id")),
      ...Object.fromEntries(NAMES.map((key) => [key, all(KEYS[key]).filter((value) => value !== "")])),
      users: found.map((one) => attributesOf(USER_TYPES, one, { object_id: "id" })),
      timeouts: config.timeouts ?? null,
    };
  },
});

const USER_TYPES = elementTypes(schema.attributes.users);

/** The attributes of the objects in a list. */
function elementTypes(part: (typeof schema.attributes)[string] | undefined): Readonly<Record<string, Type>> {
  const type = part?.member === "leaf" ? part.type : undefined;
  return type?.kind === "list" && type.element.kind === "object" ? type.element.attributes : {};
}
