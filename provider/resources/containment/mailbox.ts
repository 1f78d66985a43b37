import { visibleLine } from "../../../lib/visible";
import type { ExchangeObject } from "../../exchange/types";
import { CloudError } from "../../http/cloud-error";
import { text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";
import type { Calling } from "./account";

/** A mailbox as `Get-Mailbox` shows it, and the Guid that its other objects are asked for by. */
export interface Mailbox {
  readonly guid: string;
  readonly row: ExchangeObject;
}

/**
 * The mailbox of a user principal name. Exchange answers some identities that do not exist with all there are: a row has to
 * say that it is the one.
 * @throws CloudError `notFound` if there is none
 */
export async function mailboxOf(upn: string, { client, signal }: Calling): Promise<Mailbox> {
  const rows = await client.exchange.invoke("Get-Mailbox", { Identity: upn }, { signal });
  const row = rows.find((one) => text(one.UserPrincipalName)?.toLowerCase() === upn.toLowerCase());
  const guid = text(row?.Guid);
  if (row === undefined || guid === undefined) {
    throw new CloudError({
      status: 404,
      code: "ManagementObjectNotFoundException",
      message: `${visibleLine(upn)} has no mailbox in Exchange Online`,
    });
  }
  return { guid, row };
}

/**
 * The row of another kind that belongs to the mailbox.
 * @throws DiagnosticError if none says so
 */
export function rowOf(rows: readonly ExchangeObject[], { guid }: Mailbox, cmdlet: string): ExchangeObject {
  const row = rows.find((one) => text(one.Guid)?.toLowerCase() === guid.toLowerCase());
  if (row !== undefined) return row;
  throw new DiagnosticError({ summary: `${cmdlet} does not show the mailbox ${guid}` });
}

/** How calls about the inside of a mailbox find its server. */
export function anchorOf(upn: string): string {
  return `UPN:${upn}`;
}

/** The texts of what may be a list. */
export function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
}
