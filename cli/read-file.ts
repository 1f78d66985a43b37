import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { isAbsolute, relative, sep } from "node:path";

export interface FileLimits {
  /** The most that is read, in octets. */
  readonly most: number;
  /** The folder that the file has to be in, an absolute path; links that lead out of it are refused. @default anywhere */
  readonly within?: string;
}

/**
 * Reads a file that a user or another file named: a regular one, of a size that can be, where it may be. Pipes, devices
 * and files without an end are refused before anything is read of them. The operating system's message holds the absolute
 * path; here the file has the name that it was given.
 * @param absolute its path
 * @param shown the path as it was given
 * @throws Error that begins with `shown` and says what is wrong, which may be shown to the user
 */
export function readTextFile(absolute: string, shown: string, limits: FileLimits): string {
  return readOctets(absolute, shown, limits).toString("utf8");
}

/** The same of a file that is no text, or whose encoding nobody knows; see {@link readTextFile}. */
export function readOctets(absolute: string, shown: string, { most, within }: FileLimits): Buffer {
  try {
    const real = realpathSync(absolute);
    if (within !== undefined && !isInside(real, realpathSync(within))) {
      throw new Refused("a link that leads out of the folder it was read in");
    }
    // Looked at before it is opened: that waits at a pipe, and may move a device.
    requireRegular(statSync(real), most);
    const file = openSync(
      real,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
    try {
      requireRegular(fstatSync(file), most);
      return readAll(file, most);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Error(`${shown}: ${reasonOf(error)}`);
  }
}

/**
 * The same without reading it, for a file that another program reads.
 * @throws Error as {@link readTextFile} does
 */
export function requireFile(absolute: string, shown: string, { most }: Pick<FileLimits, "most">): void {
  try {
    requireRegular(statSync(absolute), most);
  } catch (error) {
    throw new Error(`${shown}: ${reasonOf(error)}`);
  }
}

/** Is the path the folder, or in it? Both absolute and, where links matter, resolved. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

class Refused extends Error {}

function requireRegular(stats: Stats, most: number): void {
  if (!stats.isFile()) throw new Refused(`${kindOf(stats)}, not a file`);
  if (stats.size > most) throw new Refused(`${stats.size} octets, more than the ${most} that are read`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

/** Its size says nothing of a file that grows, nor of those in /proc. */
function readAll(file: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let octets = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const length = readSync(file, chunk);
    if (length === 0) return Buffer.concat(chunks, octets);
    octets += length;
    if (octets > most) throw new Refused(`more than the ${most} octets that are read`);
    chunks.push(chunk.subarray(0, length));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "permission denied",
  ELOOP: "a link that leads to itself",
};

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? `the system answers ${code || "with an error"}`;
}

/**
 * Standard input to its end.
 * @param most octets that are read
 * @throws Error for more than that, and for what the system answers
 */
export function readStandardInput(most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let octets = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const length = readInput(chunk);
    if (length === 0) return Buffer.concat(chunks, octets);
    octets += length;
    if (octets > most) throw new Error(`more than the ${most} octets that are read`);
    chunks.push(chunk.subarray(0, length));
  }
}

/** A pipe to which nothing has been written yet answers EAGAIN, since Node does not wait for its standard streams. */
function readInput(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "an error";
      // What Windows says at the end.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new Error(`standard input: the system answers ${code}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
