import { randomBytes } from "node:crypto";
import type { TenantState } from "../state";
import { CmdletError, type Row, Table } from "../table";
import { type Cmdlet, refuse } from "./cmdlet";

const LIST_TYPES = ["Sender", "Url", "FileHash", "IP"] as const;
const DAY = 86_400_000;
const ENDING = { ExpirationDate: "instant", NoExpiration: "flag", RemoveAfter: "number" } as const;

/** By https://learn.microsoft.com/powershell/module/exchangepowershell/new-tenantallowblocklistitems */
export const ALLOW_BLOCK_LIST: Readonly<Record<string, Cmdlet>> = {
  "Get-TenantAllowBlockListItems": {
    parameters: { ListType: LIST_TYPES, Entry: "text", Allow: "flag", Block: "flag" },
    required: ["ListType"],
    run: ({ ListType, Entry }, { state }) => ({
      rows: current(state).filter(
        (row) => row.$listType === ListType && (Entry === undefined || row.Value === Entry),
      ),
    }),
  },
  "New-TenantAllowBlockListItems": {
    parameters: {
      ListType: LIST_TYPES,
      Entries: "texts",
      Allow: "flag",
      Block: "flag",
      Notes: "text",
      ListSubType: ["Tenant", "AdvancedDelivery"],
      ...ENDING,
    },
    required: ["ListType", "Entries"],
    run: ({ ListType, Entries, Allow, Block, Notes = "", ListSubType = "Tenant", ...ending }, { state }) => {
      if ((Allow === true) === (Block === true)) refuse("Specify either Allow or Block.");
      const values = Array.isArray(Entries) ? Entries.map(String) : [];
      const rows = values.map((Value): Row => {
        checkValue(String(ListType), Value);
        const taken = current(state).some(
          (row) => row.$listType === ListType && String(row.Value).toLowerCase() === Value.toLowerCase(),
        );
        if (taken) refuse(`Entry already exists: '${Value}'.`);
        return {
          $listType: ListType,
          Value,
          Action: Allow === true ? "Allow" : "Block",
          Notes,
          ListSubType,
          LastUsedDate: null,
          LastModifiedDateTime: new Date().toISOString(),
          SubmissionID: "",
          ...ends(ending, Allow === true, String(ListType)),
        };
      });
      return {
        rows: rows.map((row) => {
          const id = randomBytes(36).toString("base64url");
          const added = table(state).add(id, row);
          return Object.assign(added, { Identity: id, ObjectState: "New" });
        }),
      };
    },
  },
  "Set-TenantAllowBlockListItems": {
    parameters: { ListType: LIST_TYPES, Ids: "texts", Notes: "text", ...ENDING },
    required: ["ListType", "Ids"],
    run: ({ ListType, Ids, Notes, ...ending }, { state }) => {
      for (const id of Array.isArray(Ids) ? Ids : []) {
        const row = entry(state, ListType, id);
        if (Notes !== undefined) row.Notes = Notes;
        if (Object.keys(ending).length > 0) {
          Object.assign(row, ends(ending, row.Action === "Allow", String(ListType)));
        }
      }
      return { rows: [] };
    },
  },
  "Remove-TenantAllowBlockListItems": {
    parameters: { ListType: LIST_TYPES, Ids: "texts" },
    required: ["ListType", "Ids"],
    run: ({ ListType, Ids }, { state }) => {
      for (const id of Array.isArray(Ids) ? Ids : []) {
        entry(state, ListType, id);
        table(state).remove(id);
      }
      return { rows: [] };
    },
  },
};

function ends({ ExpirationDate, NoExpiration, RemoveAfter }: Row, allow: boolean, listType: string): Row {
  const given = [ExpirationDate, NoExpiration, RemoveAfter].filter((one) => one !== undefined).length;
  if (given > 1) refuse("ExpirationDate, NoExpiration and RemoveAfter exclude each other.");
  if (RemoveAfter !== undefined && (!allow || RemoveAfter !== 45 || listType === "IP")) {
    refuse("RemoveAfter takes 45, for entries that allow a sender, a URL or a file.");
  }
  if (NoExpiration === true && allow && listType !== "IP") refuse("An allow entry needs an expiration.");
  const date = ExpirationDate === undefined ? Date.now() + 30 * DAY : Date.parse(String(ExpirationDate));
  if (date < Date.now() || (!allow && date > Date.now() + 91 * DAY)) {
    refuse("ExpirationDate must be within 90 days.");
  }
  const never = NoExpiration === true || RemoveAfter !== undefined;
  return { ExpirationDate: never ? null : new Date(date).toISOString(), RemoveAfter: RemoveAfter ?? null };
}

function checkValue(listType: string, value: string): void {
  const right =
    listType === "FileHash"
      ? /^[0-9a-f]{64}$/i.test(value)
      : listType === "IP"
        ? value.includes(":")
        : value.includes(".") && !/\s/.test(value);
  if (!right) refuse(`The entry '${value}' is invalid for the list ${listType}.`);
}

function entry(state: TenantState, listType: unknown, id: unknown): Row {
  const row = table(state).find(id);
  if (row?.$listType === listType && row !== undefined) return row;
  throw new CmdletError(
    404,
    "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    `The entry '${id}' couldn't be found.`,
  );
}

/** Entries whose time is over are gone. */
function current(state: TenantState): readonly Row[] {
  return table(state)
    .all()
    .filter(
      ({ ExpirationDate }) => ExpirationDate === null || Date.parse(String(ExpirationDate)) > Date.now(),
    );
}

function table(state: TenantState): Table {
  const there = state.objects.get("TenantAllowBlockListItems");
  if (there !== undefined) return there;
  const made = new Table("entry");
  state.objects.set("TenantAllowBlockListItems", made);
  return made;
}
