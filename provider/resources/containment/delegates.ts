import type { ExchangeObject } from "../../exchange/types";
import { text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";
import { unlessGone } from "../found";
import type { Calling } from "./account";
import type { Entry, Way } from "./closed-list";
import { anchorOf, mailboxOf, texts } from "./mailbox";

/** Somebody's right on a mailbox. */
export interface Delegate extends Entry {
  /** Ends it. */
  readonly end: (calling: Calling) => Promise<unknown>;
}

/** Themselves, and the server. */
const SELF = /^NT AUTHORITY\\(SELF|SYSTEM)$/i;
/** Everybody of the organization, and everybody. */
const EVERYBODY = /^(Default|Anonymous)$/i;
/** What everybody may see of a calendar by Exchange's own defaults. */
const FREE_BUSY = /^(None|AvailabilityOnly|LimitedDetails)$/i;
/** Folders that no client shows, or that only the service fills. */
const INNER =
  /^(RecoverableItems|Audits|Calendar Logging|SearchDiscoveryHolds|Yammer|ExternalContacts|ConversationHistoryRoot)/i;

/**
 * https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailboxpermission, get-recipientpermission,
 * get-mailboxfolderpermission
 */
export const delegates: Way<Delegate> = {
  description:
    "A mailbox that nobody else may open or send from, but for those who are kept: Full Access, Send As, Send on Behalf, and " +
    "rights on folders, those of Default and Anonymous included. Rights that come from above are not shown. Destroy gives no " +
    "right back. What the account itself may open is m365_user_mailbox_rights.",
  one: "a delegate",
  keep: "A delegate who may stay",
  async read(upn, calling) {
    const { client, signal } = calling;
    const mailbox = await mailboxOf(upn, calling);
    const Identity = mailbox.guid;
    const [permissions, trustees, folders] = await Promise.all([
      client.exchange.invoke("Get-MailboxPermission", { Identity }, { signal }),
      client.exchange.invoke("Get-RecipientPermission", { Identity }, { signal }),
      client.exchange.invoke("Get-MailboxFolderStatistics", { Identity }, { signal, anchor: anchorOf(upn) }),
    ]);
    return [
      ...permissions.flatMap((row) => fullAccess(Identity, row)),
      ...trustees.flatMap((row) => sendAs(Identity, row)),
      ...texts(mailbox.row.GrantSendOnBehalfTo).map((who) => onBehalf(Identity, who)),
      ...(await onFolders(upn, folders, calling)),
    ];
  },
  close: (_, { end }, calling) => unlessGone(end(calling)),
};

function fullAccess(Identity: string, row: ExchangeObject): readonly Delegate[] {
  const who = whoIn(row.User, row);
  if (who === undefined || SELF.test(who) || row.IsInherited === true || isDenial(row.Deny)) return [];
  const AccessRights = rightsIn(row);
  return [
    delegate(`${who} ${AccessRights.join(", ")}`, "Remove-MailboxPermission", {
      Identity,
      User: who,
      AccessRights,
    }),
  ];
}

function sendAs(Identity: string, row: ExchangeObject): readonly Delegate[] {
  const who = whoIn(row.Trustee, row);
  if (who === undefined || SELF.test(who) || /^Deny$/i.test(String(row.AccessControlType))) return [];
  const AccessRights = rightsIn(row);
  return [
    delegate(`${who} ${AccessRights.join(", ")}`, "Remove-RecipientPermission", {
      Identity,
      Trustee: who,
      AccessRights,
    }),
  ];
}

function onBehalf(Identity: string, who: string): Delegate {
  const GrantSendOnBehalfTo = { "@odata.type": "#Exchange.GenericHashTable", Remove: [who] };
  return delegate(`${who} SendOnBehalf`, "Set-Mailbox", { Identity, GrantSendOnBehalfTo });
}

async function onFolders(
  upn: string,
  folders: readonly ExchangeObject[],
  { client, signal }: Calling,
): Promise<readonly Delegate[]> {
  const wanted = folders.flatMap((row) => {
    const path = text(row.FolderPath);
    if (path === undefined || INNER.test(String(row.FolderType ?? "")) || INNER.test(String(row.Name ?? "")))
      return [];
    // A slash within a name is shown as U+F8FF; the top of the mailbox is no folder of its own name.
    const inner = row.FolderType === "Root" ? "\\" : path.replaceAll("/", "\\").replaceAll("\uf8ff", "/");
    return { folder: `${upn}:${inner}`, calendar: row.FolderType === "Calendar" };
  });
  const calls = wanted.map(({ folder }) => ({
    cmdlet: "Get-MailboxFolderPermission",
    parameters: { Identity: folder },
  }));
  const found = await client.exchange.batch(calls, { signal });
  return wanted.flatMap(({ folder, calendar }, at) =>
    (found[at] ?? []).flatMap((row) => onFolder(folder, calendar, row)),
  );
}

function onFolder(Identity: string, calendar: boolean, row: ExchangeObject): readonly Delegate[] {
  // A name, or an object that has one.
  const user =
    typeof row.User === "object" && row.User !== null ? (row.User as ExchangeObject).DisplayName : row.User;
  const who = whoIn(user, row);
  const rights = rightsIn(row);
  if (who === undefined || rights.length === 0) return [];
  const named = `${who} ${rights.join(", ")} on ${Identity.slice(Identity.indexOf(":") + 1)}`;
  if (!EVERYBODY.test(who))
    return [delegate(named, "Remove-MailboxFolderPermission", { Identity, User: who })];
  const usual = calendar ? FREE_BUSY : /^None$/i;
  if (rights.every((right) => usual.test(right))) return [];
  const AccessRights = [calendar && /^Default$/i.test(who) ? "AvailabilityOnly" : "None"];
  return [delegate(named, "Set-MailboxFolderPermission", { Identity, User: who, AccessRights })];
}

/** A right, and the cmdlet that ends it. */
export function delegate(
  named: string,
  cmdlet: string,
  parameters: Readonly<Record<string, unknown>>,
): Delegate {
  return {
    id: named,
    text: named,
    end: ({ client, signal }) => client.exchange.invoke(cmdlet, parameters, { signal }),
  };
}

/** Several rights can come as one text. */
export function rightsIn({ AccessRights }: ExchangeObject): readonly string[] {
  return texts(AccessRights).flatMap((right) => right.split(/\s*,\s*/));
}

/** @throws DiagnosticError for rights of nobody: they could not be ended. A row of nothing has none. */
function whoIn(value: unknown, row: ExchangeObject): string | undefined {
  const who = text(value);
  if (who === undefined && rightsIn(row).length > 0) {
    throw new DiagnosticError({ summary: "Exchange shows rights on a mailbox without saying whose" });
  }
  return who;
}

/** Does a row of `Get-MailboxPermission` take the right away? */
export function isDenial(value: unknown): boolean {
  return value === true || /^true$/i.test(String(value));
}
