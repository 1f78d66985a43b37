import type { Clock } from "../http/clock";

interface Read<T> {
  readonly result: Promise<T>;
  /** When it ended; undefined while it is under way. */
  ended?: number;
}

/** Lets equal reads share one call. A write makes all of them old. */
export class SharedReads<T> {
  private reads = new Map<string, Read<T>>();

  constructor(private readonly clock: Clock) {}

  /** The read under way, or one that ended at most `maxAge` milliseconds ago, or a new one. */
  get(key: string, maxAge: number, start: () => Promise<T>): Promise<T> {
    const known = this.reads.get(key);
    if (known !== undefined && this.isFresh(known, maxAge)) return known.result;
    const read: Read<T> = { result: start() };
    const reads = this.reads;
    reads.set(key, read);
    read.result.then(
      () => {
        read.ended = this.clock.now();
      },
      () => {
        if (reads.get(key) === read) reads.delete(key);
      },
    );
    return read.result;
  }

  /** What was read until now, or is being read, may no longer be so. */
  forget(): void {
    this.reads = new Map();
  }

  private isFresh({ ended }: Read<T>, maxAge: number): boolean {
    return ended === undefined || (maxAge > 0 && this.clock.now() - ended <= maxAge);
  }
}
