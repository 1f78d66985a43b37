import type { DnsRecord } from "./record";
import type { DnsData, DnsType } from "./resolve";

/** What a resolver would answer with where these records stand. */
export function dataOf<T extends DnsType>(records: readonly DnsRecord[], type: T): readonly DnsData[T][] {
  return records.flatMap((record) => DATA[type](record));
}

const DATA: { readonly [T in DnsType]: (record: DnsRecord) => readonly DnsData[T][] } = {
  A: (record) => (record.type === "A" ? [record.address] : []),
  AAAA: (record) => (record.type === "AAAA" ? [record.address] : []),
  CNAME: (record) => (record.type === "CNAME" ? [record.target] : []),
  MX: (record) =>
    record.type === "MX" ? [{ preference: record.preference, exchange: record.exchange }] : [],
  NS: (record) => (record.type === "NS" ? [record.host] : []),
  PTR: () => [],
  TXT: (record) => (record.type === "TXT" ? [[new TextEncoder().encode(record.value)]] : []),
};
