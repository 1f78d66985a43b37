import { standing } from "../../identity/confirmed";
import type { ConfirmedOptions } from "../../identity/options";
import type { Where } from "../model";
import type { LiveThing } from "./difference";

/**
 * Whether a person's word on what nothing can read still counts.
 * @param what that was confirmed: `password writeback is on`
 * @param today `YYYY-MM-DD`
 */
export function compareConfirmed(
  what: string,
  confirmed: ConfirmedOptions | undefined,
  today: string,
  where: Where,
): LiveThing {
  if (!confirmed) {
    const why = "nothing can read it; look, and write confirmed: { date, by }";
    return { status: "unread", what, differences: [], why, where };
  }
  const { by, date } = confirmed;
  const stands = standing(confirmed, today);
  const says = `Confirmed by ${by} on ${date}`;
  if (stands.is === "confirmed")
    return {
      status: "ok",
      what,
      differences: [],
      says: `${says}; that counts until ${stands.until}.`,
      where,
    };
  const end =
    stands.is === "expired" ? `that counted until ${stands.until}; look again` : "that day is to come";
  return { status: "drift", what, differences: [], says: `${says}; ${end}.`, where };
}
