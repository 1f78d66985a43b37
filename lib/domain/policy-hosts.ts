import { recordData } from "../dns/record";
import type { Fault } from "../fault";
import type { DomainDeclaration } from "./declaration";

const ADDRESSES: readonly string[] = ["A", "AAAA", "CNAME"];

/** Declared addresses of hosts that the zone's host gives an address itself, since it serves the policy there. */
export function policyHostFaults({
  records,
  mtaSts,
}: Pick<DomainDeclaration, "records" | "mtaSts">): readonly Fault[] {
  const served = new Set<string>(mtaSts.flatMap(({ host, hosting }) => (hosting === "zone" ? [host] : [])));
  return records
    .filter(({ record }) => served.has(record.name) && ADDRESSES.includes(record.type))
    .map(({ record, path }) => ({
      path,
      message: `${record.name} gets its address from whoever serves the MTA-STS policy`,
      received: `${record.type} ${recordData(record)}`,
      expected: "no address beside it",
      fix: "remove the record, or set mtaSts.hosting: external",
    }));
}
