import { type Clock, unlessAborted } from "./clock";
import { cancelled } from "./cloud-error";

/**
 * Lets a few calls through at a time, and none while the server has asked for quiet: whoever is told to wait tells
 * all others.
 */
export class Gate {
  private free: number;
  private quietUntil = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    /** Calls at a time. Each may hold one connection. */
    limit: number,
    private readonly clock: Clock,
  ) {
    this.free = limit;
  }

  /** Lets nobody through for so many milliseconds. */
  hold(milliseconds: number): void {
    this.quietUntil = Math.max(this.quietUntil, this.clock.now() + milliseconds);
  }

  /** @throws CloudError `cancelled` while waiting, or whatever the task throws */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.enter(signal);
    try {
      for (let quiet = this.quiet(); quiet > 0; quiet = this.quiet()) await this.clock.pause(quiet, signal);
      if (signal?.aborted) throw cancelled();
      return await task();
    } finally {
      this.leave();
    }
  }

  private quiet(): number {
    return this.quietUntil - this.clock.now();
  }

  private async enter(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) throw cancelled();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    let admit = () => {};
    const admitted = new Promise<void>((resolve) => {
      admit = resolve;
    });
    this.waiting.push(admit);
    try {
      await unlessAborted(admitted, signal);
    } catch (error) {
      const place = this.waiting.indexOf(admit);
      // Let in at the same moment: the place goes on to the next one.
      if (place === -1) this.leave();
      else this.waiting.splice(place, 1);
      throw error;
    }
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}
