import type { GraphObject, GraphVersion } from "../../graph/types";
import { CloudError } from "../../http/cloud-error";
import {
  type Attributes,
  DiagnosticError,
  type Context as PluginContext,
  type Resource,
} from "../../plugin/index";
import { type M365, resource } from "../../resources/m365";
import { isUnset } from "../codec/codec";
import { crossFaults } from "../cross-faults";
import { schemaOf } from "../schema";
import type { CrossRule } from "../table";
import { titleOf } from "../table";
import { differing, readValues, type Values, valuesOf } from "../values";
import { type Asking, changesOf, type GraphAccess } from "./access";
import { type GraphTable, lensOf } from "./graph-table";

type Context = Pick<PluginContext<M365>, "client" | "signal">;

/** What a tenant has in each version of Graph that the table asks. */
type Found = ReadonlyMap<GraphVersion, GraphObject>;

/** A resource for what a tenant has in Graph in any case. */
export function graphResource(given: GraphTable): Resource<M365> {
  const table: GraphTable = {
    ...given,
    attributes: Object.fromEntries(
      Object.entries(given.attributes).map(([name, one]) => [name, { ...one, property: name }]),
    ),
    rules: [...(given.rules ?? []), ofOtherKeys(given)],
  };
  const title = titleOf(table);
  const named = (values: Values) => (table.key === undefined ? title : String(values[table.key]));
  const stateOf = (values: Values) => ({ ...values, id: named(values) });

  /** Reads it first: what the change does not name is to stay, also in what Graph replaces whole. */
  async function write(plan: Values, asking: Context): Promise<Values> {
    const found = await read(table, plan, asking);
    const before = valuesFrom(table, found, plan);
    const changed = new Set(differing(table, plan, before));
    for (const [version, entity] of found) {
      let next = entity;
      for (const [name, attribute] of Object.entries(table.attributes)) {
        const value = plan[name];
        if (!changed.has(name) || value === undefined || versionOf(attribute) !== version) continue;
        next = lensOf(attribute).set(
          next,
          isUnset(value) ? attribute.cleared : attribute.codec.encode(value),
        );
      }
      if (Object.keys(changesOf(entity, next)).length === 0) continue;
      await accessOf(table).write(askingOf(table, plan, version, asking, table.graph.write), entity, next);
    }
    return {
      ...before,
      ...Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined)),
    };
  }

  return resource({
    description: `${table.about} It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all.`,
    attributes: attributesOf(table),

    validate: (config) => crossFaults(table, config),

    create: async (plan, context) => stateOf(await write(valuesOf(table, plan), context)),
    update: async (plan, context) => stateOf(await write(valuesOf(table, plan), context)),

    async read(state, context) {
      const before = valuesOf(table, state);
      return stateOf(valuesFrom(table, await read(table, before, context), before));
    },

    async delete(state, context) {
      context.warn({
        summary: `${named(valuesOf(table, state))} left as it is`,
        detail: "Every tenant has it, and nothing says what it was before Terraform.",
      });
    },

    async import(id, context) {
      const { key } = table;
      if (key === undefined && id !== title) {
        throw new DiagnosticError({
          summary: `a tenant has one ${title}`,
          detail: `Its id is ${JSON.stringify(title)}; got ${JSON.stringify(id)}.`,
        });
      }
      const choices = key === undefined ? undefined : table.attributes[key]?.codec.choices;
      const found = choices?.find((choice) => choice.toLowerCase() === id.toLowerCase());
      if (choices !== undefined && found === undefined) {
        throw new DiagnosticError({
          summary: `there is no ${title} ${JSON.stringify(id)}`,
          detail: `Expected ${choices.join(" | ")}.`,
        });
      }
      const values: Values = key === undefined ? {} : { [key]: found ?? id };
      return stateOf(valuesFrom(table, await read(table, values, context), values));
    },
  });
}

