import type { Clock } from "../../../provider/http/clock";
import { cancelled } from "../../../provider/http/cloud-error";

/** A clock on which every pause takes no time at all, and is written down. */
export function jumpingClock(): Clock & { readonly paused: readonly number[] } {
  const paused: number[] = [];
  let now = 0;
  return {
    paused,
    now: () => now,
    pause: async (milliseconds, signal) => {
      if (signal?.aborted) throw cancelled();
      paused.push(milliseconds);
      now += milliseconds;
    },
  };
}
