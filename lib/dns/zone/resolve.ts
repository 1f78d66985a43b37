import { parseName } from "../name";
import { isRecordType } from "../parse-record";
import { dataOf } from "../record-data";
import type { DnsAnswer, DnsType, Resolve } from "../resolve";
import type { Zones } from "./answer";
import type { ZoneEntry } from "./model";

/** A resolver that knows these zones alone: for what they do not say its answer is the failure `unknown`. */
export function resolverOfZones(zones: Zones<ZoneEntry>): Resolve {
  return async <T extends DnsType>(text: string, type: T): Promise<DnsAnswer<T>> => {
    const name = parseName(text, "owner");
    if (!name.ok || !isRecordType(type)) return { kind: "failure", reason: "unknown" };
    const found = zones.answer(name.value, type);
    switch (found.kind) {
      case "records": {
        const records = found.entries.flatMap(({ record }) => record ?? []);
        return { kind: "records", records: dataOf(records, type) };
      }
      case "none":
        return found.exists ? { kind: "nodata" } : { kind: "nxdomain" };
      case "loop":
        return { kind: "failure", reason: "alias-loop" };
      default:
        return {
          kind: "failure",
          reason: "unknown",
          detail: `the given zones do not tell ${found.name} ${type}`,
        };
    }
  };
}
