import { dirname, resolve } from "node:path";
import type { FoundZone } from "../../lib/adopt/found";
import { FILE_SOURCES, type FileSource, type FileSourceName } from "../../lib/adopt/from";
import type { Console } from "../console";
import { estateFilesIn } from "../estate-files";
import { Misuse } from "../misuse";
import { readTextFile } from "../read-file";
import { chosen, hostOf, nameOf, type ReadZones, requireNone, type Sources } from "./sources";

/** In octets: a zone of a hundred thousand records. */
const MOST_OF_FILE = 32 * 1024 * 1024;

/** Of each file: more of them say no more, and a file may be full of them. */
const MOST_PROBLEMS = 100;

/** The zones of files; of all of them, or of none. */
export function fromFiles(
  from: FileSourceName,
  files: readonly string[],
  sources: Sources,
  console: Pick<Console, "folder">,
): ReadZones {
  const { read, needsHost, needsOrigin }: FileSource = FILE_SOURCES[from];
  requireNone(sources, ["account"], (flag) => `${flag} goes with zones at Cloudflare, not with --file`);
  requireNone(sources, ["server"], (flag) => `${flag} goes with --from axfr`);
  if (!needsHost) {
    requireNone(
      sources,
      ["host", "resourceGroup"],
      (flag) => `--from ${from} tells where its zones are; ${flag} does not go with it`,
    );
  }
  if (!needsOrigin) {
    requireNone(sources, ["origin"], (flag) => `--from ${from} tells its zones; ${flag} does not go with it`);
  }
  if (sources.origin !== undefined && files.length > 1) {
    throw new Misuse("--origin is that of one file; each of several has to say its own");
  }
  const host = hostOf(sources);
  const origin = sources.origin === undefined ? undefined : nameOf("--origin", sources.origin);
  const problems: string[] = [];
  const zones: FoundZone[] = [];
  for (const file of files) {
    try {
      const absolute = resolve(console.folder, file);
      const text = readTextFile(absolute, file, { most: MOST_OF_FILE, within: dirname(absolute) });
      const found = read(text, { file, host, origin, beside: estateFilesIn(console.folder, file) });
      problems.push(...found.problems.slice(0, MOST_PROBLEMS));
      const more = found.problems.length - MOST_PROBLEMS;
      if (more > 0) problems.push(`${file}: ${more} more of them`);
      for (const zone of found.zones) zones.push(zone);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(why.startsWith(file) ? why : `${file}: ${why}`);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, zones: chosen(zones, sources, namesOf) };
}

/** A zone is chosen by its name, or by its id where the file tells one. */
function namesOf({ name, host }: FoundZone): readonly string[] {
  return host.kind === "cloudflare" && host.zoneId !== undefined ? [name, host.zoneId] : [name];
}
