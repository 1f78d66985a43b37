import { objectsOf } from "../objects/object-cmdlets";
import type { TenantState } from "../state";
import { CmdletError, type Row } from "../table";
import type { Cmdlet, ParameterKind } from "./cmdlet";

/** What a new mailbox has of its own. */
const DEFAULTS: Row = {
  RecipientTypeDetails: "UserMailbox",
  AuditEnabled: true,
  DeliverToMailboxAndForward: false,
  ForwardingAddress: null,
  ForwardingSmtpAddress: null,
  GrantSendOnBehalfTo: [],
  HiddenFromAddressListsEnabled: false,
  LitigationHoldDate: null,
  LitigationHoldDuration: "Unlimited",
  LitigationHoldEnabled: false,
  LitigationHoldOwner: "",
  PersistedCapabilities: ["BPOS_S_Enterprise"],
  RetentionComment: "",
  RetentionUrl: "",
  SingleItemRecoveryEnabled: true,
};
/** Of `Get-CASMailbox`. */
const PROTOCOLS: Row = {
  ActiveSyncEnabled: true,
  EwsEnabled: true,
  ImapEnabled: true,
  MacOutlookEnabled: true,
  MAPIEnabled: true,
  OneWinNativeOutlookEnabled: true,
  OutlookMobileEnabled: true,
  OWAEnabled: true,
  OWAforDevicesEnabled: true,
  PopEnabled: true,
  SmtpClientAuthenticationDisabled: null,
  UniversalOutlookEnabled: true,
};
const FLAGS = (names: Row): Readonly<Record<string, ParameterKind>> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, "flag"]));

/**
 * The mailbox of whoever is named by a user principal name, an object id or a Guid. Every member of the tenant has one, but for
 * those whose user says `$mailbox: false`.
 * @throws CmdletError if there is none
 */
export function mailboxOf(identity: unknown, state: TenantState): Row {
  const table = objectsOf("Mailbox", state);
  const wanted = String(identity).toLowerCase();
  const { users } = state.directory;
  const known = table.find(identity);
  const user =
    users.find(wanted) ?? users.findBy("userPrincipalName", known ? String(known.UserPrincipalName) : wanted);
  if (user === undefined || user.$mailbox === false) return absent(identity);
  const upn = String(user.userPrincipalName);
  return (
    table.find(upn) ??
    table.add(upn, {
      ...structuredClone(DEFAULTS),
      ...structuredClone(PROTOCOLS),
      Alias: upn.split("@")[0],
      DisplayName: user.displayName,
      DistinguishedName: `CN=${upn.split("@")[0]},OU=contoso.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM`,
      ExternalDirectoryObjectId: user.id,
      PrimarySmtpAddress: upn,
      UserPrincipalName: upn,
      $folders: ["/Inbox", "/Calendar", "/Sent Items"],
    })
  );
}

