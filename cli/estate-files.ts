import { type Dirent, readdirSync, realpathSync } from "node:fs";
import { dirname, posix, resolve } from "node:path";
import type { EstateFiles } from "../lib/estate/files";
import { MOST_IN_FILE } from "../lib/estate/tree";
import { pathPattern } from "../lib/glob";
import { isInside, readStandardInput, readTextFile } from "./read-file";

/**
 * The estate's files on disk, all of them in the folder of the estate file or below it. Paths stay as the user gave them:
 * relative ones remain relative to `folder`, so that no path of this machine gets into a message or an output.
 * @param folder where relative paths begin
 * @param estate the path of the estate file; `-` is standard input, whose includes are relative to `folder`
 * @param input what standard input holds. @default read to its end
 */
export function estateFilesIn(folder: string, estate: string, input = standardInput): EstateFiles {
  const within = dirname(resolve(folder, estate));
  let whole: string | undefined;
  return {
    read(path) {
      if (estate !== STANDARD_INPUT || path !== estate) {
        return readTextFile(resolve(folder, path), path, { most: MOST_IN_FILE, within });
      }
      // It can be read once, and is asked for again where something is wrong.
      whole ??= input();
      return whole;
    },
    glob: (pattern, relativeTo) => {
      if (pattern.length > LONGEST_PATTERN) throw new Error(`${LONGEST_PATTERN} characters at most`);
      const { fixed, glob } = parts(slashes(pattern));
      const start = posix.join(posix.dirname(slashes(relativeTo)), fixed);
      requireInside(resolve(folder, start), within);
      if (glob === "") return isFile(resolve(folder, start)) ? [start] : [];
      const wanted = pathPattern(glob);
      return filesBelow(resolve(folder, start), deepest(glob), /(?:^|[/{,])\./.test(glob))
        .filter((path) => wanted.test(path))
        .map((path) => posix.join(start, path))
        .sort();
    },
  };
}

const LONGEST_PATTERN = 1000;

/** The folders, or the whole path, that a pattern begins with as they are written, and the rest of it. */
function parts(pattern: string): { readonly fixed: string; readonly glob: string } {
  const all = pattern.split("/");
  const first = all.findIndex((part) => /[*?[\]{}]/.test(part));
  if (first < 0) return { fixed: pattern, glob: "" };
  return { fixed: all.slice(0, first).join("/"), glob: all.slice(first).join("/") };
}

const STANDARD_INPUT = "-";

function standardInput(): string {
  return readStandardInput(MOST_IN_FILE).toString("utf8");
}

/** Looked at before a folder is: what is elsewhere is not even listed. */
function requireInside(absolute: string, within: string): void {
  if (isInside(absolute, within) && leadsInside(absolute, within)) return;
  throw new Error("a file in the folder of the estate, or below it");
}

/** Whether links on the way stay inside; a path that is not there leads nowhere. */
function leadsInside(absolute: string, within: string): boolean {
  try {
    return isInside(realpathSync(absolute), realpathSync(within));
  } catch {
    return true;
  }
}

function slashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

function isFile(absolute: string): boolean {
  return entries(posix.dirname(slashes(absolute))).some(
    (entry) => entry.name === posix.basename(slashes(absolute)) && !entry.isDirectory(),
  );
}

/** How many folders deep a glob can reach. */
function deepest(glob: string): number {
  return glob.includes("**") ? Number.POSITIVE_INFINITY : glob.split("/").length - 1;
}

/** The files below a folder, relative to it. Links to folders are not followed: they could lead in circles. */
function filesBelow(absolute: string, depth: number, hidden: boolean): string[] {
  return entries(absolute).flatMap((entry) => {
    if (entry.name.startsWith(".") && !hidden) return [];
    if (!entry.isDirectory()) return [entry.name];
    if (depth <= 0) return [];
    return filesBelow(resolve(absolute, entry.name), depth - 1, hidden).map(
      (path) => `${entry.name}/${path}`,
    );
  });
}

/** A folder that is not there or cannot be read holds nothing that a glob could match. */
function entries(absolute: string): Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch {
    return [];
  }
}
