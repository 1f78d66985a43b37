import type { Clock } from "./clock";

/** How long a write whose end nobody saw may still come to pass, in milliseconds. */
const UNSEEN = 60_000;

/** The zone that a write touches by its id; `undefined` if it may be any of them. */
type Touched = string | undefined;

interface Count {
  /** Writes that were begun or ended. */
  moves: number;
  /** Writes that may be under way. */
  open: number;
}

/**
 * Which writes have gone through, so that nothing is answered from what was read before them. What was read carries the
 * stamp of the moment before it was asked for; it may be used as long as the stamp is the same.
 */
export class Writes {
  private readonly everywhere: Count = { moves: 0, open: 0 };
  private readonly all: Count = { moves: 0, open: 0 };
  private readonly zones = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** @returns to be called once when the write has ended, and whether its answer says what came of it */
  begin(zone: Touched): (isSeen: boolean) => void {
    const counts = [this.all, zone === undefined ? this.everywhere : this.countOf(zone)];
    const end = () => {
      for (const count of counts) {
        count.moves += 1;
        count.open -= 1;
      }
    };
    for (const count of counts) {
      count.moves += 1;
      count.open += 1;
    }
    return (isSeen) => {
      if (isSeen) end();
      else this.clock.after(UNSEEN, end);
    };
  }

  /** @returns `undefined` as long as a write may change the zone, and with it what is read now */
  stampOf(zone: string): string | undefined {
    const { everywhere } = this;
    const own = this.zones.get(zone) ?? { moves: 0, open: 0 };
    return everywhere.open + own.open > 0 ? undefined : `${everywhere.moves}.${own.moves}`;
  }

  /** The same for what depends on all zones. */
  stampOfAll(): string | undefined {
    return this.all.open > 0 ? undefined : String(this.all.moves);
  }

  private countOf(zone: string): Count {
    const count = this.zones.get(zone) ?? { moves: 0, open: 0 };
    this.zones.set(zone, count);
    return count;
  }
}
