import { lockFolder } from "../rollout/folder-lock";
import { sweep } from "../rollout/sweep";
import type { Console } from "./console";
import { requireOwnFolder } from "./own-folder";

/**
 * Does something as the only run that works in an output folder, and says so where a run before it was killed.
 * @param original the folder that it is a sandbox's shadow of, if it is one
 * @param command what the lock says of it to others, e.g. `deploy`
 * @throws Error if another run works there, the folder cannot be written, or parts of it are not its own
 */
export async function alone<T>(
  { folder, original }: { readonly folder: string; readonly original?: string },
  command: string,
  console: Console,
  work: () => Promise<T>,
): Promise<T> {
  // Before the lock: it is a file in the folder.
  requireOwnFolder(folder, original);
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
