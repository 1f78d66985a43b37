import type { ExchangeObject } from "../exchange/types";
import { type Context, DiagnosticError, type Resource } from "../plugin/index";
import { type M365, resource } from "../resources/m365";
import { crossFaults } from "./cross-faults";
import { refusal } from "./refusal";
import { type Calling, callingFor, onlyRow, unstopped } from "./rows";
import { schemaOf } from "./schema";
import { type SingletonTable, titleOf } from "./table";
import { differing, readable, readValues, setParameters, type Values, valuesOf } from "./values";

type Writing = Calling & Pick<Context<M365>, "warn">;

/** What a tenant has exactly one of. Attributes that are left out are nobody's business, and stay. */
export function singletonResource(table: SingletonTable): Resource<M365> {
  const id = titleOf(table);
  const stateOf = (values: Values) => ({ ...values, id });

  /** @returns what is then so beside what was planned */
  async function write(plan: Values, before: Values, context: Writing): Promise<Values> {
    const { cmdlets, signal } = context;
    const planned = setParameters(table, differing(table, plan, before), plan, before);
    if (Object.keys(planned).length === 0) return {};
    const row = table.completed ? await onlyRow(table, context) : undefined;
    const { parameters: more = {}, missing } = table.completed?.(planned, row ?? {}) ?? {};
    if (missing !== undefined) context.warn({ summary: `${id}: ${missing}` });
    const changes = { ...planned, ...more };
    const identity = table.identity === undefined ? {} : { Identity: table.identity };
    const parameters = { ...identity, ...changes, ...table.alongside?.(changes, plan) };
    try {
      await cmdlets.invoke(`Set-${table.noun}`, parameters, { signal });
    } catch (error) {
      throw refusal(table, error, `Set-${table.noun}`);
    }
    return Object.keys(more).length === 0 ? {} : readValues(table, { ...row, ...more }, before);
  }

  async function make(calling: Calling): Promise<ExchangeObject> {
    try {
      await calling.cmdlets.invoke(`New-${table.noun}`, table.made, { signal: calling.signal });
    } catch (error) {
      throw refusal(table, error, `New-${table.noun}`);
    }
    const row = await onlyRow(table, unstopped(calling));
    if (row) return row;
    throw new DiagnosticError({ summary: `Exchange took New-${table.noun} and does not show what it made` });
  }

  return resource({
    description: `${table.about} A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all.`,
    attributes: schemaOf(table),

    validate: (config) => crossFaults(table, config),

    async create(plan, context) {
      const calling = callingFor(table, context);
      const row = (await onlyRow(table, calling)) ?? (await make(calling));
      const before = readValues(table, row, readable(table, valuesOf(table, plan)));
      const completed = await write(valuesOf(table, plan), before, { ...calling, warn: context.warn });
      return stateOf({ ...before, ...completed, ...known(valuesOf(table, plan)) });
    },

    async read(state, context) {
      const row = await onlyRow(table, callingFor(table, context));
      return row ? stateOf(readValues(table, row, valuesOf(table, state))) : null;
    },

    async update(plan, context) {
      const before = valuesOf(table, context.prior);
      const calling = callingFor(table, context);
      const completed = await write(valuesOf(table, plan), before, { ...calling, warn: context.warn });
      return stateOf({ ...before, ...completed, ...known(valuesOf(table, plan)) });
    },

    async delete(_, context) {
      context.warn({
        summary: `${id} left as it is`,
        detail: "Every tenant has one, and nothing says what it was before Terraform.",
      });
    },

    async import(given, context) {
      if (given !== id) {
        throw new DiagnosticError({
          summary: `a tenant has one ${id}`,
          detail: `Its id is ${JSON.stringify(id)}; got ${JSON.stringify(given)}.`,
        });
      }
      const row = await onlyRow(table, callingFor(table, context));
      return row ? stateOf(readValues(table, row)) : null;
    },
  });
}

function known(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
