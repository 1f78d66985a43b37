import type { DnsAnswer, DnsData, DnsType, Resolve } from "../../../../lib/dns/resolve";

/** What a name holds, by type; TXT as text, or as its strings. `failure` for the whole name or for a type. */
export type ZoneName =
  | "failure"
  | ({
      readonly [T in Exclude<DnsType, "TXT">]?: readonly DnsData[T][] | "failure";
    } & { readonly TXT?: readonly (string | readonly string[])[] | "failure" });

export type Zone = Readonly<Record<string, ZoneName>>;

/** A resolver over names in memory that follows aliases, as one in front of a name server does. */
export function resolverOf(zone: Zone): Resolve {
  const names = new Map(Object.entries(zone).map(([name, data]) => [name.toLowerCase(), data]));
  return async <T extends DnsType>(name: string, type: T): Promise<DnsAnswer<T>> => {
    let owner = name.toLowerCase();
    for (let hops = 0; hops < 8; hops++) {
      const held = names.get(owner);
      if (held === undefined) return { kind: "nxdomain" };
      const alias = held !== "failure" && type !== "CNAME" ? held.CNAME : undefined;
      if (alias === undefined || alias === "failure") return answerOf(held, type);
      owner = (alias[0] ?? "").toLowerCase().replace(/\.$/, "");
    }
    return { kind: "failure", reason: "alias-loop" };
  };
}

function answerOf<T extends DnsType>(held: ZoneName, type: T): DnsAnswer<T> {
  const data = held === "failure" ? held : held[type];
  if (data === undefined || data.length === 0) return { kind: "nodata" };
  if (data === "failure") return { kind: "failure", reason: "timeout" };
  const records = type === "TXT" ? data.map(octetsOf) : data;
  return { kind: "records", records: records as readonly DnsData[T][] };
}

/** A TXT record of text as a zone holds it: strings of octets. */
function octetsOf(text: unknown): DnsData["TXT"] {
  return [text].flat().map((string) => new TextEncoder().encode(String(string)));
}
