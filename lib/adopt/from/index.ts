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
  /** Do its records have ids by which Terraform takes them over? */
  readonly tellsIds: boolean;
}

export const FILE_SOURCES = {
  "zone-file": { read: zoneFromFile, needsHost: true, tellsIds: false },
  terraform: { read: zonesFromState, needsHost: false, tellsIds: true },
  octodns: { read: zoneFromOctodns, needsHost: true, tellsIds: false },
  dnscontrol: { read: zonesFromDnscontrol, needsHost: true, tellsIds: false },
  route53: { read: zoneFromRoute53, needsHost: false, tellsIds: false },
  azure: { read: zonesFromAzure, needsHost: false, tellsIds: false },
} as const satisfies Readonly<Record<string, FileSource>>;

/** Its name on the command line. */
export type FileSourceName = keyof typeof FILE_SOURCES;