/** https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox, set-casmailbox */
export const MAILBOX: Readonly<Record<string, Cmdlet>> = {
  "Get-Mailbox": {
    parameters: { Identity: "text", Filter: "text", ResultSize: "text" },
    run: ({ Identity, Filter, ResultSize }, { state }) => {
      const users = state.directory.users.all().filter(({ $mailbox }) => $mailbox !== false);
      const all =
        Identity === undefined ? users.map(({ id }) => mailboxOf(id, state)) : [mailboxOf(Identity, state)];
      const wanted = Filter === undefined ? all : all.filter(sendsFor(String(Filter), all));
      const some = /^\d+$/.test(String(ResultSize)) ? wanted.slice(0, Number(ResultSize)) : wanted;
      return { rows: some.map((row) => without(row, PROTOCOLS)) };
    },
  },
  "Set-Mailbox": {
    parameters: {
      Identity: "text",
      DeliverToMailboxAndForward: "flag",
      ForwardingAddress: "text",
      ForwardingSmtpAddress: "text",
      GrantSendOnBehalfTo: "members",
      LitigationHoldDuration: "text",
      LitigationHoldEnabled: "flag",
      RetentionComment: "text",
      RetentionUrl: "text",
    },
    required: ["Identity"],
    run: (
      { Identity, GrantSendOnBehalfTo, ForwardingSmtpAddress, LitigationHoldDuration, ...given },
      { state },
    ) => {
      const row = mailboxOf(Identity, state);
      if (given.LitigationHoldEnabled === true) checkLicence(row);
      Object.assign(row, given);
      if (ForwardingSmtpAddress !== undefined) {
        row.ForwardingSmtpAddress =
          ForwardingSmtpAddress && `smtp:${String(ForwardingSmtpAddress).replace(/^smtp:/i, "")}`;
      }
      if (LitigationHoldDuration !== undefined)
        row.LitigationHoldDuration = span(String(LitigationHoldDuration));
      if (given.LitigationHoldEnabled === true) row.LitigationHoldDate = new Date().toISOString();
      if (GrantSendOnBehalfTo !== undefined)
        row.GrantSendOnBehalfTo = changed(row.GrantSendOnBehalfTo, GrantSendOnBehalfTo);
      return { rows: [] };
    },
  },
  "Get-CASMailbox": {
    parameters: { Identity: "text" },
    required: ["Identity"],
    run: ({ Identity }, { state }) => ({
      rows: [without(mailboxOf(Identity, state), { ...DEFAULTS, UserPrincipalName: "" })],
    }),
  },
  "Set-CASMailbox": {
    parameters: { Identity: "text", ...FLAGS(PROTOCOLS) },
    required: ["Identity"],
    run: ({ Identity, ...given }, { state }) => {
      Object.assign(mailboxOf(Identity, state), given);
      return { rows: [] };
    },
  },
  "Get-MailboxFolderStatistics": {
    parameters: { Identity: "text" },
    required: ["Identity"],
    run: ({ Identity }, { state }) => {
      const { $folders, UserPrincipalName } = mailboxOf(Identity, state);
      const paths = Array.isArray($folders) ? $folders.map(String) : [];
      const top = {
        Name: "Top of Information Store",
        FolderPath: "/Top of Information Store",
        FolderType: "Root",
      };
      const folders = paths.map((path) => ({
        Name: path.split("/").at(-1),
        FolderPath: path,
        FolderType: path.slice(1).replaceAll(" ", ""),
        Identity: `${UserPrincipalName}${path.replaceAll("/", "\\")}`,
      }));
      return { rows: [top, ...folders] };
    },
  },
};

/**
 * The filter on who may send on behalf, the only one that is known here.
 * @throws CmdletError for any other
 */
function sendsFor(filter: string, all: readonly Row[]): (row: Row) => boolean {
  const [, dn] = /^GrantSendOnBehalfTo -eq '((?:[^']|'')*)'$/.exec(filter) ?? [];
  if (dn === undefined) {
    throw new CmdletError(
      400,
      "Microsoft.Exchange.Configuration.Tasks.InvalidFilterException",
      `Invalid filter syntax: ${filter}`,
    );
  }
  const who = all.find(({ DistinguishedName }) => DistinguishedName === dn.replaceAll("''", "'"));
  return ({ GrantSendOnBehalfTo: names }) => Array.isArray(names) && names.includes(who?.UserPrincipalName);
}

/** A list as it is after what a parameter says of it: the whole of it, or who comes and goes. */
function changed(before: unknown, given: unknown): readonly string[] {
  const list = Array.isArray(before) ? before.map(String) : [];
  if (given === null) return [];
  if (Array.isArray(given)) return given.map(String);
  const { Add = [], Remove = [] } = given as {
    readonly Add?: readonly string[];
    readonly Remove?: readonly string[];
  };
  const gone = new Set(Remove.map((one) => one.toLowerCase()));
  return [...list.filter((one) => !gone.has(one.toLowerCase())), ...Add];
}

function checkLicence({ PersistedCapabilities, DisplayName }: Row): void {
  const licences = Array.isArray(PersistedCapabilities) ? PersistedCapabilities : [];
  const holds = [
    "EXCHANGE_S_ENTERPRISE",
    "BPOS_S_Enterprise",
    "EXCHANGE_S_ARCHIVE_ADDON",
    "BPOS_S_ArchiveAddOn",
  ];
  if (licences.some((licence) => holds.includes(String(licence)))) return;
  throw new CmdletError(
    400,
    "Microsoft.Exchange.Data.Directory.RecipientTaskException",
    `The mailbox '${DisplayName}' doesn't have a license that permits a litigation hold.`,
  );
}

function span(days: string): string {
  return /^\d+$/.test(days) ? `${days}.00:00:00` : "Unlimited";
}

function without(row: Row, names: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !Object.hasOwn(names, name)));
}

function absent(identity: unknown): never {
  throw new CmdletError(
    404,
    "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    `The operation couldn't be performed because object '${identity}' couldn't be found on 'DB9PR01A01DC001.EURPR01A001.PROD.OUTLOOK.COM'.`,
  );
}
