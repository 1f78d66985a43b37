import type { ExchangeObject } from "../exchange/types";
import { type Context, DiagnosticError } from "../plugin/index";
import type { M365 } from "../resources/m365";
import { refusal } from "./refusal";
import type { Table } from "./table";

export type Calling = Pick<Context<M365>, "client" | "signal">;

/** For how long a list serves the objects of one plan, in milliseconds. A write of ours ends it. */
const SHARED_FOR = 60_000;

/**
 * All objects of a kind, in one request for all of a plan. Never one by its Identity: Exchange answers some that do not
 * exist with all there are.
 */
export async function rowsOf(table: Table, { client, signal }: Calling): Promise<readonly ExchangeObject[]> {
  try {
    const rows = await client.exchange.invoke(`Get-${table.noun}`, {}, { signal, maxAge: SHARED_FOR });
    // A read of nothing may give one row that only says that it went well.
    return rows.filter(({ Identity, Name }) => Boolean(Identity ?? Name));
  } catch (error) {
    throw refusal(table, error, `Get-${table.noun}`);
  }
}

export function byGuid(rows: readonly ExchangeObject[], guid: string): ExchangeObject | undefined {
  return rows.find((row) => guidOf(row).toLowerCase() === guid.toLowerCase());
}

/** Names know no case. */
export function byName(rows: readonly ExchangeObject[], name: unknown): ExchangeObject | undefined {
  const wanted = String(name).toLowerCase();
  return rows.find((row) => String(row.Name).toLowerCase() === wanted);
}

export function guidOf({ Guid }: ExchangeObject): string {
  return typeof Guid === "string" ? Guid : "";
}

/** The one object of a singleton. */
export async function onlyRow(table: Table, calling: Calling): Promise<ExchangeObject> {
  const [row] = await rowsOf(table, calling);
  if (row) return row;
  throw new DiagnosticError({ summary: `Exchange gave no ${table.noun}` });
}
