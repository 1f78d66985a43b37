import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Fault, fail, ok, type Result } from "../../lib/fault";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import {
  ABOUT,
  evidenceFiles,
  isEvidenceFile,
  MOST_FILES,
  MOST_OF_FILE,
  MOST_OF_FOLDER,
  readEvidence,
} from "../../lib/tenant-reading/evidence-files";

/** Names of accounts, domains and settings stand in it: for its owner alone. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Writes evidence into a folder that is not there, or is empty, all of it or nothing.
 * @param folder an absolute path
 * @returns faults that name the folder as it was given
 */
export function writeEvidenceFolder(folder: string, shown: string, evidence: Evidence): Result<void> {
  const target = resolve(folder);
  const taken = whyTaken(target);
  if (taken !== undefined)
    return fail({ message: `${shown}: ${taken}`, fix: "name a folder that is not there" });
  const made = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    // Not there before: what somebody has laid out under that name is neither written into nor taken away.
    mkdirSync(made, { mode: PRIVATE_FOLDER });
  } catch (error) {
    return fail({ message: `${shown}: the evidence could not be written: ${reason(error)}` });
  }
  try {
    for (const [file, text] of evidenceFiles(evidence)) {
      const path = join(made, ...file.split("/"));
      mkdirSync(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
      writeNew(path, text);
    }
    // An empty folder gives way; one in which something appeared meanwhile does not.
    if (lstatSync(target, { throwIfNoEntry: false })) rmdirSync(target);
    renameSync(made, target);
    return ok(undefined);
  } catch (error) {
    return fail({ message: `${shown}: the evidence could not be written: ${reason(error)}` });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Why nothing may be written there; `undefined` if it may. To be asked before a tenant is read. */
export function whyTaken(folder: string): string | undefined {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return "there is something already that is no folder";
  return readdirSync(folder).length > 0 ? "there is a folder already, with files in it" : undefined;
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, "wx", PRIVATE_FILE);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads evidence that somebody kept. Nothing in it is trusted: neither links, pipes and devices nor sizes nor shapes; what
 * evidence has no place for is told too, since it may have been meant.
 * @param folder an absolute path
 * @param shown the folder as it was given
 */
export function readEvidenceFolder(folder: string, shown: string): Result<Evidence> {
  const faults: Fault[] = [];
  const files = new Map<string, string>();
  let octets = 0;
  let seen = 0;
  const tell = (path: string, message: string) => {
    faults.push({ message: `${shown}: ${path}: ${message}` });
  };
  const look = (below: string, depth: number) => {
    for (const entry of entriesOf(join(folder, below))) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      seen += 1;
      if (seen > MOST_FILES) return;
      if (entry.isDirectory() && depth > 0) look(path, depth - 1);
      else if (!entry.isFile()) tell(path, "neither a file nor a folder, or too deep");
      else if (path !== ABOUT && !isEvidenceFile(path)) tell(path, "no file of evidence");
      else {
        const text = readSmall(join(folder, path), MOST_OF_FOLDER - octets);
        if (typeof text === "string") {
          octets += Buffer.byteLength(text);
          files.set(path, text);
        } else tell(path, text.why);
      }
    }
  };
  try {
    look("", 12);
  } catch (error) {
    return fail({ message: `${shown}: ${reason(error)}` });
  }
  if (seen > MOST_FILES) {
    return fail({
      message: `${shown}: more than ${MOST_FILES} files and folders`,
      expected: "a folder of evidence",
    });
  }
  const read = readEvidence(files);
  if (read.ok && faults.length === 0) return read;
  return fail(...faults, ...(read.ok ? [] : read.faults));
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A regular file of a size that can be, at once or not at all. */
function readSmall(path: string, left: number): string | { readonly why: string } {
  try {
    const file = openSync(
      path,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
    try {
      const stats = fstatSync(file);
      const most = Math.min(MOST_OF_FILE, left);
      if (!stats.isFile()) return { why: "not a file" };
      if (stats.size > most) return { why: `${stats.size} octets, more than the ${most} that are read` };
      return readFileSync(file, "utf8");
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { why: reason(error) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "it is there already",
  ELOOP: "a link",
  ENOENT: "no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "not a folder",
  ENOTEMPTY: "there is a folder already, with files in it",
  EROFS: "permission denied",
};

function reason(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (code === "" && error instanceof Error) return error.message;
  return REASONS[code] ?? `the system answers ${code || "with an error"}`;
}
