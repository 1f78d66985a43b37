import { lockFolder } from "../rollout/folder-lock";
import { sweep } from "../rollout/sweep";
import type { Console } from "./console";

/**
 * Does something as the only run that works in a folder, and says so where a run before it was killed.
 * @param command what the lock says of it to others, e.g. `deploy`
 * @throws Error if another run works there, or the folder cannot be written
 */
export async function alone<T>(
  folder: string,
  command: string,
  console: Console,
  work: () => Promise<T>,
): Promise<T> {
  const { tookOverFrom: before, release } = lockFolder(folder, command);
  try {
    if (before) {
      const { command: what, user, since, process: gone } = before;
      console.err(
        `took over from a ${what} of ${user}, since ${since}, which was killed (process ${gone.pid} is gone)\n`,
      );
    }
    sweep(folder);
    return await work();
  } finally {
    release();
  }
}
