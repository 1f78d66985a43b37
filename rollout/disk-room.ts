import { statfsSync } from "node:fs";

/** What an apply may need for logs and state, in bytes. */
const ROOM = 16 << 20;

/** How much is free on a folder's disk where that is less than an apply needs; `undefined` if nobody knows. */
export function lackOfRoom(folder: string): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    if (free >= ROOM) return undefined;
    return `only ${(free / (1 << 20)).toFixed(1)} MB are free on the disk of ${folder}`;
  } catch {
    return undefined;
  }
}

/** Why an apply should not begin with that. */
export const ROOM_NEEDED = `an apply needs ${ROOM >> 20}, so that no state is lost`;
