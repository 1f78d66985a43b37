import { dirname, resolve } from "node:path";
import type { FoundZone } from "../../lib/adopt/found";
import { zoneFromFile } from "../../lib/adopt/zone-from-file";
import { parseName } from "../../lib/dns/name";
import { formatFileFault } from "../../lib/dns/read-zone-file";
import { formatFault } from "../../lib/fault";
import { cloudflareAccess } from "../../observe/cloudflare/access";
import { foundZone } from "../../observe/cloudflare/found-zone";
import { listZones } from "../../observe/cloudflare/list-zones";
import { Gate } from "../../observe/dns/pace";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { readTextFile } from "../read-file";
import { matchingNames } from "../select-stacks";

/** Where zones are read from. */
export interface Sources {
  readonly file?: readonly string[];
  readonly origin?: string;
  readonly host?: "cloudflare" | "route53" | "azure";
  readonly resourceGroup?: string;
  readonly zone?: readonly string[];
  readonly account?: string;
}

/** An option as it is written on the command line. */
export function flagOf(option: string): string {
  return `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Zones, or why they cannot be had, a line each. */
export type ReadZones =
  | { readonly ok: true; readonly zones: readonly FoundZone[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the zones of all sources that are given; all of them, or none. */
export async function readZones(sources: Sources, console: Pick<Console, "folder">): Promise<ReadZones> {
  return sources.file ? fromFiles(sources.file, sources, console) : fromCloudflare(sources);
}

/** In octets: a zone of a hundred thousand records. */
const MOST_OF_FILE = 32 * 1024 * 1024;

function fromFiles(files: readonly string[], sources: Sources, console: Pick<Console, "folder">): ReadZones {
  const host = hostOf(sources);
  if (sources.account !== undefined)
    throw new Misuse("--account goes with zones at Cloudflare, not with --file");
  if (sources.origin !== undefined && files.length > 1) {
    throw new Misuse("--origin is that of one file; each of several has to say its own");
  }
  const origin = sources.origin === undefined ? undefined : parseName(sources.origin);
  if (origin && !origin.ok) throw new Misuse(`--origin: ${origin.faults.map(formatFault).join("; ")}`);
  const problems: string[] = [];
  const zones: FoundZone[] = [];
  for (const file of files) {
    try {
      const absolute = resolve(console.folder, file);
      const text = readTextFile(absolute, file, { most: MOST_OF_FILE, within: dirname(absolute) });
      const { zone, faults } = zoneFromFile(text, host, origin?.value);
      problems.push(...faults.map((fault) => formatFileFault(file, fault)));
      if (zone) zones.push(zone);
      else problems.push(`${file}: no SOA record says which zone it is; expected --origin <name>`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(why.startsWith(file) ? why : `${file}: ${why}`);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, zones: chosen(zones, sources, ({ name }) => [name]) };
}

function hostOf({ host = "cloudflare", resourceGroup }: Sources): FoundZone["host"] {
  if (host !== "azure") {
    if (resourceGroup !== undefined) throw new Misuse("--resource-group goes with --host azure");
    return { kind: host };
  }
  if (resourceGroup === undefined) throw new Misuse("--host azure needs --resource-group");
  return { kind: "azure", resourceGroup };
}

/** Milliseconds for everything together; a budget of 1,200 calls in 5 minutes may keep the last back for long. */
const TOTAL = 30 * 60_000;
/** Zones that are listed at once. */
const AT_ONCE = 8;

async function fromCloudflare(sources: Sources): Promise<ReadZones> {
  for (const option of ["origin", "host", "resourceGroup"] as const) {
    if (sources[option] !== undefined) {
      throw new Misuse(`${flagOf(option)} goes with --file`);
    }
  }
  const access = cloudflareAccess(process.env);
  if (!access) {
    throw new Misuse(
      "there are no credentials of Cloudflare: set CLOUDFLARE_API_TOKEN, or name a zone file with --file",
    );
  }
  const signal = AbortSignal.timeout(TOTAL);
  const problems: string[] = [];
  try {
    const listed = await listZones(access, signal, sources.account);
    const named = chosen(listed, sources, ({ id, name }) => [name.toLowerCase(), id]).flatMap(
      ({ id, name }) => {
        const read = parseName(name);
        if (read.ok) return [{ id, name: read.value }];
        problems.push(`zone ${id}: ${read.faults.map(formatFault).join("; ")}`);
        return [];
      },
    );
    const gate = new Gate(AT_ONCE);
    const zones = await Promise.all(
      named.map((zone) =>
        gate
          .through(() => foundZone(access, zone, signal))
          .catch((error: unknown) => {
            problems.push(`${zone.name}: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
          }),
      ),
    );
    if (problems.length > 0) return { ok: false, problems: problems.sort() };
    return { ok: true, zones: zones.flatMap((zone) => zone ?? []) };
  } catch (error) {
    return { ok: false, problems: [...problems, error instanceof Error ? error.message : String(error)] };
  }
}

/** @throws Misuse if a glob matches none */
function chosen<T>(
  zones: readonly T[],
  { zone: globs }: Sources,
  names: (zone: T) => readonly string[],
): readonly T[] {
  if (!globs) return zones;
  const hits = globs.map((glob) => matchingNames(glob, zones.flatMap(names)));
  const idle = globs.filter((_, at) => hits[at]?.length === 0);
  if (idle.length > 0) throw new Misuse(`--zone ${idle.join(", ")}: no zone has this name or id`);
  const wanted = new Set(hits.flat());
  return zones.filter((zone) => names(zone).some((name) => wanted.has(name)));
}
