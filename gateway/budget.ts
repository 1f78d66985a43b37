import type { Clock } from "./clock";

/** At most so many calls in any stretch of so many milliseconds. */
export interface Limit {
  readonly calls: number;
  readonly milliseconds: number;
}

/** Calls need not arrive in the rhythm in which they were sent. */
const JITTER = 1000;

/**
 * Cloudflare's limits: 1,200 calls in 5 minutes a user or token, and 200 a second an address, of which others behind the
 * same address may need some.
 * https://developers.cloudflare.com/fundamentals/api/reference/limits/
 * @param calls in 5 minutes
 */
export function cloudflareLimits(calls: number): readonly Limit[] {
  return [
    { calls, milliseconds: 300_000 + JITTER },
    { calls: 100, milliseconds: 1000 },
  ];
}

/**
 * The budget that all calls share, first come first served. It remembers when calls were sent rather than filling a
 * bucket at a rate: a bucket that lets a burst through may let twice the limit through in one stretch of time.
 */
export class Budget {
  /** When calls were sent, oldest first. */
  private sent: number[] = [];
  private waiting: { readonly since: number; readonly go: () => void }[] = [];
  private pausedUntil = Number.NEGATIVE_INFINITY;
  /** What the API has said is left of its limits, by their names, less what was sent since. */
  private readonly left = new Map<string, { calls: number; readonly until: number }>();
  private giveUp: (() => void) | undefined;

  constructor(
    private readonly limits: readonly Limit[],
    private readonly clock: Clock,
  ) {}

  /** Waits until a call may be sent, which is then counted. @returns the milliseconds that it waited */
  take(): Promise<number> {
    return new Promise((resolve) => {
      const since = this.clock.now();
      this.waiting.push({ since, go: () => resolve(this.clock.now() - since) });
      this.release();
    });
  }

  /** Nothing is sent for so many milliseconds: the API has said so. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + milliseconds);
  }

  /**
   * The API says what is left of one of its limits, which others use as well.
   * @param calls without those that it has not counted yet
   * @param milliseconds until the limit is whole again
   */
  told(limit: string, calls: number, milliseconds: number): void {
    const now = this.clock.now();
    const known = this.left.get(limit);
    // Answers may come in another order than that in which calls were counted.
    if (known !== undefined && known.until > now && known.calls <= calls) return;
    this.left.set(limit, { calls, until: now + milliseconds });
  }

  /** How many calls wait. */
  get queued(): number {
    return this.waiting.length;
  }

  /** In how many milliseconds the last of those that wait now may be sent, if the API agrees. */
  longestWait(): number {
    const moments = [...this.sent];
    let last = this.clock.now();
    for (const _ of this.waiting) {
      last = Math.max(last, this.earliest(moments));
      moments.push(last);
    }
    return last - this.clock.now();
  }

  private release(): void {
    this.giveUp?.();
    this.giveUp = undefined;
    for (;;) {
      const [first] = this.waiting;
      if (first === undefined) return;
      const now = this.clock.now();
      const wait = this.earliest(this.sent) - now;
      if (wait > 0) {
        this.giveUp = this.clock.after(wait, () => this.release());
        return;
      }
      this.waiting.shift();
      this.sent.push(now);
      for (const one of this.left.values()) one.calls -= 1;
      const needed = Math.max(...this.limits.map(({ calls }) => calls));
      if (this.sent.length > 2 * needed) this.sent = this.sent.slice(-needed);
      first.go();
    }
  }

  /** When the next call may be sent after those that were. */
  private earliest(sent: readonly number[]): number {
    const more = sent.length - this.sent.length;
    return Math.max(
      this.pausedUntil,
      ...[...this.left.values()].map(({ calls, until }) =>
        calls - more > 0 ? Number.NEGATIVE_INFINITY : until,
      ),
      ...this.limits.map(({ calls, milliseconds }) => {
        const counted = sent[sent.length - calls];
        return counted === undefined ? Number.NEGATIVE_INFINITY : counted + milliseconds;
      }),
    );
  }
}
