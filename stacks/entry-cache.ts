import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DomainEntry, KnownEntries } from "../lib/estate/by-entry";
import { isMapping } from "../lib/mapping";
import { sha256 } from "./output-cache";

/** Beside the output cache: the domains' entries of the last synth as they were read, by a hash over their text. */
export const ENTRIES_FILE = "mail-hygiene.entries.json";

/**
 * The domains' entries that a synth read, kept in its output folder for the next. An entry follows from its text and this
 * tool alone, so it is believed if the file is whole and this build wrote it. Faulty entries are never kept.
 */
export class EntryCache implements KnownEntries {
  private readonly file: string;
  private readonly before: ReadonlyMap<string, DomainEntry>;
  private readonly used = new Map<string, DomainEntry>();

  /** @param tool what the tool is, see `toolId`; without it nothing is believed, nor kept */
  constructor(
    out: string,
    private readonly tool: string | undefined,
  ) {
    this.file = join(out, ENTRIES_FILE);
    this.before = tool === undefined ? new Map() : readEntries(this.file, tool);
  }

  get(text: string): DomainEntry | undefined {
    return this.before.get(sha256(text));
  }

  set(text: string, entry: DomainEntry): void {
    this.used.set(sha256(text), entry);
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
    const entries = JSON.stringify(Object.fromEntries([...this.used].sort(([a], [b]) => (a < b ? -1 : 1))));
    const head = JSON.stringify({ tool: this.tool, sha256: sha256(entries) });
    // A new one: a link that lies there is not followed.
    rmSync(`${this.file}.new`, { force: true });
    writeFileSync(`${this.file}.new`, `${head}\n${entries}\n`, { flag: "wx" });
    renameSync(`${this.file}.new`, this.file);
  }
}

/** What this build kept; nothing if another did, or the file is not what was written. */
function readEntries(file: string, tool: string): ReadonlyMap<string, DomainEntry> {
  try {
    const [head = "", entries = ""] = readFileSync(file, "utf8").split("\n");
    const written: unknown = JSON.parse(head);
    if (!isMapping(written) || written.tool !== tool || written.sha256 !== sha256(entries)) return new Map();
    // The bytes that this build wrote, so the form that it gave them: to look would cost what is saved.
    return new Map(Object.entries(JSON.parse(entries) as Record<string, DomainEntry>));
  } catch {
    return new Map();
  }
}
