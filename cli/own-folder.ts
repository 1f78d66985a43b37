import { type Dirent, lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { errorCode } from "../rollout/disk-fault";
import { isInside } from "./read-file";

/**
 * What this program writes in an output folder, by the first part of its path: how many folders deep links are looked for
 * in it. Deeper, and in other folders, nothing is written but by Terraform; where that links packages of providers from
 * a cache of its own, the link leads out and is meant to.
 */
const PARTS: Readonly<Record<string, number>> = {
  stacks: 2,
  aws: 1,
  removed: 1,
  // A run's own folders are looked at when it is gone on with: of old runs there are many.
  runs: 2,
  plugins: 8,
};

/** Folders that lie deeper, in that of a stack. */
const IN_STACK: Readonly<Record<string, number>> = { ".terraform": 1, "terraform.d": 8 };

const OWN_FILES = /^(?:manifest\.json|mail-hygiene\.|\.synth-)/;

/**
 * Where a Terraform of this program installs packages, aside from all others, and links them from wherever they are found.
 * It is made anew each time, under a name that nobody knows before; what a run leaves that was killed, the next takes away
 * without a look into it.
 */
const SCRATCH = /^install-/;

/** More say no more. */
const MOST_TOLD = 10;

/**
 * Refuses an output folder that somebody has laid out for us, such as one that came with a repository: where a part that
 * this program reads or writes is a link that leads out of it, a file elsewhere would be written over; where it is a pipe
 * or a device, reading it would never end. Links inside the folder are none of these.
 * @param folder an absolute path; it may itself be a link, and need not be there
 * @param original a folder that links may lead into as well: the one that a sandbox's shadow stands for
 * @throws Error that names every such part
 */
export function requireOwnFolder(folder: string, original?: string): void {
  const within = [folder, ...(original === undefined ? [] : [original])].flatMap(realPath);
  const look = new Look(within);
  for (const entry of entriesOf(folder)) {
    const depth = PARTS[entry.name];
    if (depth === undefined && !OWN_FILES.test(entry.name)) continue;
    look.at(folder, entry, depth ?? 0);
  }
  look.end();
}

/** The same of the folder of one run: the files of its stacks, which are read and written when it is gone on with. */
export function requireOwnRun(folder: string): void {
  const look = new Look(realPath(folder));
  for (const entry of entriesOf(folder)) look.at(folder, entry, 1);
  look.end();
}

class Look {
  private readonly found: string[] = [];

  /** @param within resolved folders */
  constructor(private readonly within: readonly string[]) {}

  /** @param depth how many folders deep what is in it is looked at */
  at(folder: string, entry: Dirent, depth: number): void {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (basename(folder) === "plugins" && SCRATCH.test(entry.name)) return;
      const deeper = Math.max(depth, IN_STACK[entry.name] ?? 0);
      if (deeper > 0) for (const inner of entriesOf(path)) this.at(path, inner, deeper - 1);
    } else if (entry.isSymbolicLink()) {
      const target = targetOf(path);
      if (!this.within.some((one) => isInside(target, one)))
        this.found.push(`${path}: a link that leads out of it`);
      else if (isOdd(target)) this.found.push(`${path}: a link to what is no file`);
    } else if (!entry.isFile()) {
      this.found.push(`${path}: a pipe, a socket or a device`);
    }
  }

  end(): void {
    if (this.found.length === 0) return;
    const told = [...this.found].sort().slice(0, MOST_TOLD).join("; ");
    const more = this.found.length - MOST_TOLD;
    throw new Error(
      `an output folder holds files and folders of its own only: ${told}${more > 0 ? `; and ${more} more` : ""}; ` +
        "remove what this program did not put there, or name another folder with --out",
    );
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // It is not there, or goes while we look, as another run's may. What may not be read says so where it is needed.
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errorCode(error) ?? "")) return [];
    throw error;
  }
}

/** More links after one another than any system follows. */
const MOST_LINKS = 40;

/** Where a path leads, also where nothing is there: a file that is written would be made there. */
function targetOf(path: string, links = MOST_LINKS): string {
  const [real] = realPath(path);
  const folder = dirname(path);
  if (real !== undefined || folder === path) return real ?? path;
  const named = join(targetOf(folder, links), basename(path));
  const next = linkIn(named);
  return next === undefined || links === 0 ? named : targetOf(resolve(dirname(named), next), links - 1);
}

function linkIn(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

function isOdd(path: string): boolean {
  try {
    const stats = lstatSync(path);
    return !stats.isFile() && !stats.isDirectory() && !stats.isSymbolicLink();
  } catch {
    return false;
  }
}
