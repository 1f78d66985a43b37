import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import picomatch from "picomatch";
import type { EstateFiles } from "../lib/estate/files";

/**
 * The estate's files on disk. Paths stay as the user gave them: relative ones remain relative to `folder`,
 * so that no path of this machine gets into a message or an output.
 * @param folder where relative paths begin
 */
export function estateFilesIn(folder: string): EstateFiles {
  return {
    read: (path) => readText(resolve(folder, path), path),
    glob: (pattern, relativeTo) => {
      const here = posix.dirname(slashes(relativeTo));
      const { base, glob, isGlob } = picomatch.scan(slashes(pattern));
      const start = posix.join(here, base);
      if (!isGlob) return isFile(resolve(folder, start)) ? [start] : [];
      const matches = picomatch(glob);
      return filesBelow(resolve(folder, start), deepest(glob))
        .filter((path) => matches(path))
        .map((path) => posix.join(start, path))
        .sort();
    },
  };
}

function slashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** The operating system's message holds the absolute path; the code alone says as much. */
function readText(absolute: string, shown: string): string {
  try {
    return readFileSync(absolute, "utf8");
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
    throw new Error(`${shown}: ${REASONS[code] ?? `the system answers ${code || "with an error"}`}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "a folder, not a file",
  ENOTDIR: "no such file",
  EACCES: "permission denied",
};

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
function filesBelow(absolute: string, depth: number): string[] {
  return entries(absolute).flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    if (depth <= 0) return [];
    return filesBelow(resolve(absolute, entry.name), depth - 1).map((path) => `${entry.name}/${path}`);
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
