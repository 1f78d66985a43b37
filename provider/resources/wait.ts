import type { Clock } from "../http/clock";

/** How long to wait, and how often to look. All in seconds. */
export interface Patience {
  readonly timeout: number;
  /** The first pause; each one after it is half as long again. */
  readonly first?: number;
  /** No pause is longer. */
  readonly longest?: number;
}

/**
 * Looks again and again until `look` gives a value.
 * @returns the value, or `undefined` when time ran out. The last look is at the deadline or later.
 * @throws CloudError `cancelled` when `signal` aborts during a pause, and whatever `look` throws
 */
export async function waitFor<T>(
  clock: Clock,
  { timeout, first = 2, longest = 30 }: Patience,
  signal: AbortSignal,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = clock.now() + timeout * 1000;
  for (let pause = first * 1000; ; pause = Math.min(pause * 1.5, longest * 1000)) {
    // Taken before the look, so that a slow one still leaves a look at the deadline.
    const left = deadline - clock.now();
    const found = await look();
    if (found !== undefined || left <= 0) return found;
    await clock.pause(Math.min(pause, left), signal);
  }
}
