import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DomainEntry, KnownEntries } from "../lib/estate/by-entry";
import { isMapping } from "../lib/mapping";
import { sha256 } from "./output-cache";
import { writeAnew } from "./write-anew";

/** Beside the output cache: the domains' entries of the last synth as they were read, by a hash over their text. */
export const ENTRIES_FILE = "mail-hygiene.entries.json";

/**
 * The domains' entries that a synth read, kept in its output folder for the next. An entry follows from its text and this
 * tool alone, so it is believed if the file is whole and this build wrote it. Faulty entries are never kept.
 */
export class EntryCache implements KnownEntries {
  private readonly file: string;
  /** JSON of each entry, by the hash over its text. */
  private readonly before: ReadonlyMap<string, string>;
  private readonly used = new Map<string, string>();

  /** @param tool what the tool is, see `toolId`; without it nothing is believed, nor kept */
  constructor(
    out: string,
    private readonly tool: string | undefined,
  ) {
    this.file = join(out, ENTRIES_FILE);
    this.before = tool === undefined ? new Map() : readEntries(this.file, tool);
  }

  get(text: string): DomainEntry | undefined {
    const hash = sha256(text);
    const json = this.before.get(hash);
    if (json === undefined) return undefined;
    this.used.set(hash, json);
    // The bytes that this build wrote, so the form that it gave them: to look would cost what is saved.
    return JSON.parse(json) as DomainEntry;
  }

  set(text: string, entry: DomainEntry): void {
    if (this.tool !== undefined) this.used.set(sha256(text), JSON.stringify(entry));
  }

  /** Keeps the entries of this synth, and none of those before that are in the estate no more. */
  save(): void {
    if (this.tool === undefined) {
      rmSync(this.file, { force: true });
      return;
    }
    const isSame =
      this.used.size === this.before.size && [...this.used.keys()].every((key) => this.before.has(key));
    if (isSame) return;
    const hashes = [...this.used.keys()].sort();
    const entries = hashes.map((hash) => `${hash} ${this.used.get(hash)}\n`).join("");
    const head = JSON.stringify({ tool: this.tool, sha256: sha256(entries) });
    writeAnew(`${this.file}.new`, `${head}\n${entries}`);
    renameSync(`${this.file}.new`, this.file);
  }
}

/** JSON of what this build kept; nothing if another did, or the file is not what was written. */
function readEntries(file: string, tool: string): ReadonlyMap<string, string> {
  try {
    const text = readFileSync(file, "utf8");
    const begin = text.indexOf("\n") + 1;
    const written: unknown = JSON.parse(text.slice(0, begin));
    const entries = text.slice(begin);
    if (!isMapping(written) || written.tool !== tool || written.sha256 !== sha256(entries)) return new Map();
    const lines = entries.split("\n").slice(0, -1);
    return new Map(lines.map((line) => [line.slice(0, HASH_LENGTH), line.slice(HASH_LENGTH + 1)]));
  } catch {
    return new Map();
  }
}

/** Hexadecimal digits of a SHA-256. */
const HASH_LENGTH = 64;
