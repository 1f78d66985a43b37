/** Who belongs to whom, by id: the members of groups, their owners, the managers of users. */
export class Links {
  private readonly targets = new Map<string, Set<string>>();

  /** @returns false if it was so before */
  add(from: string, to: string): boolean {
    const targets = this.targets.get(from) ?? new Set();
    this.targets.set(from, targets);
    if (targets.has(to)) return false;
    targets.add(to);
    return true;
  }

  /** @returns false if it was not so */
  remove(from: string, to: string): boolean {
    return this.targets.get(from)?.delete(to) ?? false;
  }

  has(from: string, to: string): boolean {
    return this.targets.get(from)?.has(to) ?? false;
  }

  /** In the order in which they were added. */
  from(id: string): readonly string[] {
    return [...(this.targets.get(id) ?? [])];
  }

  to(id: string): readonly string[] {
    return [...this.targets].filter(([, targets]) => targets.has(id)).map(([from]) => from);
  }

  /** All that can be reached over any number of steps, each once, without the start. */
  reachable(id: string, step: (id: string) => readonly string[]): readonly string[] {
    const seen = new Set<string>();
    const waiting = [...step(id)];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next === id || seen.has(next)) continue;
      seen.add(next);
      waiting.push(...step(next));
    }
    return [...seen];
  }

  /** The object is gone. */
  forget(id: string): void {
    this.targets.delete(id);
    for (const targets of this.targets.values()) targets.delete(id);
  }

  toJSON(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      [...this.targets].filter(([, { size }]) => size > 0).map(([from, targets]) => [from, [...targets]]),
    );
  }
}
