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
 * a null MX that is not alone (RFC 7505 §3), a host of an MX or SRV that is an alias (RFC 2181 §10.3, RFC 2782), a service
 * binding that is an alias beside one that is none (RFC 9460 §2.4.1) or leads to itself, a DS where nothing is delegated.
 * @param flattened apexes of zones whose host answers an alias there with addresses. @default none
 */
export function recordConflicts<Declared extends OwnedRecord>(
  declared: readonly Declared[],
  flattened: ReadonlySet<string> = new Set(),
): readonly Conflict<Declared>[] {
  const byName = new Map<string, Declared[]>();
  for (const entry of declared) {
    const there = byName.get(entry.record.name);
    if (there) there.push(entry);
    else byName.set(entry.record.name, [entry]);
  }
  const conflicts: Conflict<Declared>[] = [];
  for (const [name, entries] of byName) {
    if (entries.length > 1) conflicts.push(...conflictsAt(name, entries, flattened.has(name)));
    if (entries.some(({ record }) => SPECIAL.has(record.type)))
      conflicts.push(...bindingConflicts(name, entries), ...undelegated(name, entries));
  }
  // Looked for once a name: many domains may have one host, and a host many addresses.
  const aliases = new Map<string, Declared>();
  for (const entry of declared) {
    const { name, type } = entry.record;
    if (type === "CNAME" && !aliases.has(name)) aliases.set(name, entry);
  }
  for (const entry of declared) {
    const { record } = entry;
    const host = record.type === "MX" ? record.exchange : record.type === "SRV" ? record.target : undefined;
    if (host === undefined || flattened.has(host)) continue;
    const alias = aliases.get(host);
    if (!alias) continue;
    const source = record.type === "MX" ? "RFC 2181 §10.3" : "RFC 2782";
    conflicts.push({
      fault: {
        message: `${record.type} host ${host} is an alias`,
        expected: `a host name with an address of its own (${source})`,
      },
      records: [entry, alias],
    });
  }
  return conflicts;
}

/** Types that are looked at even where a record stands alone at its name. */
const SPECIAL: ReadonlySet<string> = new Set(["HTTPS", "SVCB", "DS"]);

/** Service bindings of one name: clients follow an alias and ignore the others, and one to itself leads nowhere. */
function* bindingConflicts<Declared extends OwnedRecord>(
  name: string,
  entries: readonly Declared[],
): Generator<Conflict<Declared>> {
  for (const type of ["HTTPS", "SVCB"] as const) {
    const bindings = entries.filter(({ record }) => record.type === type);
    const aliases = bindings.filter(({ record }) => record.type === type && record.priority === 0);
    for (const entry of aliases) {
      if (entry.record.type !== type || entry.record.target !== name) continue;
      const message = `${type} alias of ${name} for itself`;
      yield { fault: { message, expected: "another name (RFC 9460 §2.4.2)" }, records: [entry] };
    }
    if (aliases.length > 0 && aliases.length < bindings.length) {
      yield {
        fault: {
          message: `${type} records with priority 0 stand beside others at ${name}, which clients then ignore`,
          expected: "either an alias or services (RFC 9460 §2.4.1)",
        },
        records: bindings,
      };
    }
  }
}

/** A DS speaks of a zone below, which NS records at its name delegate. */
function* undelegated<Declared extends OwnedRecord>(
  name: string,
  entries: readonly Declared[],
): Generator<Conflict<Declared>> {
  const records = entries.filter(({ record }) => record.type === "DS");
  if (records.length === 0 || entries.some(({ record }) => record.type === "NS")) return;
  yield {
    fault: {
      message: `DS at ${name}, which nothing delegates`,
      expected: "NS records at the same name (RFC 4035 §2.4)",
    },
    records,
  };
}

/** What a host that flattens has in an alias's place; a second alias is one too many as well. */
const ADDRESSES: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME"]);

function* conflictsAt<Declared extends OwnedRecord>(
  name: string,
  entries: readonly Declared[],
  isFlattened: boolean,
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
  const company = isFlattened ? distinct.filter(({ record }) => ADDRESSES.has(record.type)) : distinct;
  if (alias && company.some((entry) => entry !== alias)) {
    const beside = company.filter((entry) => entry !== alias);
    yield {
      fault: {
        message: `a CNAME stands beside other ${isFlattened ? "addresses" : "data"} at ${name}`,
        received: distinct
          .filter((entry) => entry === alias || beside.includes(entry))
          .map(({ record }) => `${record.type} ${recordData(record)}`)
          .join(", "),
        expected: isFlattened
          ? "the CNAME or the addresses: the host answers with those of the CNAME's target"
          : "a CNAME alone at its name (RFC 1034 §3.6.2)",
        ...hostedFix(alias.record),
      },
      records: [alias, ...beside],
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

/** Mechanisms whose record somebody else may publish, by the name where it stands. */
const HOSTED: readonly (readonly [RegExp, (target: string) => string])[] = [
  [/^_dmarc\./, (target) => `dmarc: { hosted: ${target}, … }`],
  [/^_smtp\._tls\./, (target) => `tlsRpt: { hosted: ${target}, … }`],
  [/^_mta-sts\./, (target) => `mtaSts: { hosted: { record: ${target}, policy: … }, … }`],
];

/** An alias in place of a mechanism's record is declared with the mechanism, so that what it leads to can be judged. */
function hostedFix(record: DnsRecord): Pick<Fault, "fix"> {
  if (record.type !== "CNAME") return {};
  const [, written] = HOSTED.find(([pattern]) => pattern.test(record.name)) ?? [];
  return written ? { fix: `declare it with its mechanism: ${written(record.target)}` } : {};
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
