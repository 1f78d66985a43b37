import type { Clock } from "../../gateway/clock";

interface Due {
  readonly at: number;
  readonly work: () => void;
}

/** A clock whose time passes only when it is told to. */
export class VirtualClock implements Clock {
  private time = 0;
  private due: Due[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, work: () => void): () => void {
    const due = { at: this.time + milliseconds, work };
    this.due.push(due);
    return () => {
      this.due = this.due.filter((one) => one !== due);
    };
  }

  /** Lets time pass, with all that is due in it, in order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      // Whoever was woken gets a turn.
      await new Promise(setImmediate);
      const [next] = this.due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.due = this.due.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.work();
    }
    this.time = end;
  }
}
