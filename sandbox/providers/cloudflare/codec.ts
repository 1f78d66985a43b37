import { isMapping } from "../../../lib/mapping";
import { field } from "../../../provider/http/json";
import {
  Dynamic,
  isListValue,
  isObjectValue,
  type Json,
  type Member,
  type Members,
  type ObjectValue,
  type Type,
  type Value,
} from "../../../provider/plugin/index";

/** Values as create and update get them: a part that is not known yet is not there. */
export type Planned = Readonly<Record<string, Value | undefined>>;

/**
 * What of the plan goes into a request. Cloudflare's fields have the schema's names, so that nothing is renamed; what
 * only Cloudflare sets, what is null and what is unknown is left out.
 */
export function encode(members: Members, planned: Planned, without: readonly string[] = []): JsonObject {
  const body: Record<string, Json> = {};
  for (const [name, part] of Object.entries(members)) {
    const value = planned[name];
    const told = part.options.required || part.options.optional;
    if (!told || without.includes(name) || value === undefined || value === null) continue;
    body[name] = encodeMember(part, value);
  }
  return body;
}

type JsonObject = { readonly [key: string]: Json };

function encodeMember(part: Member, value: Value): Json {
  if (part.member === "leaf") return plain(value);
  if (isListValue(value)) return value.map((one) => (isObjectValue(one) ? encode(part.members, one) : null));
  return isObjectValue(value) ? encode(part.members, value) : null;
}

function plain(value: Value): Json {
  if (value instanceof Dynamic) return plain(value.value);
  if (isListValue(value)) return value.map(plain);
  if (isObjectValue(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  return typeof value === "object" ? null : value;
}

/** An object of the API as the schema has it. What the answer does not hold is null. */
export function decode(members: Members, answer: unknown): ObjectValue {
  return Object.fromEntries(
    Object.entries(members).map(([name, part]) => [name, decodeMember(part, field(answer, name))]),
  );
}

function decodeMember(part: Member, json: unknown): Value {
  if (part.member === "leaf") return decodeValue(part.type, json);
  if (Array.isArray(json)) return json.map((one) => decode(part.members, one));
  return isMapping(json) ? decode(part.members, json) : null;
}

function decodeValue(type: Type, json: unknown): Value {
  if (json === null || json === undefined) return null;
  switch (type.kind) {
    case "string":
      // A record's `meta` is an object to the API and JSON text to the provider.
      return typeof json === "object" ? JSON.stringify(json) : String(json);
    case "number":
      return Number(json);
    case "bool":
      return json === true;
    case "dynamic":
      return dynamic(json);
    case "list":
    case "set":
      return Array.isArray(json) ? json.map((one) => decodeValue(type.element, one)) : null;
    default:
      return null;
  }
}

function dynamic(json: unknown): Value {
  if (typeof json === "number") return new Dynamic({ kind: "number" }, json);
  if (typeof json === "boolean") return new Dynamic({ kind: "bool" }, json);
  return typeof json === "string" ? new Dynamic({ kind: "string" }, json) : null;
}

/** The state after a change: what was planned, and from the answer whatever was not known. */
export function settle(planned: Planned, answered: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(answered).map(([name, answer]) => {
      const value = planned[name];
      if (value === undefined) return [name, answer];
      return [name, isObjectValue(value) && isObjectValue(answer) ? settle(value, answer) : value];
    }),
  );
}
