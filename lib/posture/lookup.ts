import type { DnsName } from "../dns/name";
import type { DnsRecord, DnsRecordType } from "../dns/record";
import type { Posture } from "./model";

/** Records of one type; absent where the posture does not know. */
export type Found<T extends DnsRecordType> =
  | { readonly known: true; readonly records: readonly Extract<DnsRecord, { readonly type: T }>[] }
  | { readonly known: false };

/**
 * What a name holds, as far as the posture knows: by the domains' own records, or by what was asked outside. A domain
 * of the posture is known whole: what it does not hold does not exist.
 */
export function lookup<T extends DnsRecordType>(posture: Posture, name: DnsName, type: T): Found<T> {
  const index = indexOf(posture);
  const key = `${name} ${type}`;
  if (index.unknown.has(key)) return { known: false };
  const held = index.records.get(key);
  if (held) return { known: true, records: held.filter((record) => isOf(record, type)) };
  return index.owns(name) ? { known: true, records: [] } : { known: false };
}

function isOf<T extends DnsRecordType>(
  record: DnsRecord,
  type: T,
): record is Extract<DnsRecord, { readonly type: T }> {
  return record.type === type;
}

interface Index {
  readonly records: ReadonlyMap<string, readonly DnsRecord[]>;
  readonly unknown: ReadonlySet<string>;
  owns(name: DnsName): boolean;
}

const indices = new WeakMap<Posture, Index>();

function indexOf(posture: Posture): Index {
  const made = indices.get(posture) ?? makeIndex(posture);
  indices.set(posture, made);
  return made;
}

function makeIndex({ source, domains, outside }: Posture): Index {
  const records = new Map<string, DnsRecord[]>();
  const unknown = new Set<string>();
  const add = (record: DnsRecord) => {
    const key = `${record.name} ${record.type}`;
    const held = records.get(key);
    if (held) held.push(record);
    else records.set(key, [record]);
  };
  for (const domain of domains) {
    for (const { record } of domain.records) add(record);
    for (const { name, type } of domain.unknown) unknown.add(`${name} ${type}`);
  }
  for (const { name, type, records: answered } of outside) {
    const key = `${name} ${type}`;
    if (!answered) unknown.add(key);
    else if (!records.has(key)) records.set(key, [...answered]);
  }
  const names = new Set(domains.map(({ domain }) => domain as string));
  const owns = (name: string): boolean => {
    // Live DNS is known where it was asked; an estate or a plan says all that its domains hold.
    if (source === "observed") return false;
    for (let rest = name; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) {
      if (names.has(rest)) return true;
    }
    return false;
  };
  return { records, unknown, owns };
}
