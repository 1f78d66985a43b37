import {
  type Context,
  type Diagnostic,
  DiagnosticError,
  type ObjectValue,
  PartialState,
  type Resource,
  type ResourceDefinition,
  type SchemaFromJson,
  type Value,
} from "../../../provider/plugin/index";
import type { AzureAd } from "./azuread";
import { resource } from "./schema";
import { sdkPlan } from "./sdk-plan";

/** Values as create and update get them: a part that is not known yet is not there. */
export type Planned = Readonly<Record<string, Value | undefined>>;

/** What talks to Graph. */
export type Connected = Pick<Context<AzureAd>, "client" | "signal">;

/** A resource as Terraform's older SDK knows it: made, it has an id; whatever was done, it is read again. */
export interface SdkResource {
  readonly schema: SchemaFromJson;
  validate?(config: ObjectValue): readonly Diagnostic[];
  /** The configuration with the SDK's defaults, which its schema does not show. */
  withDefaults?(config: ObjectValue): ObjectValue;
  /** Attributes whose planned change cannot be made in place, beside those the schema's facts name. */
  replacedBy?(planned: ObjectValue, prior: ObjectValue): readonly string[];
  /** @param made takes the id as soon as there is one: what fails after it leaves a tainted resource in state */
  create(plan: Planned, connected: Connected, made: (id: string) => void): Promise<void>;
  /** All but `id` and `timeouts`; undefined if it is gone. */
  read(id: string, connected: Connected, known: Planned): Promise<ObjectValue | undefined>;
  update?(id: string, plan: Planned, prior: ObjectValue, connected: Connected): Promise<void>;
  delete(id: string, state: ObjectValue, connected: Connected): Promise<void>;
  /** The id that is meant; undefined for what is none. */
  importId(given: string): string | undefined;
  /** An id as it ought to be. */
  readonly idExample: string;
}

type Definition = ResourceDefinition<SchemaFromJson["attributes"], SchemaFromJson["blocks"], AzureAd>;

export function sdkResource(kind: SdkResource): Resource<AzureAd> {
  const { schema, validate, update } = kind;
  const read = async (id: string, connected: Connected, known: Planned): Promise<ObjectValue | null> => {
    const found = await kind.read(id, connected, known);
    return found ? { ...found, id, timeouts: known.timeouts ?? null } : null;
  };
  const reread = async (id: string, connected: Connected, plan: Planned): Promise<ObjectValue> => {
    const state = await read(id, connected, plan);
    if (state) return state;
    throw new DiagnosticError({ summary: `${id} was not found after it was written` });
  };
  const calls: Definition = {
    ...schema,
    ...(validate && { validate }),
    async modifyPlan(_plan, { config, prior }) {
      const values = sdkPlan(schema, kind.withDefaults?.(config) ?? config, prior);
      const replaced = (prior && kind.replacedBy?.(values, prior)) ?? [];
      return { values, requiresReplace: replaced.map((name) => [name]) };
    },
    async create(plan, context) {
      let id: string | undefined;
      try {
        await kind.create(plan, context, (made) => {
          id = made;
        });
        return await reread(id ?? "", context, plan);
      } catch (error) {
        if (id === undefined || !(error instanceof DiagnosticError)) throw error;
        const [first = { summary: error.message }, ...rest] = error.diagnostics;
        throw new PartialState({ ...plan, id }, first, ...rest);
      }
    },
    read: (state, context) => read(String(state.id), context, state),
    ...(update && {
      async update(plan, context) {
        const id = String(context.prior.id);
        await update(id, plan, context.prior, context);
        return reread(id, context, plan);
      },
    }),
    delete: (state, context) => kind.delete(String(state.id), state, context),
    async import(given, context) {
      const id = kind.importId(given);
      if (id !== undefined) return read(id, context, {});
      throw new DiagnosticError({
        summary: `specified ID (${JSON.stringify(given)}) is not valid`,
        detail: `expected ${kind.idExample}`,
      });
    },
  };
  return resource(calls);
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id below a path, if it is one: `/identity/conditionalAccess/policies/<guid>`. */
export function idBelow(path: string): (given: string) => string | undefined {
  return (given) => (given.startsWith(path) && GUID.test(given.slice(path.length)) ? given : undefined);
}

/** The last part of an id that is a path. */
export function objectIdOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
