import type { ExchangeObject } from "../../exchange/types";
import { text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";
import { unlessGone } from "../found";
import type { Way } from "./closed-list";
import { type Delegate, delegate, isDenial, rightsIn } from "./delegates";
import { mailboxOf } from "./mailbox";

/** In how many mailboxes Full Access is looked for: a call each, ten to a request. */
const MAILBOXES = 200;

/**
 * https://learn.microsoft.com/powershell/module/exchangepowershell/get-recipientpermission, get-mailboxpermission. Exchange
 * lists what somebody may send as; whom they send on behalf of by a filter; whose mailbox they may open by asking each one.
 */
export const mailboxRights: Way<Delegate> = {
  description:
    "An account that may open no mailbox but its own and send from no other, but for those that are kept: Full Access, Send As, " +
    `Send on Behalf. Full Access is looked for in ${MAILBOXES} mailboxes; a warning says where there are more. Rights on single ` +
    "folders of others, and rights by groups, are not seen. Destroy gives no right back.",
  one: "a right on the mailbox of somebody else",
  keep: "A right that may stay",
  async read(upn, calling) {
    const { client, signal, warn } = calling;
    const own = await mailboxOf(upn, calling);
    const dn = text(own.row.DistinguishedName);
    if (dn === undefined) {
      throw new DiagnosticError({
        summary: "Get-Mailbox does not show the DistinguishedName of the mailbox",
      });
    }
    const filter = `GrantSendOnBehalfTo -eq '${dn.replaceAll("'", "''")}'`;
    const all = { ResultSize: "Unlimited" };
    const [sendAs, onBehalf, mailboxes] = await Promise.all([
      client.exchange.invoke("Get-RecipientPermission", { Trustee: upn, ...all }, { signal }),
      client.exchange.invoke("Get-Mailbox", { Filter: filter, ...all }, { signal }),
      client.exchange.invoke("Get-Mailbox", { ResultSize: String(MAILBOXES + 1) }, { signal }),
    ]);
    if (mailboxes.length > MAILBOXES) {
      warn?.({
        summary: `which mailboxes ${text(own.row.UserPrincipalName) ?? upn} may open fully was looked for in ${MAILBOXES} of more`,
        detail: `Exchange Online PowerShell asks all: Get-Mailbox -ResultSize Unlimited | Get-MailboxPermission -User <account>`,
      });
    }
    const others = mailboxes
      .filter(isRow)
      .slice(0, MAILBOXES)
      .flatMap((row) => {
        const guid = text(row.Guid);
        return guid === undefined || guid === own.guid ? [] : [{ guid, name: nameOf(row) }];
      });
    const calls = others.map(({ guid }) => ({
      cmdlet: "Get-MailboxPermission",
      parameters: { Identity: guid, User: upn },
    }));
    const permissions = await client.exchange.batch(calls, { signal });
    return [
      ...others.flatMap(({ guid, name }, at) =>
        (permissions[at] ?? []).flatMap((row) => fullAccess(upn, guid, name, row)),
      ),
      ...sendAs.flatMap((row) => sends(upn, own.guid, row)),
      ...onBehalf.filter(isRow).flatMap((row) => forOthers(upn, row)),
    ];
  },
  close: (_, { end }, calling) => unlessGone(end(calling)),
};

/** A read of nothing can be a row that only says so. */
function isRow(row: ExchangeObject): boolean {
  return row.Guid !== undefined || row.Identity !== undefined;
}

function nameOf(row: ExchangeObject): string {
  return text(row.PrimarySmtpAddress) ?? text(row.Identity) ?? text(row.Guid) ?? "";
}

function fullAccess(upn: string, guid: string, name: string, row: ExchangeObject): readonly Delegate[] {
  const AccessRights = rightsIn(row);
  if (AccessRights.length === 0 || row.IsInherited === true || isDenial(row.Deny)) return [];
  const parameters = { Identity: guid, User: upn, AccessRights };
  return [delegate(`${AccessRights.join(", ")} on ${name}`, "Remove-MailboxPermission", parameters)];
}

function sends(upn: string, own: string, row: ExchangeObject): readonly Delegate[] {
  const AccessRights = rightsIn(row);
  if (AccessRights.length === 0 || /^Deny$/i.test(String(row.AccessControlType))) return [];
  const Identity = text(row.Identity);
  if (Identity === undefined) {
    throw new DiagnosticError({ summary: "Exchange shows a right to send without saying as whom" });
  }
  if (Identity.toLowerCase() === own.toLowerCase() || Identity.toLowerCase() === upn.toLowerCase()) return [];
  const parameters = { Identity, Trustee: upn, AccessRights };
  return [delegate(`${AccessRights.join(", ")} on ${Identity}`, "Remove-RecipientPermission", parameters)];
}

function forOthers(upn: string, row: ExchangeObject): readonly Delegate[] {
  const Identity = text(row.Guid);
  if (Identity === undefined) {
    throw new DiagnosticError({ summary: "Exchange shows a mailbox without a Guid" });
  }
  const GrantSendOnBehalfTo = { "@odata.type": "#Exchange.GenericHashTable", Remove: [upn] };
  return [delegate(`SendOnBehalf on ${nameOf(row)}`, "Set-Mailbox", { Identity, GrantSendOnBehalfTo })];
}
