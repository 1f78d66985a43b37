import { isJson } from "../../http/answer";
import type { TenantState } from "../state";
import { CmdletError, type Row } from "../table";
import type { Cmdlet } from "./cmdlet";
import { mailboxOf } from "./mailbox";

/** Under which a mailbox keeps who may what. */
type Kept = "$fullAccess" | "$sendAs" | "$folderRights";

/**
 * https://learn.microsoft.com/powershell/module/exchangepowershell/add-mailboxpermission, add-recipientpermission,
 * add-mailboxfolderpermission
 */
export const MAILBOX_PERMISSIONS: Readonly<Record<string, Cmdlet>> = {
  "Get-MailboxPermission": {
    parameters: { Identity: "text", User: "text" },
    required: ["Identity"],
    run: ({ Identity, User }, { state }) => {
      const self = {
        User: "NT AUTHORITY\\SELF",
        AccessRights: ["FullAccess", "ReadPermission"],
        IsInherited: false,
        Deny: false,
      };
      const all = [self, ...kept(mailboxOf(Identity, state), "$fullAccess")];
      return { rows: all.filter((row) => User === undefined || row.User === User) };
    },
  },
  "Add-MailboxPermission": {
    parameters: {
      Identity: "text",
      User: "text",
      AccessRights: "texts",
      AutoMapping: "flag",
      InheritanceType: "text",
    },
    required: ["Identity", "User", "AccessRights"],
    run: ({ Identity, User, AccessRights }, { state }) =>
      added(mailboxOf(Identity, state), "$fullAccess", {
        User,
        AccessRights,
        IsInherited: false,
        Deny: false,
      }),
  },
  "Remove-MailboxPermission": {
    parameters: { Identity: "text", User: "text", AccessRights: "texts", Confirm: "flag" },
    required: ["Identity", "User", "AccessRights"],
    run: ({ Identity, User }, { state }) =>
      removed(mailboxOf(Identity, state), "$fullAccess", (row) => row.User === User),
  },
  "Get-RecipientPermission": {
    parameters: { Identity: "text", Trustee: "text", ResultSize: "text" },
    run: ({ Identity, Trustee }, { state }) => {
      // Without an identity: of whatever recipient the trustee has rights on.
      if (Identity === undefined) return { rows: rightsOf(String(Trustee), state) };
      const self = { Trustee: "NT AUTHORITY\\SELF", AccessControlType: "Allow", AccessRights: ["SendAs"] };
      return { rows: [self, ...kept(mailboxOf(Identity, state), "$sendAs")] };
    },
  },
  "Add-RecipientPermission": {
    parameters: { Identity: "text", Trustee: "text", AccessRights: "texts", Confirm: "flag" },
    required: ["Identity", "Trustee", "AccessRights"],
    run: ({ Identity, Trustee, AccessRights }, { state }) =>
      added(mailboxOf(Identity, state), "$sendAs", { Trustee, AccessRights, AccessControlType: "Allow" }),
  },
  "Remove-RecipientPermission": {
    parameters: { Identity: "text", Trustee: "text", AccessRights: "texts", Confirm: "flag" },
    required: ["Identity", "Trustee", "AccessRights"],
    run: ({ Identity, Trustee }, { state }) =>
      removed(mailboxOf(Identity, state), "$sendAs", (row) => row.Trustee === Trustee),
  },
  "Get-MailboxFolderPermission": {
    parameters: { Identity: "text" },
    required: ["Identity"],
    run: ({ Identity }, { state }) => ({ rows: rightsOn(Identity, state) }),
  },
  "Add-MailboxFolderPermission": {
    parameters: { Identity: "text", User: "text", AccessRights: "texts" },
    required: ["Identity", "User", "AccessRights"],
    run: ({ Identity, User, AccessRights }, { state }) => {
      const { mailbox, folder } = folderOf(Identity, state);
      return added(mailbox, "$folderRights", { folder, User, AccessRights });
    },
  },
  "Set-MailboxFolderPermission": {
    parameters: { Identity: "text", User: "text", AccessRights: "texts" },
    required: ["Identity", "User", "AccessRights"],
    run: ({ Identity, User, AccessRights }, { state }) => {
      const { mailbox, folder } = folderOf(Identity, state);
      removed(mailbox, "$folderRights", (row) => row.folder === folder && row.User === User, true);
      return added(mailbox, "$folderRights", { folder, User, AccessRights });
    },
  },
  "Remove-MailboxFolderPermission": {
    parameters: { Identity: "text", User: "text", Confirm: "flag" },
    required: ["Identity", "User"],
    run: ({ Identity, User }, { state }) => {
      const { mailbox, folder } = folderOf(Identity, state);
      return removed(mailbox, "$folderRights", (row) => row.folder === folder && row.User === User);
    },
  },
};

function rightsOf(trustee: string, state: TenantState): readonly Row[] {
  return state.directory.users
    .all()
    .filter(({ $mailbox }) => $mailbox !== false)
    .flatMap(({ id }) => {
      const mailbox = mailboxOf(id, state);
      const rows = kept(mailbox, "$sendAs").filter(({ Trustee }) => Trustee === trustee);
      return rows.map((row) => ({ Identity: mailbox.PrimarySmtpAddress, ...row }));
    });
}

function rightsOn(identity: unknown, state: TenantState): readonly Row[] {
  const { mailbox, folder } = folderOf(identity, state);
  const own = kept(mailbox, "$folderRights").filter((row) => row.folder === folder);
  const everybody = [
    { User: "Default", AccessRights: [/calendar/i.test(folder) ? "AvailabilityOnly" : "None"] },
    { User: "Anonymous", AccessRights: ["None"] },
  ].filter(({ User }) => !own.some((row) => row.User === User));
  return [...everybody, ...own].map(({ folder: _, ...row }: Row) => ({
    FolderName: folder.split("\\").at(-1),
    ...row,
  }));
}

/** `alex@contoso.com:\Inbox` */
function folderOf(identity: unknown, state: TenantState): { readonly mailbox: Row; readonly folder: string } {
  const [, name = "", folder = ""] = /^([^:]+):(\\.*)$/.exec(String(identity)) ?? [];
  const mailbox = mailboxOf(name, state);
  const there = Array.isArray(mailbox.$folders)
    ? mailbox.$folders.map((path) => String(path).replaceAll("/", "\\"))
    : [];
  if (folder === "\\" || there.includes(folder)) return { mailbox, folder };
  throw missing(`The specified mailbox folder '${identity}'`);
}

function kept(mailbox: Row, name: Kept): readonly Row[] {
  const rows = mailbox[name];
  return Array.isArray(rows) ? rows.filter(isJson) : [];
}

function added(mailbox: Row, name: Kept, row: Row) {
  mailbox[name] = [...kept(mailbox, name), row];
  return { rows: [row] };
}

function removed(mailbox: Row, name: Kept, which: (row: Row) => boolean, lenient = false) {
  const rows = kept(mailbox, name);
  if (!lenient && !rows.some(which)) throw missing("An existing permission entry");
  mailbox[name] = rows.filter((row) => !which(row));
  return { rows: [] };
}

function missing(what: string): CmdletError {
  return new CmdletError(
    404,
    "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    `${what} couldn't be found.`,
  );
}
