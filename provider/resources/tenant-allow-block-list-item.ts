import { type ExchangeObject, SHARED_FOR } from "../exchange/types";
import { same } from "../objects/codec/codec";
import { INSTANT_TEXT } from "../objects/codec/measures";
import {
  bool,
  type Context,
  type Diagnostic,
  DiagnosticError,
  isUnknown,
  num,
  str,
  UNKNOWN,
} from "../plugin/index";
import { oneOf } from "./attributes";
import { text } from "./exchange-values";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";

type Calling = Pick<Context<M365>, "client" | "signal">;
const LIST_TYPES = ["Sender", "Url", "FileHash", "IP"] as const;

/**
 * One entry of the Tenant Allow/Block List. Entries end by themselves: one whose time is over is done, and no drift.
 * Source: https://learn.microsoft.com/defender-office-365/tenant-allow-block-list-about
 */
export const tenantAllowBlockListItem = resource({
  description:
    "An entry of the Tenant Allow/Block List. One whose expiration_date is over is gone, and counts as done: it is not made again.",
  attributes: {
    list_type: str({
      required: true,
      requiresReplace: true,
      validate: oneOf(...LIST_TYPES),
      choices: LIST_TYPES,
      description: "What the value is. IP takes IPv6 alone.",
    }),
    value: str({
      required: true,
      requiresReplace: true,
      description: "An address or domain, a URL with * for any part, a SHA-256, an IPv6 address.",
    }),
    action: str({
      required: true,
      requiresReplace: true,
      validate: oneOf("Allow", "Block"),
      choices: ["Allow", "Block"],
      description: "Mail to a blocked sender is refused too.",
    }),
    expiration_date: str({
      optional: true,
      computed: true,
      stable: true,
      nullable: true,
      validate: (value) => INSTANT_TEXT.fault?.(value),
      description:
        "When it ends, by RFC 3339; of a block at most 90 days ahead. Left out: after 30 days, if nothing else is said.",
    }),
    no_expiration: bool({
      optional: true,
      default: false,
      description: "Does it never end? For blocks, and for allowed IPs.",
    }),
    remove_after: num({
      optional: true,
      validate: oneOf(45),
      description: "45: an allowed entry ends 45 days after it was last used.",
    }),
    notes: str({ optional: true, description: "A note for administrators." }),
    id: str({ computed: true, stable: true, description: "Exchange's long id of the entry." }),
  },

  validate({ expiration_date, no_expiration, remove_after, action }): readonly Diagnostic[] {
    const said = [
      isUnknown(expiration_date) || expiration_date === null ? [] : ["expiration_date"],
      no_expiration === true ? ["no_expiration"] : [],
      isUnknown(remove_after) || remove_after === null ? [] : ["remove_after"],
    ].flat();
    const faults: Diagnostic[] = [];
    if (said.length > 1) {
      faults.push({
        summary: `only one of ${said.join(" and ")} can say when it ends`,
        path: [said[0] ?? ""],
      });
    }
    if (action === "Block" && said.includes("remove_after")) {
      faults.push({ summary: "remove_after is for entries that allow", path: ["remove_after"] });
    }
    return faults;
  },

  async modifyPlan({ no_expiration, remove_after }, { config, prior }) {
    const same = prior?.no_expiration === no_expiration && prior.remove_after === remove_after;
    // Otherwise it ends at another time, which Exchange says.
    return !prior || same || config.expiration_date !== null
      ? undefined
      : { values: { expiration_date: UNKNOWN } };
  },

  async create(plan, context) {
    const { client, signal } = context;
    const parameters = {
      ListType: plan.list_type,
      Entries: [plan.value],
      [plan.action]: true,
      ...ending(plan),
      ...(plan.notes && { Notes: plan.notes }),
    };
    const [made] = await client.exchange.invoke("New-TenantAllowBlockListItems", parameters, { signal });
    const look = { client, signal: new AbortController().signal };
    const row = made && text(made, "Identity") ? made : await entryOf(plan, look);
    if (!row) throw new DiagnosticError({ summary: `Exchange shows no entry ${JSON.stringify(plan.value)}` });
    return { ...plan, ...facts(row, plan.expiration_date) };
  },

  async read(state, context) {
    const row = (await entries(state.list_type, context)).find(({ Identity }) => Identity === state.id);
    if (!row) return isOver(state.expiration_date, context.client.clock.now()) ? state : null;
    const now = facts(row, state.expiration_date);
    return {
      ...state,
      value: text(row, "Value", state.value) ?? state.value,
      action: text(row, "Action", state.action) ?? state.action,
      notes: text(row, "Notes", state.notes),
      no_expiration: state.no_expiration && now.expiration_date === null,
      ...now,
    };
  },

  async update(plan, { client, signal, prior }) {
    const moved = !same(INSTANT_TEXT, plan.expiration_date ?? null, prior.expiration_date);
    const parameters = {
      ListType: prior.list_type,
      Ids: [prior.id],
      ...(moved || plan.no_expiration !== prior.no_expiration || plan.remove_after !== prior.remove_after
        ? ending(plan)
        : {}),
      ...(plan.notes !== prior.notes && { Notes: plan.notes ?? "" }),
    };
    await client.exchange.invoke("Set-TenantAllowBlockListItems", parameters, { signal });
    const row = (await entries(prior.list_type, { client, signal })).find(
      ({ Identity }) => Identity === prior.id,
    );
    return { ...plan, ...facts(row ?? {}, plan.expiration_date), id: prior.id };
  },

  async delete({ list_type, id }, { client, signal }) {
    const parameters = { ListType: list_type, Ids: [id] };
    await unlessGone(client.exchange.invoke("Remove-TenantAllowBlockListItems", parameters, { signal }));
  },

  async import(id, context) {
    const [list_type = "", ...rest] = id.split("/");
    if (!LIST_TYPES.some((one) => one === list_type)) {
      throw new DiagnosticError({
        summary: `${JSON.stringify(id)} names no entry`,
        detail: `Give its list and its value: ${LIST_TYPES.join(" | ")}, a slash, the value, as Sender/example.net.`,
      });
    }
    const row = await entryOf({ list_type, value: rest.join("/") }, context);
    return row
      ? {
          list_type,
          value: text(row, "Value") ?? "",
          action: text(row, "Action") ?? "",
          no_expiration: INSTANT_TEXT.decode(row.ExpirationDate) === null && !row.RemoveAfter,
          remove_after: typeof row.RemoveAfter === "number" ? row.RemoveAfter : null,
          notes: text(row, "Notes"),
          ...facts(row, undefined),
        }
      : null;
  },
});

