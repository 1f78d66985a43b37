import type { DnsAnswer, DnsData, DnsType, Resolve } from "../../lib/dns/resolve";
import type { DnsClient } from "./client";
import type { WireRecord } from "./fields";

/** The data of each type as the SPF engine takes it; `undefined` for a record of another type. */
const DATA: { readonly [T in DnsType]: (record: WireRecord) => DnsData[T] | undefined } = {
  A: (record) => (record.type === "A" ? record.data : undefined),
  AAAA: (record) => (record.type === "AAAA" ? record.data : undefined),
  CNAME: (record) => (record.type === "CNAME" ? record.data : undefined),
  MX: (record) =>
    record.type === "MX"
      ? { preference: record.data.preference ?? 0, exchange: record.data.exchange }
      : undefined,
  NS: (record) => (record.type === "NS" ? record.data : undefined),
  PTR: (record) => (record.type === "PTR" ? record.data : undefined),
  TXT: (record) => (record.type === "TXT" ? txtStrings(record.data) : undefined),
};

/** The client as the SPF engine asks it. */
export function resolverOf(client: Pick<DnsClient, "lookUp">): Resolve {
  return async <T extends DnsType>(name: string, type: T): Promise<DnsAnswer<T>> => {
    const found = await client.lookUp(name, type);
    if (found.kind === "failure") return found;
    const read: (record: WireRecord) => DnsData[T] | undefined = DATA[type];
    // Not flattened: the data of a TXT record is a list itself.
    const records = found.records.map(read).filter((data) => data !== undefined);
    if (records.length > 0) return { kind: "records", records };
    return { kind: found.exists ? "nodata" : "nxdomain" };
  };
}

/** The strings of a TXT record as the decoder gives them. */
export function txtStrings(data: string | Buffer | readonly (string | Buffer)[]): readonly Uint8Array[] {
  const strings = typeof data === "string" || Buffer.isBuffer(data) ? [data] : data;
  return strings.map((string) => (typeof string === "string" ? Buffer.from(string) : string));
}
