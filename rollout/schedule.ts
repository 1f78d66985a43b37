/** How a piece of work ended: it ran, something it needs failed, or it was never begun because of a stop. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "blocked"; readonly by: string }
  | { readonly kind: "skipped" };

export interface Schedule<T> {
  /** Names, each with those of them that must be done and well before it. */
  readonly after: ReadonlyMap<string, readonly string[]>;
  /** How many may run at once, 1 or more. */
  readonly parallel: number;
  work(name: string): Promise<T>;
  /** May those that wait for this one go on? */
  passes(value: T): boolean;
  /** Once true, what runs is finished and nothing more is begun. */
  isStopped(): boolean;
}

/**
 * Runs work in parallel, predecessors first, in the order of the list where nothing else decides.
 * @returns every name with how it ended
 * @throws Error for a cycle or a predecessor that is not in the list, before anything runs; whatever `work` throws, once
 * all that runs has ended
 */
export async function runInOrder<T>(schedule: Schedule<T>): Promise<ReadonlyMap<string, Outcome<T>>> {
  const { parallel, work, passes, isStopped } = schedule;
  refuseDeadlocks(schedule.after);
  const waiting = new Map(schedule.after);
  const outcomes = new Map<string, Outcome<T>>();
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];

  const run = async (name: string) => {
    try {
      const value = await work(name);
      outcomes.set(name, { kind: "done", value });
      if (!passes(value)) block(name);
    } catch (error) {
      faults.push(error);
    }
  };
  const block = (by: string) => {
    for (const [name, needed] of waiting) {
      if (!needed.includes(by)) continue;
      waiting.delete(name);
      outcomes.set(name, { kind: "blocked", by });
      block(name);
    }
  };
  const isReady = (needed: readonly string[]) => needed.every((name) => outcomes.get(name)?.kind === "done");

  for (;;) {
    for (const [name, needed] of waiting) {
      if (running.size >= parallel || faults.length > 0 || isStopped()) break;
      if (!isReady(needed)) continue;
      waiting.delete(name);
      const promise: Promise<void> = run(name).finally(() => running.delete(promise));
      running.add(promise);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  if (faults.length > 0) throw faults[0];
  for (const name of waiting.keys()) outcomes.set(name, { kind: "skipped" });
  return outcomes;
}

function refuseDeadlocks(after: Schedule<unknown>["after"]): void {
  const sound = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) throw new Error(`these wait for each other: ${[...path, name].join(" → ")}`);
    if (sound.has(name)) return;
    const first = after.get(name);
    if (!first) throw new Error(`${path.at(-1)} waits for ${name}, which is not in the list`);
    for (const needed of first) visit(needed, [...path, name]);
    sound.add(name);
  };
  for (const name of after.keys()) visit(name, []);
}
