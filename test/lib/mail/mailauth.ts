import type { DnsAnswer, DnsType, Resolve } from "../../../lib/dns/resolve";

/** A resolver as mailauth asks it: lists of strings for TXT, errors with the codes of node:dns. */
export function mailauthResolver(resolve: Resolve) {
  return async (name: string, type: string): Promise<string[][] | string[]> => {
    const answer: DnsAnswer = await resolve(name, type as DnsType);
    switch (answer.kind) {
      case "records":
        return answer.records.map((record) =>
          typeof record === "string" || "exchange" in record
            ? String(record)
            : record.map((string) => new TextDecoder().decode(string)),
        ) as string[];
      case "nodata":
        throw Object.assign(new Error("no data"), { code: "ENODATA" });
      case "nxdomain":
        throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      case "failure":
        throw Object.assign(new Error("timeout"), { code: "ETIMEOUT" });
    }
  };
}
