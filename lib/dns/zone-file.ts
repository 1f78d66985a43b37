import { fieldedData, isFielded } from "./fielded";
import type { DnsName } from "./name";
import { type DnsRecord, recordData } from "./record";
import { quoteTxt } from "./txt";

/**
 * The records as a master file (RFC 1035 §5) for one zone. SOA and NS are placeholders under `.invalid`
 * (RFC 2606), there so that a zone checker accepts the file; the real ones belong to the DNS host.
 */
export function formatZoneFile(zone: DnsName, records: readonly DnsRecord[]): string {
  const lines = [
    `$ORIGIN ${zone}.`,
    "$TTL 3600",
    "@ 3600 IN SOA ns.invalid. hostmaster.invalid. 1 7200 3600 1209600 3600",
    "@ 3600 IN NS ns.invalid.",
    ...records.map((record) => {
      const line = `${record.name}. ${record.ttl} IN ${record.type} ${masterFileData(record)}`;
      // No zone can hold it (RFC 1034 §3.6.2); a host that flattens makes addresses of it.
      return record.type === "CNAME" && record.name === zone ? `; flattened: ${line}` : line;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

/** A record's data as a master file wants it: absolute names with the trailing dot, text in quotes. */
function masterFileData(record: DnsRecord): string {
  switch (record.type) {
    case "CNAME":
      return `${record.target}.`;
    case "NS":
      return `${record.host}.`;
    case "MX":
      return record.exchange === "." ? `${record.preference} .` : `${record.preference} ${record.exchange}.`;
    case "TXT":
      return quoteTxt(record.value);
    case "CAA":
      return `${record.flags} ${record.tag} ${quoteTxt(record.value)}`;
    default:
      return isFielded(record) ? fieldedData(record, true) : recordData(record);
  }
}
