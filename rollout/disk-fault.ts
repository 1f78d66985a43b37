import { isMapping } from "../lib/mapping";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk; make room",
  EDQUOT: "the disk quota is used up; make room",
  EROFS: "the file system is read-only",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  ENOTDIR: "a part of its path is no folder",
  EEXIST: "a file is in its place",
  EMFILE: "this process has too many files open",
  EFBIG: "the file would be larger than its limit (ulimit -f)",
};

/** What went wrong with files, with the way out, e.g. of a full disk. */
export function writeFault(path: string, error: unknown): Error {
  return new Error(`cannot write in ${path}: ${diskReason(error)}`, { cause: error });
}

/** What somebody threw while an output was written: a fault of the file system with where it was and the way out. */
export function whileWriting(path: string, error: unknown): unknown {
  return Object.hasOwn(REASONS, errorCode(error) ?? "") ? writeFault(path, error) : error;
}

/** A fault of the file system in plain words; others in their own. */
export function diskReason(error: unknown): string {
  const message = errorMessage(error);
  const reason = REASONS[errorCode(error) ?? ""];
  return reason === undefined ? message : `${reason} (${message})`;
}

/** What somebody threw, in its own words. */
export function errorMessage(error: unknown): string {
  return isMapping(error) && typeof error.message === "string" ? error.message : String(error);
}

/** E.g. `ENOSPC`. */
export function errorCode(error: unknown): string | undefined {
  return isMapping(error) && typeof error.code === "string" ? error.code : undefined;
}
