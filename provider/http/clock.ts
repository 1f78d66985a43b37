import { setTimeout as sleep } from "node:timers/promises";
import { cancelled } from "./cloud-error";

/** The time, and the waiting for it. Tests give their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws CloudError `cancelled` as soon as the signal aborts */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  async pause(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch {
      throw cancelled();
    }
  },
};

/**
 * The outcome of work that others wait for too: an abort ends this caller's waiting and leaves the work alone.
 * @throws CloudError `cancelled` when the signal aborts first
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  // Should nobody be left to hear of it, a failure of the work is not an unhandled rejection.
  work.catch(() => undefined);
  if (signal.aborted) throw cancelled();
  const { promise: aborted, reject } = settleable();
  const onAbort = () => reject(cancelled());
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function settleable(): { readonly promise: Promise<never>; readonly reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  return { promise, reject };
}
