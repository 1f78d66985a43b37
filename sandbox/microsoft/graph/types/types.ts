import { isJson, type Json } from "../../../http/answer";
import { isGuid } from "../../guid";
import { GraphError } from "../graph-error";
import catalogue from "./types.json";

type Version = "v1.0" | "beta";

interface GraphType {
  readonly base?: string;
  readonly properties: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, GraphType>> = catalogue.types;
const BETA: Readonly<Record<string, Readonly<Record<string, string>>>> = catalogue.beta;
const ENUMS: Readonly<Record<string, readonly string[]>> = catalogue.enums;

const INT32 = 2 ** 31;
const DURATION = /^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;

/** What of an entity only Graph writes. */
const READ_ONLY = new Set(["id", "lastModifiedDateTime", "policyVersion", "lastUpdatedDateTime"]);

/** The properties of a type, those of its bases too. */
function propertiesOf(name: string, version: Version): Readonly<Record<string, string>> {
  const type = TYPES[name];
  if (type === undefined) return {};
  return {
    ...(type.base === undefined ? {} : propertiesOf(type.base, version)),
    ...type.properties,
    ...(version === "beta" ? BETA[name] : {}),
  };
}

/**
 * Holds the body of a change against the entity's type: Graph takes no property that the type has not, and no value of
 * another kind.
 * @throws GraphError
 */
export function checkBody(body: Json, type: string, version: Version): void {
  const named = body["@odata.type"];
  if (named !== undefined && named !== `#microsoft.graph.${type}`) {
    refuse(`Cannot apply PATCH to entity of type '${type}': the body is of type '${String(named)}'.`);
  }
  const properties = propertiesOf(type, version);
  for (const [name, value] of Object.entries(body)) {
    if (name.includes("@odata.")) continue;
    const declared = properties[name];
    if (declared === undefined && !READ_ONLY.has(name)) {
      refuse(`The property '${name}' does not exist on type 'microsoft.graph.${type}'.`);
    }
    if (READ_ONLY.has(name)) refuse(`The property '${name}' is read-only and cannot be changed.`);
    if (declared !== undefined) checkValue(value, declared, name, version);
  }
}

function checkValue(value: unknown, declared: string, path: string, version: Version): void {
  const required = declared.endsWith("!");
  const type = declared.replace(/!$/, "");
  if (value === null) {
    if (required) refuse(`A null value was found for the property '${path}', which is not nullable.`);
    return;
  }
  const [, member] = /^Collection\((.*)\)$/.exec(type) ?? [];
  if (member !== undefined) {
    if (!Array.isArray(value)) refuse(`An array was expected for the property '${path}'.`);
    for (const one of value) checkValue(one, `${member}!`, path, version);
    return;
  }
  if (!fits(value, type, path, version)) {
    refuse(
      `Cannot convert the literal '${JSON.stringify(value)}' to the expected type '${type}' for '${path}'.`,
    );
  }
}

function fits(value: unknown, type: string, path: string, version: Version): boolean {
  switch (type) {
    case "Edm.String":
      return typeof value === "string";
    case "Edm.Boolean":
      return typeof value === "boolean";
    case "Edm.Int32":
      return typeof value === "number" && Number.isInteger(value) && value >= -INT32 && value < INT32;
    case "Edm.Guid":
      return typeof value === "string" && isGuid(value);
    case "Edm.DateTimeOffset":
      return typeof value === "string" && !Number.isNaN(Date.parse(value));
    case "Edm.Duration":
      return typeof value === "string" && DURATION.test(value);
    default:
      break;
  }
  const words = ENUMS[type];
  if (words !== undefined) {
    return typeof value === "string" && value !== "unknownFutureValue" && words.includes(value);
  }
  if (!isJson(value)) return false;
  const properties = propertiesOf(ownType(value, type, path), version);
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes("@odata.")) continue;
    const declared = properties[name];
    if (declared === undefined)
      refuse(`The property '${name}' does not exist on type 'microsoft.graph.${type}'.`);
    checkValue(inner, declared, `${path}/${name}`, version);
  }
  for (const [name, declared] of Object.entries(properties)) {
    // Graph has defaults for flags of targets that are left out, and none for what says which they are.
    if (!declared.endsWith("!") || name in value || declared === "Edm.Boolean!") continue;
    if (ENUMS[declared.slice(0, -1)] === undefined && name !== "id") continue;
    refuse(`A value is required for '${path}/${name}'.`);
  }
  return true;
}

/** The type that a value says it is of, which has to be the declared one or one made of it. */
function ownType(value: Json, declared: string, path: string): string {
  const named = value["@odata.type"];
  if (named === undefined) return declared;
  const [, own = ""] = /^#?microsoft\.graph\.(.*)$/.exec(String(named)) ?? [];
  for (let type: string | undefined = own; type !== undefined; type = TYPES[type]?.base) {
    if (type === declared) return own;
  }
  return refuse(`'${String(named)}' is no '${declared}', which is expected for '${path}'.`);
}

/** An entity as one version of Graph shows it. */
export function shownIn(version: Version, type: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => shownIn(version, type, one));
  if (!isJson(value)) return value;
  const [, own] = /^#microsoft\.graph\.(.*)$/.exec(String(value["@odata.type"] ?? "")) ?? [];
  const properties = propertiesOf(own ?? type, version);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (name.includes("@odata.") || READ_ONLY.has(name)) return [[name, inner]];
      const declared = properties[name];
      if (declared === undefined) return [];
      const [, plain = ""] = /^(?:Collection\()?([^)!]*)/.exec(declared) ?? [];
      return [[name, TYPES[plain] === undefined ? inner : shownIn(version, plain, inner)]];
    }),
  );
}

function refuse(message: string): never {
  throw new GraphError(400, "badRequest", message);
}
