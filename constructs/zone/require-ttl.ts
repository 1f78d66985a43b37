import type { DnsHost, NamedZoneChoice } from "../../hosts/host";
import { takesTtl, ttlsInWords } from "../../lib/declare/ttl-range";
import type { DnsName } from "../../lib/dns/name";
import type { DnsRecord } from "../../lib/dns/record";
import { FaultError } from "../../lib/fault";

/**
 * Lets only records pass whose TTL the zone's host takes.
 * @throws FaultError if it takes no such TTL
 */
export function requireTtl(
  zone: DnsName,
  { label, ttl: taken }: Pick<DnsHost<object, NamedZoneChoice>, "label" | "ttl">,
  { name, type, ttl }: DnsRecord,
): void {
  if (takesTtl(taken, ttl)) return;
  throw new FaultError(`zone ${zone}`, [
    {
      message: `the ${type} record at ${name} has a TTL that ${label} does not take`,
      received: String(ttl),
      expected: ttlsInWords(taken),
    },
  ]);
}
