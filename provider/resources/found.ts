import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";

/** By what an object may be asked for. */
const NAMED_BY = ["Guid", "Name", "DomainName", "Domain", "Identity"] as const;

/**
 * The one object of that identity; `undefined` if there is none. Exchange answers some that do not exist with all there are,
 * so that a row has to say that it is the one.
 */
export async function found(
  identity: string,
  answer: Promise<readonly ExchangeObject[]>,
): Promise<ExchangeObject | undefined> {
  const wanted = identity.toLowerCase();
  try {
    const rows = await answer;
    const isIt = (name: unknown) => typeof name === "string" && name.toLowerCase() === wanted;
    return rows.find((row) => NAMED_BY.some((property) => isIt(row[property])));
  } catch (error) {
    if (error instanceof CloudError && error.notFound) return undefined;
    throw error;
  }
}

/** What a call answers; null where what it is about is gone: for a removal that is no error. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CloudError && error.notFound) return null;
    throw error;
  }
}
