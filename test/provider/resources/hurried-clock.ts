import type { Clock } from "../../../provider/http/clock";
import { cancelled } from "../../../provider/http/cloud-error";

/** The real time, except that every pause takes two milliseconds, after which its whole length has passed. */
export function hurriedClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pause: async (milliseconds, signal) => {
      if (signal?.aborted) throw cancelled();
      await new Promise((resolve) => setTimeout(resolve, 2));
      ahead += milliseconds;
    },
  };
}
