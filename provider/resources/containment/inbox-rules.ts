import type { ExchangeObject } from "../../exchange/types";
import { text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";
import { unlessGone } from "../found";
import type { Calling } from "./account";
import type { Entry, Way } from "./closed-list";
import { anchorOf, texts } from "./mailbox";

interface Rule extends Entry {
  readonly cmdlet: "Disable-InboxRule" | "Remove-InboxRule" | "Disable-SweepRule";
  readonly identity: string;
}

/** Outlook's and Exchange's own; one of such a name that does more than its namesake is an intruder's. */
const JUNK = /^Junk E-?mail Rule$/i;
const OUT_OF_OFFICE = /^Microsoft\.Exchange\.OOF\./i;
const DELEGATE = /^Delegate Rule -?\d+$/i;

/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-inboxrule */
export const inboxRules: Way<Rule> = {
  description:
    "A mailbox in which no inbox rule and no sweep rule works, hidden ones included, but for those that are kept. Rules are " +
    "switched off and not deleted: they are evidence. Exchange deletes rules of Outlook's own side with any change. The rules " +
    "for junk mail, automatic replies and delegates stay, unless they forward, redirect or delete as theirs never do. Destroy " +
    "switches none on.",
  one: "an inbox rule",
  keep: "A rule that may stay",
  async read(upn, { client, signal }) {
    const options = { signal, anchor: anchorOf(upn) };
    const [inbox, sweep] = await Promise.all([
      client.exchange.invoke("Get-InboxRule", { Mailbox: upn, IncludeHidden: true }, options),
      client.exchange.invoke("Get-SweepRule", { Mailbox: upn }, options),
    ]);
    return [...inbox.filter(isRow).flatMap(inboxRule), ...sweep.filter(isRow).flatMap(sweepRule)];
  },
  async close(upn, { cmdlet, identity }, { client, signal }: Calling) {
    const parameters = {
      Identity: identity,
      Mailbox: upn,
      ...(cmdlet !== "Disable-SweepRule" && { Force: true, AlwaysDeleteOutlookRulesBlob: true }),
    };
    await unlessGone(client.exchange.invoke(cmdlet, parameters, { signal, anchor: anchorOf(upn) }));
  },
};

/** A read of nothing can be a row that only says so. */
function isRow(row: ExchangeObject): boolean {
  return row.Identity !== undefined || row.Name !== undefined;
}

function inboxRule(row: ExchangeObject): readonly Rule[] {
  const name = String(row.Name ?? "");
  const does = [
    to("forwards to", row.ForwardTo),
    to("forwards as attachment to", row.ForwardAsAttachmentTo),
    to("redirects to", row.RedirectTo),
    row.DeleteMessage === true ? ["deletes"] : [],
  ].flat();
  const onlyForwards = does.length === 1 && texts(row.ForwardTo).length > 0;
  const folders = texts(row.MoveToFolder);
  // Moving mail where nobody looks is what an intruder gives such a name for.
  const stays = does.length === 0 && folders.every((folder) => JUNK.test(name) && /junk/i.test(folder));
  if ((JUNK.test(name) || OUT_OF_OFFICE.test(name)) && stays) return [];
  if (DELEGATE.test(name) && (does.length === 0 || onlyForwards)) return [];
  if (row.Enabled === false) return [];
  const also = [to("moves to", row.MoveToFolder), row.MarkAsRead === true ? ["marks as read"] : []].flat();
  const doing =
    [...does, ...also].join(", ") || (text(row.Description) ?? "does something that is not shown");
  return [
    {
      // The number of a rule has 64 bits: only its text is whole.
      id: identityOf(row, name),
      identity: identityOf(row, name),
      text: `inbox rule ${JSON.stringify(name)} ${doing}`,
      cmdlet: DELEGATE.test(name) ? "Remove-InboxRule" : "Disable-InboxRule",
    },
  ];
}

function sweepRule(row: ExchangeObject): readonly Rule[] {
  if (row.Enabled === false) return [];
  const name = String(row.Name ?? "");
  const identity = identityOf(row, name);
  const to = text(row.DestinationFolder) ?? "a folder";
  return [
    {
      id: identity,
      identity,
      text: `sweep rule ${JSON.stringify(name)} moves to ${to}`,
      cmdlet: "Disable-SweepRule",
    },
  ];
}

function identityOf(row: ExchangeObject, name: string): string {
  const identity = text(row.Identity);
  if (identity !== undefined) return identity;
  throw new DiagnosticError({
    summary: `Exchange shows a rule without an Identity: ${JSON.stringify(name)}`,
  });
}

function to(does: string, value: unknown): readonly string[] {
  const names = texts(value);
  return names.length === 0 ? [] : [`${does} ${names.join(", ")}`];
}
