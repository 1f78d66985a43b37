import { randomInt } from "node:crypto";
import { objectsOf } from "../objects/object-cmdlets";
import type { TenantState } from "../state";
import type { Row } from "../table";
import type { Cmdlet } from "./cmdlet";
import { mailboxOf } from "./mailbox";

const HOW = { AlwaysDeleteOutlookRulesBlob: "flag", Confirm: "flag", Force: "flag" } as const;

/** A rule of a mailbox, as Outlook or a protocol makes one; `$hidden` for one that clients do not show. */
export function addInboxRule(upn: string, state: TenantState, rule: Row): Row {
  const { Alias } = mailboxOf(upn, state);
  const number = `${randomInt(2 ** 47)}${String(randomInt(10_000)).padStart(4, "0")}`;
  const identity = `${Alias}\\${number}`;
  const row = objectsOf("InboxRule", state).add(identity, { ...rule });
  return Object.assign(row, {
    Enabled: rule.Enabled ?? true,
    Description: "",
    ForwardTo: rule.ForwardTo ?? null,
    ForwardAsAttachmentTo: rule.ForwardAsAttachmentTo ?? null,
    RedirectTo: rule.RedirectTo ?? null,
    DeleteMessage: rule.DeleteMessage ?? false,
    MoveToFolder: rule.MoveToFolder ?? null,
    MarkAsRead: rule.MarkAsRead ?? false,
    $shownName: rule.Name,
    $mailbox: upn,
    RuleIdentity: number,
  });
}

/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-inboxrule, get-sweeprule */
export const INBOX_RULES: Readonly<Record<string, Cmdlet>> = {
  "Get-InboxRule": {
    parameters: { Mailbox: "text", Identity: "text", IncludeHidden: "flag" },
    run: ({ Mailbox, IncludeHidden }, { state }) => ({
      rows: ofMailbox("InboxRule", Mailbox, state)
        .filter(({ $hidden }) => IncludeHidden === true || $hidden !== true)
        .map((row) => ({ ...row, Name: row.$shownName })),
    }),
  },
  "Disable-InboxRule": {
    parameters: { Identity: "text", Mailbox: "text", ...HOW },
    required: ["Identity"],
    run: ({ Identity }, { state }) => {
      objectsOf("InboxRule", state).get(Identity).Enabled = false;
      return { rows: [] };
    },
  },
  "Remove-InboxRule": {
    parameters: { Identity: "text", Mailbox: "text", ...HOW },
    required: ["Identity"],
    run: ({ Identity }, { state }) => {
      objectsOf("InboxRule", state).remove(Identity);
      return { rows: [] };
    },
  },
  "Get-SweepRule": {
    parameters: { Mailbox: "text" },
    run: ({ Mailbox }, { state }) => ({ rows: ofMailbox("SweepRule", Mailbox, state) }),
  },
  "Disable-SweepRule": {
    parameters: { Identity: "text", Mailbox: "text" },
    required: ["Identity"],
    run: ({ Identity }, { state }) => {
      objectsOf("SweepRule", state).get(Identity).Enabled = false;
      return { rows: [] };
    },
  },
};

function ofMailbox(noun: string, mailbox: unknown, state: TenantState): readonly Row[] {
  const { UserPrincipalName } = mailboxOf(mailbox, state);
  return objectsOf(noun, state)
    .all()
    .filter(({ $mailbox }) => $mailbox === UserPrincipalName);
}
