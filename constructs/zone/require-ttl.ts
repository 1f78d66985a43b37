import type { DnsHost, NamedZoneChoice } from "../../hosts/host";
import type { DnsName } from "../../lib/dns/name";
import type { DnsRecord } from "../../lib/dns/record";
import { FaultError } from "../../lib/fault";

/**
 * Lets only records pass whose TTL the zone's host takes.
 * @throws FaultError if it takes no such TTL
 */
export function requireTtl(
  zone: DnsName,
  { label, ttl: { min, max } }: Pick<DnsHost<object, NamedZoneChoice>, "label" | "ttl">,
  { name, type, ttl }: DnsRecord,
): void {
  if (ttl >= min && ttl <= max) return;
  throw new FaultError(`zone ${zone}`, [
    {
      message: `the ${type} record at ${name} has a TTL that ${label} does not take`,
      received: String(ttl),
      expected: `${min} to ${max} seconds`,
    },
  ]);
}
