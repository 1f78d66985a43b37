import type { DnsName } from "../dns/name";
import type { DnsRecord, DnsRecordType } from "../dns/record";
import { type AliasStep, occludedIn, type ZoneAnswer, zonesOf } from "../dns/zone";
import type { Posture } from "./model";
import { keyOf, type PostureEntry, zonesIn } from "./zones";

/** Records of one type; absent where the posture does not know. */
export type Found<T extends DnsRecordType> =
  | { readonly known: true; readonly records: readonly Extract<DnsRecord, { readonly type: T }>[] }
  | { readonly known: false };

/** What receivers find at a name, aliases followed, or that the posture does not know. */
export function lookup<T extends DnsRecordType>(posture: Posture, name: DnsName, type: T): Found<T> {
  const found = answer(posture, name, type);
  switch (found.kind) {
    case "records":
      return {
        known: true,
        records: found.entries.flatMap(({ record }) => (isOf(record, type) ? [record] : [])),
      };
    // Resolvers answer SERVFAIL to aliases that do not end, so that nothing is ever found there.
    case "loop":
    case "none":
      return { known: true, records: [] };
    default:
      return { known: false };
  }
}

function isOf<T extends DnsRecordType>(
  record: DnsRecord | undefined,
  type: T,
): record is Extract<DnsRecord, { readonly type: T }> {
  return record?.type === type;
}

/** What receivers find for a name and a type, and how, as far as the posture says. */
export function answer(posture: Posture, name: DnsName, type: DnsRecordType): ZoneAnswer<PostureEntry> {
  return indexOf(posture).answer(name, type);
}

/** Records of a domain that no name server answers with, since they stand below a zone cut. */
export function occludedOf(
  posture: Posture,
  domain: DnsName,
): readonly { readonly entry: PostureEntry; readonly cut: readonly PostureEntry[] }[] {
  return indexOf(posture).occluded.get(domain) ?? [];
}

interface Index {
  answer(name: string, type: DnsRecordType): ZoneAnswer<PostureEntry>;
  /** By the mail domain that the record belongs to. */
  readonly occluded: ReadonlyMap<string, ReturnType<typeof occludedOf>>;
}

const indices = new WeakMap<Posture, Index>();

function indexOf(posture: Posture): Index {
  const made = indices.get(posture) ?? makeIndex(posture);
  indices.set(posture, made);
  return made;
}

function makeIndex(posture: Posture): Index {
  // A resolver has gone through the zones already.
  if (posture.source === "observed") return { answer: askedAnswers(posture), occluded: new Map() };
  const zones = zonesIn(posture);
  const hidden = zones.flatMap((zone) => occludedIn(zone));
  return {
    answer: zonesOf(zones).answer,
    occluded: new Map(
      posture.domains.map(({ domain, records, unknown }) => {
        const own = new Set([...records.map(({ where }) => where), ...unknown.map(({ where }) => where)]);
        return [domain, hidden.filter(({ entry }) => own.has(entry.where))];
      }),
    ),
  };
}

/** What an observer was answered; of a name that nobody asked for it knows nothing. */
function askedAnswers({ domains, outside }: Posture): Index["answer"] {
  const answers = new Map<string, { readonly entries: PostureEntry[]; isKnown: boolean }>();
  const at = (name: string, type: DnsRecordType) => {
    const key = keyOf(name, type);
    const held = answers.get(key) ?? { entries: [], isKnown: true };
    answers.set(key, held);
    return held;
  };
  for (const { records, unknown } of domains) {
    for (const { record, where } of records) {
      at(record.name, record.type).entries.push({ name: record.name, type: record.type, record, where });
    }
    for (const { name, type } of unknown) at(name, type).isKnown = false;
  }
  for (const { name, type, records } of outside) {
    const isNew = !answers.has(keyOf(name, type));
    const held = at(name, type);
    if (!records) held.isKnown = false;
    else if (isNew) {
      const where = { address: keyOf(name, type) };
      held.entries.push(...records.map((record) => ({ name, type, record, where })));
    }
  }
  return (asked, type) => {
    const path: AliasStep<PostureEntry>[] = [];
    for (let name = asked; ; ) {
      const found = answers.get(keyOf(name, type));
      const reached = { path, name };
      if (found && !found.isKnown)
        return { kind: "unknown", why: "value", entries: found.entries, ...reached };
      if (found && found.entries.length > 0) return { kind: "records", entries: found.entries, ...reached };
      const alias = type === "CNAME" ? undefined : answers.get(keyOf(name, "CNAME"))?.entries[0];
      if (alias?.record?.type !== "CNAME") {
        return found
          ? { kind: "none", exists: true, ...reached }
          : { kind: "unknown", why: "outside", entries: [], ...reached };
      }
      if (path.some((step) => step.name === name)) return { kind: "loop", ...reached };
      path.push({ name, entry: alias, target: alias.record.target });
      name = alias.record.target;
    }
  };
}
