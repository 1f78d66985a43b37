import type { Clock } from "./clock";

/** How old what is answered may be, in milliseconds: others change zones, too. */
const MAX_AGE = 60_000;

interface Entry<T> {
  readonly stamp: string;
  /** When the API was asked; a moment that never comes as long as it is not. */
  since: number;
  readonly value: Promise<T | undefined>;
}

/** What was read, by a key, for as long as nothing has been written since and it is young. */
export class Kept<T> {
  private entries = new Map<string, Entry<T>>();

  constructor(private readonly clock: Clock) {}

  /**
   * The value, read by whoever comes first while all others wait for it.
   * @param stampOf what the value depends on; `undefined` while it is in motion, and then nothing is read
   * @param read is told what to call when it begins to ask
   * @returns `undefined` where there is none, or a write went through while it was read: then ask the API
   */
  async get(
    key: string,
    stampOf: () => string | undefined,
    read: (begin: () => void) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const stamp = stampOf();
    if (stamp === undefined) return undefined;
    if (this.usable(key, stamp) === undefined) {
      const begin = () => {
        entry.since = this.clock.now();
      };
      // A value that cannot be read is none. It is read once the entry stands.
      const value = Promise.resolve()
        .then(() => read(begin))
        .catch(() => undefined);
      const entry: Entry<T> = { stamp, since: Number.POSITIVE_INFINITY, value };
      this.entries.set(key, entry);
    }
    return this.find(key, stampOf);
  }

  /** Puts in what was read with another purpose, just now. @param stamp of the moment before it was asked for */
  put(key: string, stamp: string, value: T): void {
    this.entries.set(key, { stamp, since: this.clock.now(), value: Promise.resolve(value) });
  }

  /** What is there already, or is being read, if it may be used. */
  async find(key: string, stampOf: () => string | undefined): Promise<T | undefined> {
    const stamp = stampOf();
    const entry = stamp === undefined ? undefined : this.usable(key, stamp);
    const value = await entry?.value;
    return stampOf() === stamp ? value : undefined;
  }

  forget(): void {
    this.entries = new Map();
  }

  private usable(key: string, stamp: string): Entry<T> | undefined {
    const entry = this.entries.get(key);
    return entry?.stamp === stamp && this.clock.now() - entry.since <= MAX_AGE ? entry : undefined;
  }
}
