import type { DnsName } from "../lib/dns/name";
import { parseName } from "../lib/dns/name";
import { type CnameRecord, type DnsRecord, type DnsRecordType, recordData } from "../lib/dns/record";
import type { DnsClient } from "./dns/client";
import { recordOf } from "./dns/record";

/**
 * What an observer asks for: the types that an estate has, and the type that SPF had before RFC 7208 (RFC 4408 §3.1.1), whose records are answered as texts.
 */
export type AskedType = DnsRecordType | "SPF";

/** What the DNS says of a name, aliases followed. */
export type Asked =
  | {
      readonly kind: "answer";
      /** On the way, in order. */
      readonly aliases: readonly CnameRecord[];
      /** The name where the aliases end. */
      readonly end: DnsName;
      readonly records: readonly DnsRecord[];
      /** How many records of the type there are. */
      readonly count: number;
      /** Validated by DNSSEC, as the resolver says. */
      readonly authentic: boolean;
    }
  | { readonly kind: "failure"; readonly why: string };

/** Asks the DNS for the posture's records. It never rejects. */
export type Ask = (name: DnsName, type: AskedType) => Promise<Asked>;

/** A record that cannot be one of a posture makes its whole set unknown: what is left would say something else. */
export function askWith(client: Pick<DnsClient, "lookUp">): Ask {
  return async (name, type) => {
    const found = await client.lookUp(name, type);
    if (found.kind === "failure") return { kind: "failure", why: `${found.reason}: ${found.detail}` };
    const records = found.records.map(recordOf);
    const aliases = found.aliases.map(({ name: owner, target, ttl }) =>
      recordOf({ type: "CNAME", name: owner, data: target, ttl }),
    );
    const end = parseName(found.end, "owner");
    // Servers rotate the order of their answers, and what is found must not differ by it.
    const read = records
      .filter((record) => record !== undefined)
      .sort((a, b) => (recordData(a) < recordData(b) ? -1 : 1));
    const chain = aliases.filter((record): record is CnameRecord => record?.type === "CNAME");
    if (!end.ok || read.length < records.length || chain.length < aliases.length) {
      return { kind: "failure", why: `malformed: what stands at ${name} cannot be read` };
    }
    const { authentic, records: all } = found;
    return { kind: "answer", aliases: chain, end: end.value, records: read, count: all.length, authentic };
  };
}
