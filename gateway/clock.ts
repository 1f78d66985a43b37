/** Time, handed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Does something later. @returns how to give it up */
  after(milliseconds: number, work: () => void): () => void;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    // The gateway's port keeps the process alive, not what it waits for.
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

export function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}
