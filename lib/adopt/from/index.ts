import { zonesFromAzure } from "./azure";
import { zonesFromDnscontrol } from "./dnscontrol";
import { zoneFromOctodns } from "./octodns";
import { zoneFromRoute53 } from "./route53";
import type { SourceReader } from "./source";
import { zonesFromState } from "./terraform-state";
import { zoneFromFile } from "./zone-file";

/** The kinds of files that zones are read from. */
export interface FileSource {
  readonly read: SourceReader;
  /** Does the file leave open where its zones are, so that `--host` says it? */
  readonly needsHost: boolean;
  /** May the file leave open which zone it is, so that `--origin` says it? */
  readonly needsOrigin: boolean;
}

export const FILE_SOURCES = {
  "zone-file": { read: zoneFromFile, needsHost: true, needsOrigin: true },
  terraform: { read: zonesFromState, needsHost: false, needsOrigin: true },
  octodns: { read: zoneFromOctodns, needsHost: true, needsOrigin: true },
  dnscontrol: { read: zonesFromDnscontrol, needsHost: true, needsOrigin: false },
  route53: { read: zoneFromRoute53, needsHost: false, needsOrigin: false },
  azure: { read: zonesFromAzure, needsHost: false, needsOrigin: false },
} as const satisfies Readonly<Record<string, FileSource>>;

/** Its name on the command line. */
export type FileSourceName = keyof typeof FILE_SOURCES;
