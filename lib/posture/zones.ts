import { ancestry, type DnsName } from "../dns/name";
import type { DnsRecordType } from "../dns/record";
import type { Knowledge, Zone, ZoneEntry } from "../dns/zone";
import type { Posture, UnknownRecord, Where } from "./model";

/** A record of a posture, of known or unknown value. */
export interface PostureEntry extends ZoneEntry {
  readonly where: Where;
  /** Why the value is not known, where it is not. */
  readonly why?: UnknownRecord["why"];
}

/**
 * The zones that an estate or a plan speaks of. What mail hangs on it knows whole: an estate that declares no DMARC
 * record has none. Other names, such as those of hosts, it knows as far as it holds records there.
 */
export function zonesIn(posture: Posture): readonly Zone<PostureEntry>[] {
  const apexes = new Map<DnsName, PostureEntry[]>();
  const put = (apex: DnsName, entry?: PostureEntry) => {
    const held = apexes.get(apex) ?? [];
    apexes.set(apex, held);
    if (entry) held.push(entry);
  };
  const names: ReadonlySet<string> = new Set(posture.domains.map(({ domain }) => domain));
  for (const { domain, zone = topmost(domain, names), records, unknown } of posture.domains) {
    put(zone);
    for (const { record, where, zone: own = zone } of records) {
      put(own, { name: record.name, type: record.type, record, where });
    }
    for (const { name, type, where, why, zone: own = zone } of unknown) put(own, { name, type, where, why });
  }
  const answered = new Set<string>();
  for (const { name, type, records } of posture.outside) {
    if (records) answered.add(keyOf(name, type));
    // Of a name outside every zone only this is known.
    const apex = [...ancestry(name)].find((above) => apexes.has(above)) ?? name;
    put(apex);
    const where = { address: keyOf(name, type) };
    if (!records) put(apex, { name, type, where, why: "no answer" });
    for (const record of records ?? []) put(apex, { name, type: record.type, record, where });
  }
  const knowledge = mailKnowledge(names, answered);
  return [...apexes].map(([apex, entries]) => ({ apex, entries, knowledge }));
}

/** Labels below which everything is about mail. */
const MAIL_LABELS: ReadonlySet<string> = new Set(["_dmarc", "_domainkey", "_mta-sts", "_tls", "_bimi"]);
/** What an estate says of a mail domain itself: all of it that mail hangs on. */
const AT_DOMAIN: ReadonlySet<DnsRecordType> = new Set(["MX", "TXT", "CAA"]);

function mailKnowledge(domains: ReadonlySet<string>, answered: ReadonlySet<string>): Knowledge {
  const isOwned = (name: string) => [...ancestry(name as DnsName)].some((above) => domains.has(above));
  const ofName = (name: string) => name.split(".").some((label) => MAIL_LABELS.has(label)) && isOwned(name);
  return {
    ofName,
    ofRecords: (name, type) =>
      answered.has(keyOf(name, type)) ||
      (domains.has(name) && AT_DOMAIN.has(type)) ||
      // Certification authorities climb through names that hold nothing else (RFC 8659 §3).
      (type === "CAA" && isOwned(name)) ||
      ofName(name),
  };
}

/** The domain of the posture at or above a name that no other one is above. */
function topmost(domain: DnsName, domains: ReadonlySet<string>): DnsName {
  return [...ancestry(domain)].findLast((above) => domains.has(above)) ?? domain;
}

export function keyOf(name: string, type: DnsRecordType): string {
  return `${name} ${type}`;
}
