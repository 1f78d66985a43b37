import { parseName } from "../../dns/name";
import { isRecordType } from "../../dns/parse-record";
import { readZoneFile } from "../../dns/read-zone-file";
import { formatFault } from "../../fault";
import { zoneByNames } from "../../plan/record";
import { PROXIED_OBSTACLE } from "../found";
import { ZoneCollector } from "./collector";
import { refusal, refusals, type SourceReader } from "./source";

/**
 * The zones that `dnscontrol get-zones --format=tsv` prints: the name in full and within its zone, TTL, class, type, data as
 * in a master file, and `cloudflare_proxy=true` (https://docs.dnscontrol.org/commands/get-zones). Its JavaScript is not read:
 * that would have to be run.
 */
export const zonesFromDnscontrol: SourceReader = (text, { file, host }) => {
  const problems: string[] = [];
  const zones = new Map<string, ZoneCollector>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const problem = addLine(zones, line, host);
    if (problem !== undefined) problems.push(`${file}:${at + 1}: ${problem}`);
  }
  if (problems.length > 0) return refusals(problems);
  if (zones.size === 0) return refusal(`${file}: no record is in it`);
  return { zones: [...zones.values()].map((zone) => zone.zone()), problems: [] };
};

/** Adds the record of a line to its zone. @returns why it cannot be read */
function addLine(
  zones: Map<string, ZoneCollector>,
  line: string,
  host: ConstructorParameters<typeof ZoneCollector>[1],
): string | undefined {
  const [full = "", within = "", ttl = "", kind, type = "", data, properties = "", ...rest] =
    line.split("\t");
  if (data === undefined || kind !== "IN" || rest.length > 0) {
    return "no line of dnscontrol get-zones --format=tsv; expected name, label, TTL, IN, type and data between tabs";
  }
  // Written into a line of a master file below, in which these would be something else.
  if (/[\s"();]|^\$/.test(full) || !/^\d+$/.test(ttl)) {
    return `no name and TTL, got ${JSON.stringify(full)} and ${JSON.stringify(ttl)}`;
  }
  const read = parseName(zoneByNames(full, within) ?? "");
  if (!read.ok)
    return `the zone of ${JSON.stringify(full)} is not told by the label ${JSON.stringify(within)}`;
  const name = read.value;
  const zone = zones.get(name) ?? new ZoneCollector(name, host);
  zones.set(name, zone);
  const isProxied = properties.split(",").includes("cloudflare_proxy=true");
  if (!isRecordType(type)) {
    zone.addUnread({ name: full, type, data });
    return undefined;
  }
  const { records, unread, faults } = readZoneFile(`${full}. ${ttl} IN ${type} ${data}`, name);
  for (const { record } of records) {
    zone.addRecord({ record, ...(isProxied ? { obstacle: PROXIED_OBSTACLE } : {}) });
  }
  for (const { name: owner, type: unreadType, data: held } of unread) {
    zone.addUnread({ name: owner, type: unreadType, data: held });
  }
  return faults.length > 0 ? faults.map(formatFault).join("; ") : undefined;
}