interface Ending {
  readonly expiration_date?: string | null | undefined;
  readonly no_expiration: boolean;
  readonly remove_after: number | null;
}

function ending({ expiration_date, no_expiration, remove_after }: Ending) {
  if (no_expiration) return { NoExpiration: true };
  if (remove_after !== null) return { RemoveAfter: remove_after };
  return expiration_date ? { ExpirationDate: expiration_date } : {};
}

function facts(row: ExchangeObject, before: string | null | undefined) {
  const read = INSTANT_TEXT.decode(row.ExpirationDate);
  const date = typeof read === "string" ? read : null;
  return {
    id: text(row, "Identity") ?? "",
    expiration_date: before !== undefined && same(INSTANT_TEXT, date, before) ? before : date,
  };
}

const entries = (listType: string, { client, signal }: Calling) =>
  client.exchange.invoke(
    "Get-TenantAllowBlockListItems",
    { ListType: listType },
    { signal, maxAge: SHARED_FOR },
  );

async function entryOf(
  { list_type, value }: { readonly list_type: string; readonly value: string },
  calling: Calling,
): Promise<ExchangeObject | undefined> {
  const rows = await entries(list_type, calling);
  return rows.find((row) => String(row.Value).toLowerCase() === value.toLowerCase());
}

function isOver(date: string | null, now: number): boolean {
  return date !== null && Date.parse(date) <= now;
}
