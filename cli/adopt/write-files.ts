import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import type { AdoptedFiles } from "../../lib/adopt/files";
import { writeReason } from "../write-reason";

/**
 * Writes files that are not there yet, all of them or none.
 * @returns why nothing was written
 */
export function writeNewFiles(files: AdoptedFiles, folder: string): string | undefined {
  const paths = Object.keys(files);
  const there = paths.filter((path) => existsSync(resolve(folder, path)));
  if (there.length > 0) return `${there.join(", ")}: there already; take it away, or name another estate`;
  const parts = paths.map((path) => ({ path, part: `${resolve(folder, path)}.adopt-${process.pid}` }));
  const made: string[] = [];
  try {
    for (const { path, part } of parts) writeWhole(part, files[path] ?? "");
    // A link fails where somebody made the file in the meantime.
    for (const { path, part } of parts) {
      linkSync(part, resolve(folder, path));
      made.push(resolve(folder, path));
    }
    return undefined;
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    return `${paths.join(", ")}: ${writeReason(error)}`;
  } finally {
    for (const { part } of parts) rmSync(part, { force: true });
  }
}

/**
 * Writes a file in place of the one that is there, at once.
 * @returns why it was not written
 */
export function replaceFile(path: string, text: string, folder: string): string | undefined {
  const file = resolve(folder, path);
  const part = `${file}.adopt-${process.pid}`;
  try {
    writeWhole(part, text);
    renameSync(part, file);
    return undefined;
  } catch (error) {
    rmSync(part, { force: true });
    return `${path}: ${writeReason(error)}`;
  }
}

function writeWhole(path: string, text: string): void {
  const handle = openSync(path, "wx");
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
