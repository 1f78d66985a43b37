import type { Clock } from "./clock";
import { CloudError } from "./cloud-error";

/** How long a call is tried. Times are in milliseconds. */
export interface Patience {
  /** Attempts in all. */
  readonly attempts: number;
  /** Attempts in all when no answer comes: a network that is down, or a wrong host name, is told soon. */
  readonly unanswered: number;
  /** The pause after the first failure when the server names none; it doubles with each. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** All pauses together. A server that asks for more is not waited for. */
  readonly total: number;
}

/**
 * Ten minutes in all. Exchange's throttling windows are minutes long, and an apply that gave up on one would have to be
 * started again by hand.
 */
export const PATIENT: Patience = {
  attempts: 12,
  unanswered: 4,
  firstPause: 1_000,
  longestPause: 60_000,
  total: 600_000,
};

/** What may be repeated: a `read` after any failure that may pass, a `write` only if it surely did not happen. */
export type Repeat = "read" | "write";

interface Persistence {
  readonly repeat: Repeat;
  readonly patience: Patience;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Hears of each pause before it begins. */
  readonly onPause?: (milliseconds: number, error: CloudError) => void;
}

/**
 * Tries until it succeeds, cannot succeed, must not be tried again, or patience ends.
 * @throws CloudError of the last attempt
 */
export async function persist<T>(attempt: () => Promise<T>, how: Persistence): Promise<T> {
  const { repeat, patience, clock, signal, onPause } = how;
  let paused = 0;
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof CloudError) || !error.retryable) throw error;
      if (repeat === "write" && !error.untouched) throw uncertain(error);
      const pause = error.retryAfter ?? backOff(patience, count);
      const attempts = error.status === 0 ? patience.unanswered : patience.attempts;
      if (count >= attempts || paused + pause > patience.total) throw exhausted(error, count, pause);
      paused += pause;
      onPause?.(pause, error);
      await clock.pause(pause, signal);
    }
  }
}

/** Between half and the whole of the doubled pause, so that many who failed together do not come back together. */
function backOff({ firstPause, longestPause }: Patience, count: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** (count - 1));
  return Math.round(pause * (0.5 + Math.random() / 2));
}

function uncertain(error: CloudError): CloudError {
  const { status, code, requestId } = error;
  const message = `${error.message}; not repeated, since the change may have been made`;
  return new CloudError({ status, code, message, ...(requestId === undefined ? {} : { requestId }) });
}

function exhausted(error: CloudError, attempts: number, pause: number): CloudError {
  const { status, code, requestId, untouched } = error;
  const seconds = Math.ceil(pause / 1000);
  const message = `${error.message}; given up after ${attempts} ${attempts === 1 ? "attempt" : "attempts"}, the next one was due in ${seconds} s`;
  return new CloudError({
    status,
    code,
    message,
    untouched,
    ...(requestId === undefined ? {} : { requestId }),
  });
}
