import { visibleLine } from "../../../lib/visible";
import type { GraphObject } from "../../graph/types";
import { text } from "../../http/json";
import { type Context, DiagnosticError, type Path, str } from "../../plugin/index";
import type { M365 } from "../m365";

/** What a call to the tenant takes; `warn` where somebody reads what a read says beside its answer. */
export type Calling = Pick<Context<M365>, "client" | "signal"> & Partial<Pick<Context<M365>, "warn">>;

/** Of the directory's user what containment asks. Times are RFC 3339 as Graph writes them. */
export interface Account {
  readonly id: string;
  readonly enabled: boolean;
  /** Does it come from Active Directory? */
  readonly synced: boolean;
  /** In Active Directory; its name there, or the UPN where Graph does not say. */
  readonly samAccountName: string;
  readonly passwordChanged: string | undefined;
  readonly sessionsValidFrom: string | undefined;
  readonly lastSync: string | undefined;
}

const SELECT = [
  "id",
  "userPrincipalName",
  "accountEnabled",
  "onPremisesSyncEnabled",
  "onPremisesSamAccountName",
  "onPremisesLastSyncDateTime",
  "lastPasswordChangeDateTime",
  "signInSessionsValidFromDateTime",
].join(",");

/** What an account with an administrator's role needs besides: privileged-roles-permissions of Entra's documentation. */
export const FOR_ADMINISTRATORS =
  "for an account that holds a role of administrators also the Entra role Privileged Authentication Administrator";

/** The attribute that all of these resources begin with. */
export const user = str({
  required: true,
  requiresReplace: true,
  validate: (value) =>
    /^[^\s@\p{Cc}\p{Cf}]+@[^\s@\p{Cc}\p{Cf}]+$/u.test(value)
      ? undefined
      : `got ${JSON.stringify(value)}; expected a user principal name such as alex@contoso.com`,
  description: "Whose account it is: the user principal name.",
});

export function userPath(upn: string): string {
  return `users/${encodeURIComponent(upn)}`;
}

/**
 * The account of a user principal name.
 * @throws CloudError, `notFound` if there is none; DiagnosticError for an answer that does not say what has to be known
 */
export async function accountOf(upn: string, { client, signal }: Calling): Promise<Account> {
  const found = await client.graph.get(`${userPath(upn)}?$select=${SELECT}`, {
    signal,
    needs: "User.Read.All",
  });
  const { accountEnabled, onPremisesSyncEnabled } = found;
  const id = text(found.id);
  if (id === undefined || typeof accountEnabled !== "boolean") {
    throw new DiagnosticError({
      summary: `Graph does not say whether ${visibleLine(upn)} may sign in`,
      detail: "id and accountEnabled are missing in its answer: the application needs User.Read.All.",
    });
  }
  return {
    id,
    enabled: accountEnabled,
    synced: onPremisesSyncEnabled === true,
    samAccountName: text(found.onPremisesSamAccountName) ?? upn,
    passwordChanged: instantOf(found, "lastPasswordChangeDateTime"),
    sessionsValidFrom: instantOf(found, "signInSessionsValidFromDateTime"),
    lastSync: instantOf(found, "onPremisesLastSyncDateTime"),
  };
}

/** Is the first time at the second or after it? Times that are none are never. */
export function notBefore(time: string | undefined, since: string): boolean {
  return time !== undefined && Date.parse(time) >= Math.floor(Date.parse(since) / 1000) * 1000;
}

/** An error at an attribute. */
export function refused(summary: string, detail: string, path: Path): DiagnosticError {
  return new DiagnosticError({ summary, detail, path });
}

/**
 * What a service knows an object by.
 * @throws DiagnosticError if it shows one without: it could be neither told nor ended
 */
export function idOf(value: unknown, what: string): string {
  const id = text(value);
  if (id !== undefined) return id;
  throw new DiagnosticError({ summary: `the service shows ${what} without an id` });
}

function instantOf(found: GraphObject, property: string): string | undefined {
  const value = text(found[property]);
  return value === undefined || Number.isNaN(Date.parse(value)) ? undefined : value;
}
