import { randomUUID } from "node:crypto";
import type { TenantState } from "../state";
import { type Row, Table } from "../table";
import { type Cmdlet, refuse } from "./cmdlet";

const KEY = "TenantAllowBlockListSpoofItems";
const MOST = 1024;
const SPOOF_TYPES = ["External", "Internal"] as const;
const ACTIONS = ["Allow", "Block"] as const;

/** By https://learn.microsoft.com/powershell/module/exchangepowershell/new-tenantallowblocklistspoofitems */
export const SPOOF_ITEMS: Readonly<Record<string, Cmdlet>> = {
  [`Get-${KEY}`]: {
    parameters: { Identity: "text", Action: ACTIONS, SpoofType: SPOOF_TYPES },
    run: ({ Action, SpoofType }, { state }) => ({
      rows: items(state)
        .all()
        .filter(
          (row) => [undefined, row.Action].includes(Action) && [undefined, row.SpoofType].includes(SpoofType),
        ),
    }),
  },
  [`New-${KEY}`]: {
    parameters: {
      Identity: "text",
      SpoofedUser: "text",
      SendingInfrastructure: "text",
      SpoofType: SPOOF_TYPES,
      Action: ACTIONS,
    },
    required: ["Identity", "SpoofedUser", "SendingInfrastructure", "SpoofType", "Action"],
    run: ({ Identity: _, ...given }, { state }) => {
      const name = `${given.SpoofedUser}/${given.SendingInfrastructure}`.toLowerCase();
      if (items(state).find(name)) refuse(`Entry already exists: '${name}'.`);
      if (items(state).size >= MOST) refuse(`There can be ${MOST} entries at most.`);
      return { rows: [named(items(state).add(name, given))] };
    },
  },
  [`Set-${KEY}`]: {
    parameters: { Identity: "text", Ids: "texts", Action: ACTIONS },
    required: ["Identity", "Ids", "Action"],
    run: ({ Ids, Action }, { state }) => {
      for (const id of [Ids].flat()) entry(state, id).Action = Action;
      return { rows: [] };
    },
  },
  [`Remove-${KEY}`]: {
    parameters: { Identity: "text", Ids: "texts" },
    required: ["Identity", "Ids"],
    run: ({ Ids }, { state }) => {
      for (const id of [Ids].flat()) items(state).remove(entry(state, id).Name);
      return { rows: [] };
    },
  },
};

/** Known by an id that says nothing. */
function named(row: Row): Row {
  return Object.assign(row, { Identity: randomUUID() });
}

function entry(state: TenantState, id: unknown): Row {
  const row = items(state)
    .all()
    .find(({ Identity }) => Identity === id);
  return row ?? items(state).get(id);
}

function items(state: TenantState): Table {
  const there = state.objects.get(KEY);
  if (there !== undefined) return there;
  const made = new Table("entry");
  state.objects.set(KEY, made);
  return made;
}
