import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { formatFault, type Result } from "../../lib/fault";
import { formatIncident, type Incident, incidentId, parseIncident } from "../../lib/incident/incident";
import { writeAnew } from "../../rollout/write-anew";
import { readTextFile } from "../read-file";

/** The folder of incidents, beside the estate file. */
const FOLDER = "incidents";
/** More is no incident. */
const MOST = 1_000_000;

/** An incident and its file. */
export interface IncidentFile {
  readonly id: string;
  /** As people write it, relative to where they are. */
  readonly path: string;
  readonly incident: Incident;
}

/**
 * Reads one incident's file.
 * @param shown the path as people write it
 * @param within the folder that it has to be in
 * @throws Error if there is no such file, or none that may be read
 */
export function readIncident(absolute: string, shown: string, within: string): Result<Incident> {
  return parseIncident(readTextFile(absolute, shown, { most: MOST, within }));
}

/** @throws Error if the next run could not read it: then nobody could go on with it, nor release */
function requireReadable(text: string, path: string): void {
  const octets = Buffer.byteLength(text);
  if (octets > MOST)
    throw new Error(`${path} would have ${octets} octets, more than the ${MOST} that are read`);
  const read = parseIncident(text);
  if (read.ok) return;
  throw new Error(
    read.faults.map((fault) => `${path} could not be read again: ${formatFault(fault)}`).join("\n"),
  );
}

/** The incidents beside an estate. */
export class IncidentFiles {
  private readonly within: string;

  /**
   * @param folder where relative paths begin
   * @param estate the path of the estate file
   */
  constructor(
    private readonly folder: string,
    private readonly estate: string,
  ) {
    this.within = dirname(resolve(folder, estate));
  }

  /**
   * The incident of an account that is not released; undefined if there is none.
   * @throws Error with every file that cannot be read: one of them could be it
   */
  open(account: string, tenant: string): IncidentFile | undefined {
    const { open, faults } = this.allOpen();
    if (faults.length > 0) throw new Error(faults.join("\n"));
    const its = open.filter(
      ({ incident }) =>
        incident.account.toLowerCase() === account.toLowerCase() && incident.tenant === tenant,
    );
    if (its.length <= 1) return its[0];
    throw new Error(
      `${its.map(({ path }) => path).join(", ")} are all open incidents of ${account}: keep one`,
    );
  }

  /** All that are not released, and what is wrong with files that cannot be read. */
  allOpen(): { readonly open: readonly IncidentFile[]; readonly faults: readonly string[] } {
    const faults: string[] = [];
    const open: IncidentFile[] = [];
    for (const name of this.names()) {
      const path = join(dirname(this.estate), FOLDER, name);
      const read = readIncident(resolve(this.folder, path), path, this.within);
      if (!read.ok) faults.push(...read.faults.map((fault) => `${path}: ${formatFault(fault)}`));
      else if (read.value.released === undefined)
        open.push({ id: name.replace(/\.yaml$/, ""), path, incident: read.value });
    }
    return { open, faults };
  }

  /** A new incident's file; its name is that of no other. */
  begin(incident: Incident): IncidentFile {
    const stem = incidentId(incident);
    for (let attempt = 1; ; attempt += 1) {
      const id = attempt === 1 ? stem : `${stem}-${attempt}`;
      const path = join(dirname(this.estate), FOLDER, `${id}.yaml`);
      if (existsSync(resolve(this.folder, path))) continue;
      mkdirSync(join(this.within, FOLDER), { recursive: true });
      return this.write({ id, path, incident });
    }
  }

  /** Replaces the file at once: a reader, or a kill, finds the old one or the new one. */
  write(file: IncidentFile): IncidentFile {
    const absolute = resolve(this.folder, file.path);
    const text = formatIncident(file.incident);
    requireReadable(text, file.path);
    try {
      writeAnew(`${absolute}.new`, text, 0o600);
      renameSync(`${absolute}.new`, absolute);
    } catch (error) {
      rmSync(`${absolute}.new`, { force: true });
      throw error;
    }
    return file;
  }

  private names(): readonly string[] {
    const folder = join(this.within, FOLDER);
    return existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(".yaml"))
          .sort()
      : [];
  }
}
