import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { DiagnosticError, list, PartialState, type Resource, str } from "../plugin/index";
import { type M365, resource } from "../resources/m365";
import { moves, ordered } from "./moves";
import { refusalOf } from "./refusal";
import { type Calling, callingFor, idOf, rowsOf, unstopped } from "./rows";
import { type ObjectTable, typeName } from "./table";

/**
 * The order of a kind's rules: one resource, since numbers of single rules push each other about. Rules that are not
 * named keep their places, whoever made them.
 */
export function ruleOrder(table: ObjectTable): Resource<M365> {
  const { noun } = table;
  const type = typeName(table);

  async function current(calling: Calling): Promise<readonly string[]> {
    const rows = await rowsOf(table, calling);
    return [...rows].sort((a, b) => priority(a) - priority(b)).map((row) => idOf(table, row));
  }

  /** The named rules that exist, in the order in which they stand. */
  async function standing(rules: readonly string[], calling: Calling): Promise<readonly string[]> {
    const named = new Map(rules.map((id) => [id.toLowerCase(), id]));
    return (await current(calling)).flatMap((id) => named.get(id.toLowerCase()) ?? []);
  }

  async function arrange(rules: readonly string[], calling: Calling): Promise<void> {
    const { cmdlets, signal } = calling;
    const now = await current(calling);
    const spelled = rules.map((id) => now.find((one) => one.toLowerCase() === id.toLowerCase()) ?? id);
    const missing = spelled.filter((id) => !now.includes(id));
    if (missing.length > 0) {
      throw new DiagnosticError({
        summary: `${noun}: rules that do not exist`,
        detail: `There is none with the id ${missing.join(", ")}. Give the ids of ${type}.`,
        path: ["rules"],
      });
    }
    for (const { id, to } of moves(now, ordered(now, spelled))) {
      try {
        await cmdlets.invoke(`Set-${noun}`, { Identity: id, Priority: to }, { signal });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        throw new PartialState(
          { id: noun, rules: await standing(rules, unstopped(calling)) },
          refusalOf(table, error, `Set-${noun}`),
        );
      }
    }
  }

  return resource({
    description: `The order of rules of kind ${noun}: the first that fits a message decides. Rules that are not named keep their places. Destroy leaves the order as it is.`,
    attributes: {
      rules: list(str(), {
        required: true,
        validate: (ids) =>
          new Set(ids.map((id) => id.toLowerCase())).size === ids.length ? undefined : "a rule stands twice",
        description: `Ids of ${type}, the highest priority first.`,
      }),
      id: str({ computed: true, stable: true, description: `Always ${noun}.` }),
    },

    async create({ rules }, context) {
      await arrange(rules, callingFor(table, context));
      return { id: noun, rules };
    },

    read: async ({ rules }, context) => ({
      id: noun,
      rules: await standing(rules, callingFor(table, context)),
    }),

    async update({ rules }, context) {
      await arrange(rules, callingFor(table, context));
      return { id: noun, rules };
    },

    async delete() {
      // An order there always is.
    },

    async import(_, context) {
      return { id: noun, rules: await current(callingFor(table, context)) };
    },
  });
}

function priority({ Priority }: ExchangeObject): number {
  return typeof Priority === "number" ? Priority : Number.POSITIVE_INFINITY;
}
