import { type DnsName, parseName } from "../../lib/dns/name";
import { isRecordType, parseRecord } from "../../lib/dns/parse-record";
import { type CnameRecord, type DnsRecord, recordData } from "../../lib/dns/record";
import type { Resolve } from "../../lib/dns/resolve";
import { type Zone, type ZoneEntry, zonesOf } from "../../lib/dns/zone";
import { resolverOfZones } from "../../lib/dns/zone/resolve";
import { isMapping, setMember } from "../../lib/mapping";
import type { DnsEvidence, Evidence } from "../../lib/tenant-reading/evidence";
import type { Ask } from "../ask";
import type { DnsClient, Lookup } from "../dns/client";
import { recordOf } from "../dns/record";

/** The file of evidence that holds what the DNS said. */
export const DNS_FILE = "dns/records.json";

/** Who asks the DNS while it is written down. */
export interface RecordingDns {
  readonly client: Pick<DnsClient, "lookUp">;
  /** What was answered so far, sorted. A question without an answer is not in it. */
  evidence(): DnsEvidence;
}

/** A client that remembers what it was answered. */
export function recordingDns(client: Pick<DnsClient, "lookUp">): RecordingDns {
  const said = new Map<string, Map<string, readonly string[]>>();
  const put = (name: string, type: string, values: readonly string[]) => {
    const types = said.get(name) ?? new Map<string, readonly string[]>();
    said.set(name, types.set(type, values));
  };
  const keep = (name: string, type: string, found: Lookup) => {
    if (found.kind === "failure") return;
    for (const alias of found.aliases) put(alias.name.toLowerCase(), "CNAME", [alias.target.toLowerCase()]);
    const records = found.records.map(recordOf);
    const read = records.filter((record) => record !== undefined).map(recordData);
    // Of records that cannot all be read it says nothing: what is left would pass for all there is.
    if (read.length < records.length) return;
    put(found.end, type, read.sort());
    // What a resolver answers at the name itself, for whoever follows no aliases.
    if (found.aliases.length > 0) put(name.toLowerCase(), type, read);
  };
  return {
    client: {
      async lookUp(name, type) {
        const found = await client.lookUp(name, type);
        keep(name, type, found);
        return found;
      },
    },
    evidence() {
      const names: Record<string, Record<string, readonly string[]>> = {};
      for (const [name, types] of [...said].sort(byName)) {
        setMember(names, name, Object.fromEntries([...types].sort(byName)));
      }
      return names;
    },
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The DNS as evidence has it: what it does not say, nobody knows. */
export interface KeptDns {
  readonly ask: Ask;
  readonly resolve: Resolve;
}

export function keptDns({ answers }: Pick<Evidence, "answers">): KeptDns {
  const body = answers[DNS_FILE];
  // An answer that is a refusal says nothing of any name.
  const names = isMapping(body) && !isMapping(body.error) ? body : {};
  const said = new Map<string, ReadonlyMap<string, readonly DnsRecord[] | undefined>>();
  for (const [name, types] of Object.entries(names)) {
    if (isMapping(types)) said.set(name.toLowerCase(), recordsOf(name, types));
  }
  return { ask: askOf(said), resolve: resolverOf(said) };
}

type Said = ReadonlyMap<string, ReadonlyMap<string, readonly DnsRecord[] | undefined>>;

/** By type; `undefined` where a value cannot be read. */
function recordsOf(
  name: string,
  types: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, readonly DnsRecord[] | undefined> {
  return new Map(
    Object.entries(types).map(([type, values]) => {
      const as = type === "SPF" ? "TXT" : type;
      if (!Array.isArray(values) || !isRecordType(as)) return [type, undefined];
      const read = values.map((value) => parseRecord(name, as, String(value), 3600));
      const records = read.flatMap((one) => (one.ok ? [one.value] : []));
      return [type, records.length < read.length ? undefined : records];
    }),
  );
}

function askOf(said: Said): Ask {
  return async (name, type) => {
    const aliases: CnameRecord[] = [];
    let end: DnsName = name;
    for (;;) {
      const types = said.get(end);
      const [alias] = type === "CNAME" ? [] : (types?.get("CNAME") ?? []);
      if (alias?.type !== "CNAME") {
        const records = types?.get(type);
        if (records === undefined) return unsaid(end, type);
        return { kind: "answer", aliases, end, records, count: records.length, authentic: false };
      }
      const next = parseName(alias.target, "owner");
      if (!next.ok || aliases.some((one) => one.name === alias.name)) return unsaid(end, type);
      aliases.push(alias);
      end = next.value;
    }
  };
}

function unsaid(name: string, type: string): { readonly kind: "failure"; readonly why: string } {
  return { kind: "failure", why: `unknown: the evidence does not say what stands at ${name} ${type}` };
}

function resolverOf(said: Said): Resolve {
  const entries: ZoneEntry[] = [];
  for (const types of said.values()) {
    const isAlias = (types.get("CNAME") ?? []).length > 0;
    for (const [type, records = []] of types) {
      if (isAlias && type !== "CNAME") continue;
      for (const record of records) entries.push({ name: record.name, type: record.type, record });
    }
  }
  const list: Zone<ZoneEntry> = {
    apex: "",
    entries,
    knowledge: {
      ofRecords: (name, type) => {
        const types = said.get(name);
        return types?.get(type) !== undefined || (types?.get("CNAME") ?? []).length > 0;
      },
      ofName: () => false,
    },
  };
  return resolverOfZones(zonesOf([list]));
}
