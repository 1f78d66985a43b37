import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";

/** The one object that was asked for; `undefined` if Exchange says that there is none. */
export async function found(answer: Promise<readonly ExchangeObject[]>): Promise<ExchangeObject | undefined> {
  try {
    return (await answer)[0];
  } catch (error) {
    if (error instanceof CloudError && error.notFound) return undefined;
    throw error;
  }
}

/** For removals: what is gone already is no error. */
export async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof CloudError && error.notFound)) throw error;
  }
}
