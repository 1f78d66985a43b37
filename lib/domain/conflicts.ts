import type { DnsName } from "../dns/name";
import { type DnsRecord, recordData } from "../dns/record";
import type { Fault } from "../fault";
import { isDmarc } from "../mail/dmarc/parse";
import { isSpf } from "../mail/spf/parse";

/** A record and who declares it, for telling two declarations apart. */
export interface OwnedRecord {
  /** The mail domain. */
  readonly domain: DnsName;
  readonly role: string;
  readonly record: DnsRecord;
}

/** Two or more declared records that DNS or mail cannot have together. */
export interface Conflict<Declared extends OwnedRecord = OwnedRecord> {
  readonly fault: Fault;
  /** The records that meet, in the order of declaration. */
  readonly records: readonly Declared[];
}

/**
 * Every place where declared records cannot stand together: the same record twice, a CNAME beside other data
 * (RFC 1034 §3.6.2), two SPF records (RFC 7208 §3.2) or DMARC records (RFC 9989 §4.7) at a name,
 * a null MX that is not alone (RFC 7505 §3), an MX host that is an alias (RFC 2181 §10.3).
 */
export function recordConflicts<Declared extends OwnedRecord>(
  declared: readonly Declared[],
): readonly Conflict<Declared>[] {
  const byName = new Map<string, Declared[]>();
  for (const entry of declared) {
    const there = byName.get(entry.record.name);
    if (there) there.push(entry);
    else byName.set(entry.record.name, [entry]);
  }
  const conflicts: Conflict<Declared>[] = [];
  for (const [name, entries] of byName) {
    if (entries.length > 1) conflicts.push(...conflictsAt(name, entries));
  }
  for (const entry of declared) {
    const { record } = entry;
    if (record.type !== "MX") continue;
    const alias = byName.get(record.exchange)?.find(({ record: other }) => other.type === "CNAME");
    if (!alias) continue;
    conflicts.push({
      fault: {
        message: `MX host ${record.exchange} is an alias`,
        expected: "a host name with an address of its own (RFC 2181 §10.3)",
      },
      records: [entry, alias],
    });
  }
  return conflicts;
}

function* conflictsAt<Declared extends OwnedRecord>(
  name: string,
  entries: readonly Declared[],
): Generator<Conflict<Declared>> {
  const seen = new Map<string, Declared>();
  const distinct: Declared[] = [];
  for (const entry of entries) {
    const key = `${entry.record.type} ${recordData(entry.record)}`;
    const twin = seen.get(key);
    if (!twin) {
      seen.set(key, entry);
      distinct.push(entry);
      continue;
    }
    yield {
      fault: {
        message: `the same ${entry.record.type} record is declared twice at ${name}`,
        received: JSON.stringify(recordData(entry.record)),
        expected: "one declaration of each record",
      },
      records: [twin, entry],
    };
  }
  const alias = distinct.find(({ record }) => record.type === "CNAME");
  if (alias && distinct.length > 1) {
    yield {
      fault: {
        message: `a CNAME stands beside other data at ${name}`,
        received: distinct.map(({ record }) => `${record.type} ${recordData(record)}`).join(", "),
        expected: "a CNAME alone at its name (RFC 1034 §3.6.2)",
      },
      records: [alias, ...distinct.filter((entry) => entry !== alias)],
    };
  }
  yield* onePerName(name, distinct, "SPF", (record) => isSpf(record.value), "merge them into one");
  yield* onePerName(
    name,
    distinct,
    "DMARC",
    (record) => name.startsWith("_dmarc.") && isDmarc(record.value),
    "keep one",
  );
  const exchanges = distinct.filter(({ record }) => record.type === "MX");
  if (
    exchanges.length > 1 &&
    exchanges.some(({ record }) => record.type === "MX" && record.exchange === ".")
  ) {
    yield {
      fault: {
        message: `a null MX stands beside other MX records at ${name}`,
        expected: "the null MX alone (RFC 7505 §3)",
      },
      records: exchanges,
    };
  }
}

function* onePerName<Declared extends OwnedRecord>(
  name: string,
  entries: readonly Declared[],
  what: string,
  is: (record: DnsRecord & { type: "TXT" }) => boolean,
  fix: string,
): Generator<Conflict<Declared>> {
  const records = entries.filter(({ record }) => record.type === "TXT" && is(record));
  if (records.length < 2) return;
  yield {
    fault: {
      message: `${records.length} ${what} records at ${name}: receivers then have none`,
      received: records.map(({ record }) => JSON.stringify(recordData(record))).join(", "),
      expected: `one ${what} record at a name`,
      fix,
    },
    records,
  };
}
