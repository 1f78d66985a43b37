import { randomUUID } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { shellWord } from "../lib/shell-word";
import { atExit } from "./at-exit";
import { errorCode, writeFault } from "./disk-fault";
import { identityOf, livenessOf, ProcessIdentitySchema } from "./process-identity";

/** The lock's file in the folder; those that took over from the dead have a number behind it. */
export const LOCK_NAME = "mail-hygiene.lock";

const Owner = v.object({
  /** Tells this lock from any other that was or will be here. */
  id: v.string(),
  /** What it does, e.g. `deploy`. */
  command: v.string(),
  user: v.string(),
  /** UTC, ISO 8601. */
  since: v.string(),
  process: ProcessIdentitySchema,
});

/** Who works in a folder. */
export type LockOwner = Readonly<v.InferOutput<typeof Owner>>;

/** Another process works in the folder, or it cannot be seen whether one does. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

export interface FolderLock {
  /** The owner that was gone, and from whom it was taken over. */
  readonly tookOverFrom?: LockOwner | undefined;
  release(): void;
}

/**
 * Makes this process the only one that works in a folder, until it lets go or ends; the folder is made. A lock is a file
 * that is there at once and whole (a hard link). Where its owner is gone, exactly one can take over: by the file with
 * the next number, which counts as long as the one before is still that of the dead.
 * @throws FolderInUse with the owner and the way out
 * @throws Error if the folder cannot be written
 */
export function lockFolder(folder: string, command: string): FolderLock {
  const owner: LockOwner = {
    id: randomUUID(),
    command,
    user: userName(),
    since: new Date().toISOString(),
    process: identityOf(process.pid),
  };
  for (;;) {
    const created = makeFolder(folder);
    const before = latest(folder);
    if (before && !before.owner && !existsSync(before.file)) continue;
    if (before) refuseUnlessGone(before);
    const place = (before?.place ?? 0) + 1;
    const file = fileOf(folder, place);
    if (!put(folder, file, owner)) continue;
    if (before && readOwner(before.file)?.id !== before.owner?.id) {
      // Somebody else took over, and was done, since we looked.
      rmSync(file, { force: true });
      continue;
    }
    removeStaged(folder);
    const forget = atExit(() => letGo(folder, place, created));
    return { tookOverFrom: before?.owner, release: forget };
  }
}

interface Found {
  readonly place: number;
  readonly file: string;
  /** Missing where the file cannot be read as one of a lock. */
  readonly owner: LockOwner | undefined;
}

/** The lock that counts. */
function latest(folder: string): Found | undefined {
  const place = Math.max(0, ...namesIn(folder).map(placeOf));
  if (place === 0) return undefined;
  const file = fileOf(folder, place);
  return { place, file, owner: readOwner(file) };
}

function fileOf(folder: string, place: number): string {
  return join(folder, place === 1 ? LOCK_NAME : `${LOCK_NAME}.${place}`);
}

/** 0 for what is no lock. */
function placeOf(name: string): number {
  if (name === LOCK_NAME) return 1;
  const [, number] = PLACE.exec(name) ?? [];
  return Number(number ?? 0);
}

const PLACE = new RegExp(`^${LOCK_NAME.replaceAll(".", "\\.")}\\.(\\d{1,9})$`);
const STAGED = `${LOCK_NAME}.new-`;

function readOwner(file: string): LockOwner | undefined {
  try {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Owner), readFileSync(file, "utf8"));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

function refuseUnlessGone({ file, owner }: Found): void {
  if (!owner) {
    throw new FolderInUse(
      `${file} is no lock that this version reads, so nobody knows who works here; when nobody does: rm ${shellWord(file)}`,
    );
  }
  const liveness = livenessOf(owner.process);
  if (liveness === "gone") return;
  const { command, user, since, process: running } = owner;
  const who = `a ${command} of ${user}, since ${since}, as process ${running.pid} on ${running.host}`;
  throw new FolderInUse(
    liveness === "alive"
      ? `another run works in this folder: ${who}; wait for its end, or stop it`
      : `another run works in this folder, as far as its lock says: ${who}, which cannot be seen from here; ` +
          `when it does not run any more: rm ${shellWord(file)}`,
  );
}

/** @returns whether the lock is ours now */
function put(folder: string, file: string, owner: LockOwner): boolean {
  const text = `${JSON.stringify(owner, undefined, 2)}\n`;
  const staged = join(folder, `${STAGED}${owner.id}`);
  try {
    writeFileSync(staged, text, { flag: "wx" });
    try {
      linkSync(staged, file);
    } catch (error) {
      const code = errorCode(error);
      // EEXIST: another was first. ENOENT: another, who has the lock, took our file for one that was left.
      if (code === "EEXIST" || code === "ENOENT") return false;
      // The file system has no hard links.
      writeFileSync(file, text, { flag: "wx" });
    }
    return true;
  } catch (error) {
    const code = errorCode(error);
    // ENOENT: another who was done took the empty folder away.
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw writeFault(folder, error);
  } finally {
    rmSync(staged, { force: true });
  }
}

/** Takes away what those left who were killed while they asked for the lock. */
function removeStaged(folder: string): void {
  for (const name of namesIn(folder))
    if (name.startsWith(STAGED)) rmSync(join(folder, name), { force: true });
}

/** The dead first, so that their number is free only when ours is. */
function letGo(folder: string, own: number, created: boolean): void {
  for (let place = 1; place <= own; place++) rmSync(fileOf(folder, place), { force: true });
  if (created) removeIfEmpty(folder);
}

/** @returns whether it was not there */
function makeFolder(folder: string): boolean {
  try {
    return mkdirSync(folder, { recursive: true }) !== undefined;
  } catch (error) {
    throw writeFault(folder, error);
  }
}

/** A refused estate leaves nothing behind. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // There is something in it, and it stays.
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw writeFault(folder, error);
  }
}

/** In containers a user may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ""}`.trim();
  }
}
