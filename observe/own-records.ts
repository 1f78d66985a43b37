import { below, isWithin } from "../lib/dns/name";
import type { DnsRecord } from "../lib/dns/record";
import { bimiRecordName } from "../lib/mail/bimi";
import { dmarcRecordName } from "../lib/mail/dmarc";
import { mtaStsRecordName } from "../lib/mail/mta-sts";
import { tlsRptRecordName } from "../lib/mail/tls-rpt";
import { isMeantAsKey } from "../lib/posture/facts/dkim";
import type { Answer, KnownRecord, UnknownRecord } from "../lib/posture/model";
import type { Ask } from "./ask";
import type { Subject, Wanted } from "./subject";

/** What stands at a mail domain's own names, and what its aliases lead to. */
export interface OwnRecords {
  readonly records: readonly KnownRecord[];
  readonly unknown: readonly UnknownRecord[];
  readonly outside: readonly Answer[];
}

/** Asks for everything that mail hangs on at the domain, and for everything that it declares. */
export async function observeOwn(subject: Subject, ask: Ask): Promise<OwnRecords> {
  const found = await Promise.all(wantedOf(subject).map((wanted) => observeName(wanted, subject, ask)));
  const made = await madeByWildcard(found, subject, ask);
  return {
    records: distinct(found.flatMap(({ records }) => records)).filter(({ record }) => !made.has(record)),
    unknown: found.flatMap(({ unknown }) => unknown),
    outside: [
      ...found.flatMap(({ outside }) => outside),
      // Look-ups still lead where the name server's do.
      ...[...made].map((record): Answer => ({ name: record.name, type: "CNAME", records: [record] })),
    ],
  };
}

/** Where mail records of a domain stand, whether it declares them or not. */
function mailNames({ domain }: Pick<Subject, "domain">): readonly Wanted[] {
  const bimi = bimiRecordName(domain);
  const keys = below("_domainkey", domain);
  return [
    { name: domain, type: "MX" },
    { name: domain, type: "TXT" },
    { name: domain, type: "CAA" },
    { name: dmarcRecordName(domain), type: "TXT" },
    { name: below("selector1", keys), type: "TXT" },
    { name: below("selector2", keys), type: "TXT" },
    { name: mtaStsRecordName(domain), type: "TXT" },
    { name: tlsRptRecordName(domain), type: "TXT" },
    ...(bimi.ok ? [{ name: bimi.value, type: "TXT" as const }] : []),
  ];
}

function wantedOf(subject: Subject): readonly Wanted[] {
  const declared = subject.declared.map(
    ({ name, type }): Wanted =>
      // Behind an alias for a key, of a name below too, stands the key: one question gives both.
      ({ name, type: type === "CNAME" && name.includes("._domainkey.") ? "TXT" : type }),
  );
  return [
    ...new Map([...mailNames(subject), ...declared].map((one) => [`${one.name} ${one.type}`, one])).values(),
  ];
}

async function observeName({ name, type }: Wanted, { declared }: Subject, ask: Ask): Promise<OwnRecords> {
  const asked = await ask(name, type);
  const address = (of: string) => ({ address: `${name} ${of}` });
  if (asked.kind === "failure") {
    const unknown = { name, type, why: "no answer" as const, where: address(type) };
    const isKey = type === "TXT" && declared.some((one) => one.name === name && one.type === "CNAME");
    // The key may be out of reach, and the alias not.
    const alias = isKey ? await ask(name, "CNAME") : undefined;
    if (alias?.kind !== "answer" || alias.records.length === 0) {
      return { records: [], unknown: [unknown], outside: [] };
    }
    const [first] = alias.records;
    return {
      records: alias.records.map((record) => ({ record, where: address("CNAME") })),
      unknown: [],
      outside: first?.type === "CNAME" ? [{ name: first.target, type }] : [],
    };
  }
  const { aliases, records, end } = asked;
  const [alias] = aliases;
  if (!alias) {
    return {
      records: records.map((record) => ({ record: { ...record, name }, where: address(type) })),
      unknown: [],
      outside: [
        { name, type, records: [] },
        { name, type: "CNAME", records: [] },
      ],
    };
  }
  return {
    records: [{ record: { ...alias, name }, where: address("CNAME") }],
    unknown: [],
    outside: [
      ...aliases.slice(1).map((one): Answer => ({ name: one.name, type: "CNAME", records: [one] })),
      // What rules look for stands at the alias's target, however many aliases are behind it.
      { name: alias.target, type, records: records.map((record) => ({ ...record, name: alias.target })) },
      ...(end === alias.target ? [] : [{ name: end, type, records }]),
    ],
  };
}

/**
 * Aliases at Microsoft's selectors that nobody put there: a wildcard answers for every name below it, and leads to no key. A
 * question for the wildcard itself shows it (RFC 4592 §2.2.1).
 */
async function madeByWildcard(
  found: readonly OwnRecords[],
  { domain, declared }: Subject,
  ask: Ask,
): Promise<ReadonlySet<DnsRecord>> {
  const keys = below("_domainkey", domain);
  const meant = new Set<string>(declared.map(({ name }) => name));
  const aliases = found.flatMap(({ records, outside }) => {
    const [first] = records;
    if (first?.record.type !== "CNAME") return [];
    const { record } = first;
    const leadsToKey = outside.some(
      (one) => !one.records || one.records.some((text) => text.type === "TXT" && isMeantAsKey(text.value)),
    );
    return isWithin(record.name, keys) && !meant.has(record.name) && !leadsToKey ? [record] : [];
  });
  if (aliases.length === 0) return new Set();
  const wildcard = await ask(below("*", keys), "TXT");
  const target = wildcard.kind === "answer" ? wildcard.aliases[0]?.target : undefined;
  return new Set(aliases.filter((alias) => alias.target === target));
}

/** The alias at a name comes with every type that is asked for there. */
function distinct(records: readonly KnownRecord[]): readonly KnownRecord[] {
  const seen = new Set<string>();
  return records.filter(({ record: { name, type } }) => {
    if (type !== "CNAME") return true;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