function attributesOf(table: GraphTable): Attributes {
  const { id, ...own } = schemaOf(table);
  if (table.key === undefined || id?.member !== "leaf") return { ...own, ...(id && { id }) };
  return { ...own, id: { ...id, options: { ...id.options, description: `The same as ${table.key}.` } } };
}

const versionOf = ({ version = "v1.0" }: { readonly version?: GraphVersion }): GraphVersion => version;

/** One entity at its path, whose changes are sent alone. */
function entityAt(path: string): GraphAccess {
  const placed = (key: string | undefined) =>
    key === undefined ? path : path.replace("{}", encodeURIComponent(key));
  return {
    read: ({ graph, version, signal, key, calling }) =>
      calling(`GET ${placed(key)}`, (needs) => graph.get(placed(key), { version, signal, needs })),
    write: ({ graph, version, signal, key, calling }, before, after) => {
      const type = before["@odata.type"];
      const body = { ...(type === undefined ? {} : { "@odata.type": type }), ...changesOf(before, after) };
      return calling(`PATCH ${placed(key)}`, (needs) =>
        graph.patch(placed(key), body, { version, signal, needs }),
      );
    },
  };
}

const accessOf = ({ graph }: GraphTable): GraphAccess => graph.access ?? entityAt(graph.path);

function askingOf(
  table: GraphTable,
  values: Values,
  version: GraphVersion,
  { client, signal }: Context,
  needs: string,
): Asking {
  return {
    graph: client.graph,
    version,
    signal,
    key: table.key === undefined ? undefined : String(values[table.key]),
    calling: (request, call) => calling(table, values, request, () => call(needs)),
  };
}

async function read(table: GraphTable, values: Values, context: Context): Promise<Found> {
  const versions = new Set(Object.values(table.attributes).map(versionOf));
  const found = new Map<GraphVersion, GraphObject>();
  for (const version of versions) {
    const asking = askingOf(table, values, version, context, table.graph.read);
    found.set(version, await accessOf(table).read(asking));
  }
  return found;
}

/** What Graph says, attribute by attribute, spelled as before where both mean the same. */
function valuesFrom(table: GraphTable, found: Found, before: Values): Values {
  const row = Object.fromEntries(
    Object.entries(table.attributes).map(([name, attribute]) => [
      name,
      // Of what another one has nothing is read: targets are alike, and what is not there would pass for a value.
      attribute.of === undefined || attribute.of.includes(String(before[table.key ?? ""]))
        ? lensOf(attribute).get(found.get(versionOf(attribute)) ?? {})
        : undefined,
    ]),
  );
  return readValues(table, row, before);
}

/** Makes a call; a refusal is told as an administrator needs it: what was asked, and what is missing. */
async function calling<T>(
  table: GraphTable,
  values: Values,
  request: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof CloudError) || error.code === "cancelled") throw error;
    const key = table.key === undefined ? undefined : String(values[table.key]);
    if (error.status === 404 && key !== undefined) {
      throw new DiagnosticError({
        summary: `this tenant has no ${titleOf(table)} ${JSON.stringify(key)}`,
        detail: `${error.message}${table.licence === undefined ? "" : ` Is there ${table.licence}?`}`,
        path: [table.key ?? ""],
      });
    }
    throw new DiagnosticError({
      summary: `Graph refused ${request}`,
      detail: `${error.message} (${error.code})`,
    });
  }
}

/** An attribute that only others have: Graph would refuse it, or take it and forget it. */
function ofOtherKeys({ key, attributes }: GraphTable): CrossRule {
  return function* (values) {
    const own = key === undefined ? undefined : values[key];
    if (own === undefined || own === null) return;
    for (const [name, { of }] of Object.entries(attributes)) {
      const value = values[name];
      if (of === undefined || of.includes(String(own)) || value === undefined || value === null) continue;
      yield {
        path: [name],
        message: `${String(own)} has no such setting`,
        received: JSON.stringify(value),
        expected: `${name} with ${key} = ${of.map((one) => JSON.stringify(one)).join(" or ")}`,
        fix: `take ${name} out`,
      };
    }
  };
}
