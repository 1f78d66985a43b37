import { DiagnosticError } from "../../plugin/index";
import type { Calling } from "./account";
import type { Entry, Way } from "./closed-list";
import { mailboxOf, rowOf } from "./mailbox";

const PROTOCOLS = [
  "ActiveSyncEnabled",
  "OWAEnabled",
  "OWAforDevicesEnabled",
  "MAPIEnabled",
  "ImapEnabled",
  "PopEnabled",
  "EwsEnabled",
  "OutlookMobileEnabled",
  "MacOutlookEnabled",
  "OneWinNativeOutlookEnabled",
  "UniversalOutlookEnabled",
] as const;
/** Null follows the tenant, which may permit it. */
const SMTP_AUTH = "SmtpClientAuthenticationDisabled";

/** https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox */
export const protocols: Way<Entry> = {
  description:
    "A mailbox that no protocol opens, but for those that are kept. Destroy switches on again those that were switched off " +
    "by this resource, and lets SMTP AUTH follow the tenant.",
  one: "a protocol that is on",
  keep: "A protocol that may stay on, such as OWAEnabled",
  async read(upn, calling) {
    const row = await casMailbox(upn, calling);
    const on = PROTOCOLS.filter((name) => row[name] !== false);
    const unknown = on.filter((name) => row[name] !== true && row[name] !== undefined && row[name] !== null);
    if (unknown.length > 0) {
      throw new DiagnosticError({ summary: `Get-CASMailbox shows ${unknown.join(", ")} neither on nor off` });
    }
    // What Exchange does not show, it does not have yet.
    const names = [
      ...on.filter((name) => row[name] === true),
      ...(row[SMTP_AUTH] === true ? [] : [SMTP_AUTH]),
    ];
    return names.map((name) => ({ id: name, text: name === SMTP_AUTH ? `${name} is not set` : name }));
  },
  close: (upn, { id }, calling) => set(upn, id, id === SMTP_AUTH, calling),
  reopen: (upn, id, calling) => set(upn, id, id === SMTP_AUTH ? null : true, calling),
};

async function casMailbox(upn: string, calling: Calling) {
  const { client, signal } = calling;
  const mailbox = await mailboxOf(upn, calling);
  const rows = await client.exchange.invoke("Get-CASMailbox", { Identity: mailbox.guid }, { signal });
  return rowOf(rows, mailbox, "Get-CASMailbox");
}

async function set(upn: string, parameter: string, value: boolean | null, calling: Calling): Promise<void> {
  const { guid } = await mailboxOf(upn, calling);
  const parameters = { Identity: guid, [parameter]: value };
  await calling.client.exchange.invoke("Set-CASMailbox", parameters, { signal: calling.signal });
}
