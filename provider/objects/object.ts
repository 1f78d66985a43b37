import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { type Diagnostic, DiagnosticError, isUnknown, PartialState, type Resource } from "../plugin/index";
import { unlessGone } from "../resources/found";
import { type M365, resource } from "../resources/m365";
import { crossFaults, givenValues } from "./cross-faults";
import { refusal, refusalOf } from "./refusal";
import { byId, byName, type Calling, callingFor, idOf, othersOf, rowsOf, unstopped } from "./rows";
import { schemaOf } from "./schema";
import { atService, type ObjectTable, SERVICES, titleOf, typeName } from "./table";
import {
  differing,
  newParameters,
  readable,
  readValues,
  setParameters,
  type Values,
  valuesOf,
} from "./values";

/** Objects that are made and removed: policies, and the rules that say whom they are for. */
export function objectResource(table: ObjectTable): Resource<M365> {
  const { noun } = table;
  const isBuiltIn = (name: unknown) =>
    table.builtIn?.some((one) => one.toLowerCase() === String(name).toLowerCase()) === true;
  const stateOf = (values: Values, id: string) => ({ ...values, id });

  /** The object of that name as `New-` made it. Looked up even when Terraform was told to stop: state must know it. */
  async function make(plan: Values, calling: Calling): Promise<ExchangeObject> {
    const { cmdlets, signal } = calling;
    let made: ExchangeObject | undefined;
    try {
      [made] = await cmdlets.invoke(`New-${noun}`, newParameters(table, plan), { signal });
    } catch (error) {
      throw refusal(table, error, `New-${noun}`);
    }
    if (made && idOf(table, made) !== "") return made;
    const listed = byName(await rowsOf(table, unstopped(calling)), plan.name);
    if (listed) return listed;
    throw new DiagnosticError({ summary: `Exchange took New-${noun} and does not show what it made` });
  }

  /**
   * Makes `before` what `after` says: settings by one `Set-`, whether it is in use by `Enable-` or `Disable-`.
   * @throws PartialState with what was done by then
   */
  async function change(id: string, after: Values, before: Values, { cmdlets, signal }: Calling) {
    const names = differing(table, after, before);
    // What means the same is in the state as it is planned now: Terraform holds each letter against the plan.
    const alike = Object.entries(after).filter(
      ([name, value]) => value !== undefined && !names.includes(name),
    );
    const state: Record<string, Values[string]> = { ...before, ...Object.fromEntries(alike) };
    const steps = [
      { cmdlet: `Set-${noun}`, names: names.filter((name) => !table.attributes[name]?.switched) },
      ...names
        .filter((name) => table.attributes[name]?.switched)
        .map((name) => ({ cmdlet: `${after[name] ? "Enable" : "Disable"}-${noun}`, names: [name] })),
    ];
    for (const { cmdlet, names } of steps) {
      if (names.length === 0) continue;
      const changes = setParameters(table, names, after, before);
      const parameters = { Identity: id, ...changes, ...table.alongside?.(changes, after) };
      try {
        await cmdlets.invoke(cmdlet, parameters, { signal });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        throw new PartialState(stateOf(state, id), refusalOf(table, error, cmdlet));
      }
      for (const name of names) state[name] = after[name];
    }
    return stateOf(state, id);
  }

  async function switchOff(id: string, { cmdlets, signal }: Calling): Promise<void> {
    try {
      await unlessGone(cmdlets.invoke(`Disable-${noun}`, { Identity: id }, { signal }));
    } catch (error) {
      throw refusal(table, error, `Disable-${noun}`);
    }
  }

  /** Is there one of that name already? */
  function taken(rows: readonly ExchangeObject[], name: unknown): readonly Diagnostic[] {
    const row = typeof name === "string" ? byName(rows, name) : undefined;
    if (!row) return [];
    const detail = isBuiltIn(name)
      ? "It is adopted: attributes that are left out become what they are by default. Destroy leaves it."
      : `Unless this plan replaces it, import it: terraform import ${typeName(table)}.<name> ${idOf(table, row)}`;
    const summary = `Exchange has a ${titleOf(table)} ${JSON.stringify(name)} already`;
    return [{ severity: "warning", summary, detail, path: ["name"] }];
  }

  return resource({
    description: table.about,
    // By its Guid, which Exchange keeps; one that may be at either service is told by both.
    ...(table.service !== "chosen" && { identity: "id" }),
    attributes: schemaOf(table),

    validate: (config) => crossFaults(table, config),

    async modifyPlan(planned, { client, signal, prior }) {
      const { name, service } = planned;
      if (!client || isUnknown(service)) return undefined;
      const values = givenValues(table, planned);
      const changes = !prior || differing(table, values, valuesOf(table, prior)).length > 0;
      if (!changes || (prior && !table.atPlan)) return undefined;
      const calling = callingFor(table, { client, signal }, { service });
      const rows = await rowsOf(table, calling);
      const told = await table.atPlan?.({
        values,
        id: prior ? String(prior.id) : undefined,
        rows,
        ask: (noun) => othersOf(table, noun, calling),
      });
      return { diagnostics: [...(prior ? [] : taken(rows, name)), ...(told ?? [])] };
    },

    async create(given, context) {
      const plan = valuesOf(table, given);
      const calling = callingFor(table, context, plan);
      const there = isBuiltIn(plan.name) ? byName(await rowsOf(table, calling), plan.name) : undefined;
      if (!there && table.absent !== undefined) {
        const summary = `this tenant has no ${noun} ${JSON.stringify(plan.name)}`;
        throw new DiagnosticError({ summary, detail: table.absent, path: ["name"] });
      }
      const row = there ?? (await make(plan, calling));
      const before = readValues(table, row, there ? readable(table, plan) : plan);
      // What New- has no parameter for, and defaults of the tenant that are not the documented ones.
      return change(idOf(table, row), plan, before, calling);
    },

    async read(state, context) {
      const row = byId(table, await rowsOf(table, callingFor(table, context, state)), String(state.id));
      return row ? stateOf(readValues(table, row, valuesOf(table, state)), idOf(table, row)) : null;
    },

    update: (plan, context) =>
      change(
        String(context.prior.id),
        valuesOf(table, plan),
        valuesOf(table, context.prior),
        callingFor(table, context, plan),
      ),

    async delete({ id, name, service }, context) {
      const calling = callingFor(table, context, { service });
      if (table.absent !== undefined) return switchOff(String(id), calling);
      if (isBuiltIn(name)) {
        context.warn({
          summary: `${noun} ${JSON.stringify(name)} left as it is`,
          detail: "Every tenant has it, and it cannot be removed.",
        });
        return;
      }
      const { cmdlets, signal } = calling;
      const parameters = { Identity: id, ...(table.removal ?? { Confirm: false }) };
      try {
        await unlessGone(cmdlets.invoke(`Remove-${noun}`, parameters, { signal }));
      } catch (error) {
        throw refusal(table, error, `Remove-${noun}`);
      }
    },

    async import(given, context) {
      const { id, values } = imported(table, given);
      const rows = await rowsOf(table, callingFor(table, context, values));
      const row = byId(table, rows, id) ?? byName(rows, id);
      return row ? stateOf(readValues(table, row, values), idOf(table, row)) : null;
    },
  });
}

/** By name or Guid; of what is at one of two services, that in front: `purview/Service Assurance User`. */
function imported(table: ObjectTable, given: string): { readonly id: string; readonly values: Values } {
  if (table.service !== "chosen") return { id: given, values: {} };
  const at = atService(given);
  if (at) return { id: at.rest, values: { service: at.service } };
  throw new DiagnosticError({
    summary: `${JSON.stringify(given)} does not say where it is`,
    detail: `Give ${SERVICES.join(" or ")}, a slash, and its name or Guid, as purview/Service Assurance User.`,
  });
}
