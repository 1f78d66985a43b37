import { type ExchangeClient, type ExchangeObject, SHARED_FOR } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { type Context, DiagnosticError } from "../plugin/index";
import type { M365 } from "../resources/m365";
import { refusal } from "./refusal";
import { type ObjectTable, type Service, type SingletonTable, serviceOf, type Table } from "./table";

/** What runs the cmdlets of one service, and for how long. */
export interface Calling {
  readonly cmdlets: ExchangeClient;
  readonly signal: AbortSignal;
}

/** @param values of the object, which say where it is where its table does not */
export function callingFor(
  table: Table,
  { client, signal }: Pick<Context<M365>, "client" | "signal">,
  values: { readonly service?: unknown } = {},
): Calling {
  return { cmdlets: cmdletsOf(client, serviceOf(table, values)), signal };
}

export function cmdletsOf(client: M365, service: Service): ExchangeClient {
  return service === "purview" ? client.compliance : client.exchange;
}

/** The same calls, for what has to be known even when Terraform was told to stop. */
export function unstopped({ cmdlets }: Calling): Calling {
  return { cmdlets, signal: new AbortController().signal };
}

/**
 * All objects of a kind, in one request for all of a plan. Never one by its Identity: Exchange answers some that do not
 * exist with all there are.
 */
export async function rowsOf(table: Table, { cmdlets, signal }: Calling): Promise<readonly ExchangeObject[]> {
  try {
    const rows = await cmdlets.invoke(`Get-${table.noun}`, table.asked ?? {}, { signal, maxAge: SHARED_FOR });
    return rows.filter(isShown);
  } catch (error) {
    throw refusal(table, error, `Get-${table.noun}`);
  }
}

/**
 * Is a row an object? A read of nothing may give one row that only says that it went well. What Security & Compliance has yet
 * to delete everywhere is gone for us.
 */
export function isShown({ Identity, Name, Mode }: ExchangeObject): boolean {
  return Boolean(Identity ?? Name) && Mode !== "PendingDeletion";
}

/** What there is of another kind; nothing where the application may not see it. */
export async function othersOf(
  table: Table,
  noun: string,
  { cmdlets, signal }: Calling,
): Promise<readonly ExchangeObject[]> {
  try {
    return await cmdlets.invoke(`Get-${noun}`, {}, { signal, maxAge: SHARED_FOR });
  } catch (error) {
    if (error instanceof CloudError && isUnseen(error)) return [];
    throw refusal(table, error, `Get-${noun}`);
  }
}

/** Exchange shows an application no cmdlet that it may not use, and lets it use none that its role does not have. */
function isUnseen({ status, code }: CloudError): boolean {
  return status === 403 || /CommandNotFoundException/.test(code);
}

export function byId(
  table: ObjectTable,
  rows: readonly ExchangeObject[],
  id: string,
): ExchangeObject | undefined {
  return rows.find((row) => idOf(table, row).toLowerCase() === id.toLowerCase());
}

/** Names know no case. */
export function byName(rows: readonly ExchangeObject[], name: unknown): ExchangeObject | undefined {
  const wanted = String(name).toLowerCase();
  return rows.find(({ Name, Identity }) => String(Name ?? Identity).toLowerCase() === wanted);
}

/** What a row is known by as long as it is there. */
export function idOf({ knownBy = "Guid" }: ObjectTable, row: ExchangeObject): string {
  const id = row[knownBy];
  return typeof id === "string" ? id : "";
}

/** The one object of a singleton; undefined where it is one that has to be made first. */
export async function onlyRow(table: SingletonTable, calling: Calling): Promise<ExchangeObject | undefined> {
  const { identity, made } = table;
  const rows = await rowsOf(table, calling);
  // Of some there are more than the one, or another is shown in its place: it has its name.
  const named = identity !== undefined && (rows.length > 1 || made !== undefined);
  const row = named ? byName(rows, identity) : rows[0];
  if (row || made) return row;
  throw new DiagnosticError({ summary: `Exchange gave no ${table.noun}` });
}
