import { HOSTS } from "../../hosts";
import type { ExtraRecordOptions } from "../options";
import type { FoundZone, UnreadRecord } from "./found";
import type { Match } from "./match";
import { keyFor, verbatim } from "./verbatim";

/** Records of others in sets that a domain writes. */
export interface KeptRecords {
  /** Under `keep` of the domain. */
  readonly keep: Readonly<Record<string, ExtraRecordOptions>>;
  /** Those that cannot be written, and would be lost. */
  readonly lost: readonly UnreadRecord[];
}

/**
 * Where a host has one set for all records of a name and type, whoever writes some of them writes all: those that the domain
 * does not declare have to be kept.
 */
export function keptBeside(
  { name, host, records, unread }: FoundZone,
  matches: readonly Match[],
): KeptRecords {
  if (!HOSTS[host.kind].hasRecordSets) return { keep: {}, lost: [] };
  const own = new Set(matches.map(({ found }) => found));
  const sets = new Set(matches.map(({ found: { record } }) => `${record.type} ${record.name}`));
  const taken = new Set<string>();
  const keep: Record<string, ExtraRecordOptions> = {};
  for (const found of records) {
    const { record } = found;
    if (own.has(found) || !sets.has(`${record.type} ${record.name}`)) continue;
    const key = keyFor(record, name, taken);
    taken.add(key);
    keep[key] = verbatim(record, name);
  }
  return { keep, lost: unread.filter((one) => sets.has(`${one.type} ${one.name}`)) };
}
