import type { DnsHost, NamedZoneChoice } from "./host";

type Range = DnsHost<object, NamedZoneChoice>["ttl"];

/** Does the host take the TTL? */
export function takesTtl({ min, max, automatic }: Range, ttl: number): boolean {
  return (ttl >= min && ttl <= max) || ttl === automatic;
}

/** The TTLs that a host takes, in words. */
export function ttlsInWords({ min, max, automatic }: Range): string {
  return `${min} to ${max} seconds${automatic === undefined ? "" : `, or ${automatic} for automatic`}`;
}
