import { setTimeout as sleep } from "node:timers/promises";

/**
 * Spaces out what is sent to one server, evenly: never more than the rate in any second, after a pause neither.
 * @param perSecond how many at most
 */
export class Pace {
  private next = 0;

  constructor(private readonly perSecond: number) {}

  /** Ends when the next message may be sent. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = this.take(now);
    // Timers are exact to a millisecond: never early, and those of one millisecond go together.
    if (at > now) await sleep(Math.ceil(at - now));
  }

  /**
   * Takes the next free place.
   * @param now in milliseconds, as is the answer
   */
  take(now: number): number {
    const at = Math.max(now, this.next);
    this.next = at + 1000 / this.perSecond;
    return at;
  }
}

/** Lets so many work at once; the others wait in line. */
export class Gate {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
