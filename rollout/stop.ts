/** How urgently a rollout is to end. */
export type StopLevel =
  /** What runs is finished, nothing more is begun. */
  | "finish"
  /** What runs is asked to end: Terraform gets SIGINT, ends at the next safe point and saves its state. */
  | "interrupt"
  /** What runs is killed, with its providers. State may lack what was made last. */
  | "kill";

const LEVELS: readonly StopLevel[] = ["finish", "interrupt", "kill"];

/** The wish to end a rollout, more urgent each time it is uttered. */
export class Stop {
  private times = 0;
  private readonly listeners = new Set<(level: StopLevel) => void>();

  get requested(): boolean {
    return this.times > 0;
  }

  /** Was what runs asked to end in mid-work? */
  get interrupts(): boolean {
    return this.times > 1;
  }

  /** Tells all who run something. */
  request(): StopLevel {
    const level = LEVELS[this.times] ?? "kill";
    this.times++;
    for (const listener of this.listeners) listener(level);
    return level;
  }

  /** @returns how to stop listening */
  onRequest(listener: (level: StopLevel) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
