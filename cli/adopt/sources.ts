import type { FoundZone } from "../../lib/adopt/found";
import type { FileSourceName } from "../../lib/adopt/from";
import { type DnsName, parseName } from "../../lib/dns/name";
import { formatFault } from "../../lib/fault";
import { Misuse } from "../misuse";
import { matchingNames } from "../select-stacks";

/** What zones are read from. */
export type SourceName = "cloudflare" | "axfr" | FileSourceName;

/** Where zones are read from, as the command line says it. */
export interface Sources {
  readonly from?: SourceName;
  readonly file?: readonly string[];
  readonly server?: string;
  readonly origin?: string;
  readonly host?: "cloudflare" | "route53" | "azure";
  readonly resourceGroup?: string;
  readonly zone?: readonly string[];
  readonly account?: string;
}

/** Zones, or why they cannot be had, a line each. */
export type ReadZones =
  | { readonly ok: true; readonly zones: readonly FoundZone[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** An option as it is written on the command line. */
export function flagOf(option: string): string {
  return `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** @throws Misuse if one of the options is given */
export function requireNone(
  sources: Sources,
  options: readonly (keyof Sources)[],
  why: (flag: string) => string,
): void {
  for (const option of options) if (sources[option] !== undefined) throw new Misuse(why(flagOf(option)));
}

/** Where zones are to be declared whose source does not tell it. */
export function hostOf({ host = "cloudflare", resourceGroup }: Sources): FoundZone["host"] {
  if (host !== "azure") {
    if (resourceGroup !== undefined) throw new Misuse("--resource-group goes with --host azure");
    return { kind: host };
  }
  if (resourceGroup === undefined) throw new Misuse("--host azure needs --resource-group");
  return { kind: "azure", resourceGroup };
}

/** The name that an option gives. */
export function nameOf(option: string, text: string): DnsName {
  const read = parseName(text);
  if (!read.ok) throw new Misuse(`${option}: ${read.faults.map(formatFault).join("; ")}`);
  return read.value;
}

/** The zones that the globs of `--zone` choose. @throws Misuse if a glob matches none */
export function chosen<T>(
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
