import { field } from "../../../provider/http/json";
import {
  type Context,
  DiagnosticError,
  type Json,
  type ObjectValue,
  type Resource,
  type ResourceDefinition,
  type SchemaFromJson,
} from "../../../provider/plugin/index";
import type { CloudflareClient, Method } from "./client";
import { decode, encode, type Planned, settle } from "./codec";
import { resource } from "./schema";

type Definition = ResourceDefinition<
  SchemaFromJson["attributes"],
  SchemaFromJson["blocks"],
  CloudflareClient
>;

/** An object of the API that is made, read, changed and removed at paths of its own. */
export interface Entity {
  readonly schema: SchemaFromJson;
  /** Attributes that stand in the path and not in the body. */
  readonly inPath: readonly string[];
  readonly create: { readonly method: Method; path(planned: Planned): string };
  /** Where it is read and, unless said otherwise, changed and removed. */
  path(state: Planned): string;
  /** Left out: every attribute requires replacement. */
  readonly update?: { readonly method: Method; readonly body: "whole" | "changed" };
  /** @default one DELETE at the path */
  delete?(state: ObjectValue, context: Context<CloudflareClient>): Promise<void>;
  /** Names of the attributes in an import id, which `/` joins. */
  readonly importId: readonly string[];
  /** Attributes that the answer does not hold, from those that were given or stored. */
  derive?(known: Planned): ObjectValue;
  readonly modifyPlan?: Definition["modifyPlan"];
}

/** The resource for such an object, with the warnings and errors of the real provider. */
export function entity(definition: Entity): Resource<CloudflareClient> {
  const { schema, inPath, create, update, importId, modifyPlan } = definition;
  const { attributes } = schema;
  /** The state that an answer tells, given what the path to it told. */
  const stateOf = (answer: unknown, known: Planned): ObjectValue => ({
    ...decode(attributes, answer),
    ...pick(known, inPath),
    ...definition.derive?.(known),
  });
  const read = async (known: Planned, { client, signal }: Context<CloudflareClient>) => {
    const answer = await client.find({ method: "GET", path: definition.path(known), signal });
    return answer && stateOf(field(answer.body, "result"), known);
  };
  const calls: Definition = {
    ...schema,
    ...(modifyPlan && { modifyPlan }),
    async create(plan, { client, signal }) {
      const json = encode(attributes, plan, inPath);
      const answer = await client.call({ method: create.method, path: create.path(plan), json, signal });
      return settle(plan, stateOf(answer, plan));
    },
    async read(state, context) {
      const found = await read(state, context);
      if (!found) context.warn(GONE);
      return found ?? null;
    },
    ...(update && {
      async update(plan, { client, signal, prior }) {
        const whole = encode(attributes, plan, inPath);
        const before = encode(attributes, prior, inPath);
        const json = update.body === "whole" ? whole : changed(whole, before);
        const answer = await client.call({
          method: update.method,
          path: definition.path(prior),
          json,
          signal,
        });
        return settle(plan, stateOf(answer, plan));
      },
    }),
    async delete(state, context) {
      if (definition.delete) return definition.delete(state, context);
      await context.client.call({ method: "DELETE", path: definition.path(state), signal: context.signal });
    },
    async import(id, context) {
      return (await read(importedPath(id, importId), context)) ?? null;
    },
  };
  return resource(calls);
}

/** The warning of the real provider about what was deleted outside. */
export const GONE = {
  summary: "Resource not found",
  detail: "The resource was not found on the server and will be removed from state.",
};

/**
 * The attributes that an import id names.
 * @throws DiagnosticError unless it has as many parts
 */
export function importedPath(id: string, names: readonly string[]): Readonly<Record<string, string>> {
  const parts = id.split("/");
  if (parts.length === names.length && parts.every((part) => part !== "")) {
    return Object.fromEntries(names.map((name, index) => [name, parts[index] ?? ""]));
  }
  const expected = names.map((name) => `<${name}>`).join("/");
  throw new DiagnosticError({
    summary: "invalid ID",
    detail: `expected urlencoded segments "${expected}", got ${JSON.stringify(id)}`,
  });
}

/** What of a body differs from the one before. */
function changed(body: Readonly<Record<string, Json>>, before: Readonly<Record<string, Json>>) {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

function pick(known: Planned, names: readonly string[]): ObjectValue {
  return Object.fromEntries(names.map((name) => [name, known[name] ?? null]));
}
