import { waitFor } from "../wait";
import { type Account, accountOf, type Calling } from "./account";

/** How long the directory may take to show a change that it took, in seconds. */
const PATIENCE = { timeout: 120, first: 1, longest: 10 };

/** Times this near, in milliseconds, are of the act just done: a second one in the same second shows no other. */
const JUST_NOW = 5_000;

/**
 * Waits until the directory shows that it changed something of an account.
 * @param time says when it last did
 * @param before what stood there before
 * @returns the time; `undefined` if none came
 */
export function shownChange(
  time: "passwordChanged" | "sessionsValidFrom",
  upn: string,
  before: Account[typeof time],
  calling: Calling,
): Promise<string | undefined> {
  const { clock } = calling.client;
  return waitFor(clock, PATIENCE, calling.signal, async () => {
    const { [time]: shown } = await accountOf(upn, calling);
    if (shown !== undefined && Math.abs(clock.now() - Date.parse(shown)) < JUST_NOW) return shown;
    return shown === before ? undefined : shown;
  });
}
