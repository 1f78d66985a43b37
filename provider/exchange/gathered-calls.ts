/** How many requests Exchange takes in one `$batch`. */
export const BATCH_LIMIT = 10;

interface Waiting<Call, Outcome> {
  readonly call: Call;
  readonly resolve: (outcome: Outcome | Promise<Outcome>) => void;
}

/**
 * Gathers calls that start together: Terraform refreshes ten resources at once, and their reads go out as one batch.
 * A call waits for others at most `window` milliseconds.
 */
export class GatheredCalls<Call, Outcome> {
  private waiting: Waiting<Call, Outcome>[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly window: number,
    /** One promise for each call, in their order. */
    private readonly runAll: (calls: readonly Call[]) => readonly Promise<Outcome>[],
  ) {}

  run(call: Call): Promise<Outcome> {
    return new Promise((resolve) => {
      this.waiting.push({ call, resolve });
      if (this.waiting.length >= BATCH_LIMIT) this.flush();
      else this.timer ??= setTimeout(() => this.flush(), this.window);
    });
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = this.waiting;
    this.waiting = [];
    const outcomes = this.runAll(gathered.map(({ call }) => call));
    for (const [index, { resolve }] of gathered.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined) resolve(outcome);
    }
  }
}
