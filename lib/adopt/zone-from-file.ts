import type { DnsName } from "../dns/name";
import { readZoneFile } from "../dns/read-zone-file";
import { type FoundZone, PROXIED_OBSTACLE } from "./found";

/** How Cloudflare's export marks records that its proxy answers for. */
const PROXIED = /\bcf-proxied:true\b/;

/**
 * The zone of a master file.
 * @param host where the zone is to be declared
 * @param origin where the file does not say it
 * @returns the zone, and what is wrong with the file
 */
export function zoneFromFile(text: string, host: FoundZone["host"], origin: DnsName | undefined) {
  const { origin: name, records, unread, faults } = readZoneFile(text, origin);
  const zone: FoundZone | undefined = name && {
    name,
    host,
    records: records.map(({ record, comment }) => ({
      record,
      ...(PROXIED.test(comment) ? { obstacle: PROXIED_OBSTACLE } : {}),
    })),
    unread: unread.map(({ name: owner, type, data }) => ({ name: owner, type, data })),
  };
  return { zone, faults };
}
