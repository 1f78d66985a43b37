import { openEstate } from "../../../cli/open-estate";
import type { FoundZone } from "../../../lib/adopt/found";
import { parseName } from "../../../lib/dns/name";
import { readZoneFile } from "../../../lib/dns/read-zone-file";
import { unwrap } from "../../../lib/fault";

/** The zones that an estate would make, as their host would tell of them. */
export function zonesOf(path: string): readonly FoundZone[] {
  const opened = openEstate(path, {
    err: (text) => {
      throw new Error(text);
    },
    folder: process.cwd(),
  });
  const zones = new Map<string, FoundZone>();
  let number = 0;
  const id = () => (++number).toString(16).padStart(32, "0");
  for (const { estate, declaration } of opened?.declared.domains ?? []) {
    const there = zones.get(estate.zone.name);
    zones.set(estate.zone.name, {
      name: estate.zone.name,
      host: there?.host ?? { kind: "cloudflare", zoneId: id() },
      records: [
        ...(there?.records ?? []),
        ...declaration.records.map(({ record }) => ({ record, id: id() })),
      ],
      unread: [],
    });
  }
  return [...zones.values()];
}

/** A zone with these records, lines of a master file. */
export function zoneWith(name: string, ...lines: readonly string[]): FoundZone {
  const origin = unwrap(name, parseName(name));
  const { records, faults, unread } = readZoneFile(["$TTL 3600", ...lines].join("\n"), origin);
  if (faults.length > 0 || unread.length > 0) throw new Error(JSON.stringify([faults, unread]));
  return {
    name: origin,
    host: { kind: "cloudflare", zoneId: "023e105f4ecef8ad9ca31a8372d0c353" },
    records: records.map(({ record }, at) => ({ record, id: at.toString(16).padStart(32, "0") })),
    unread: [],
  };
}
