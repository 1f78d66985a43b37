import { fieldsOf, isFielded } from "../dns/fielded";
import { type DnsName, relativeTo } from "../dns/name";
import type { DnsRecord } from "../dns/record";
import type { ExtraRecordOptions } from "../options";

/** A record of a zone as `records` of a domain declares it. */
export function verbatim(record: DnsRecord, domain: DnsName): ExtraRecordOptions {
  const name = relativeTo(record.name, domain);
  const owner = name === "" ? {} : { name };
  if (isFielded(record)) {
    const fields = Object.fromEntries(fieldsOf(record).map(([key, , value]) => [key, value]));
    return { type: record.type, ...owner, ...fields } as ExtraRecordOptions;
  }
  const { name: _name, ttl: _ttl, type, ...data } = record;
  return { type, ...owner, ...data } as ExtraRecordOptions;
}

/** A key for a record under `records`, unique among those that are taken, of its name and type. */
export function keyFor(record: DnsRecord, domain: DnsName, taken: ReadonlySet<string>): string {
  const words = relativeTo(record.name, domain)
    .replaceAll("*", "any")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const stem = [words, record.type.toLowerCase()].filter(Boolean).join("-");
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
