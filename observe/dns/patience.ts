/**
 * What one question may wait in all, however many servers, addresses and aliases it leads to. Only waiting for answers
 * counts, not waiting in line: many questions are not slower servers.
 */
export class Patience {
  /** @param left milliseconds */
  constructor(private left: number) {}

  /**
   * Waits for something, and counts how long.
   * @param most milliseconds that this wait may take
   * @param work is given how long it may take: less than `most` where not so much is left
   * @returns `undefined` where nothing is left, without a wait
   */
  async spend<T>(most: number, work: (milliseconds: number) => Promise<T>): Promise<T | undefined> {
    if (this.left <= 0) return undefined;
    const start = performance.now();
    try {
      return await work(Math.min(most, this.left));
    } finally {
      this.left -= performance.now() - start;
    }
  }
}
