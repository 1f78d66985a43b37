import { isBelow, parentOf, type ResourceRecord, type ServedZone, type ZoneOf } from "./zone";

/** RFC 1035 §4.1.1. */
type Rcode = "NOERROR" | "NXDOMAIN";

export interface Resolved {
  readonly rcode: Rcode;
  /** Do the answers come from zones that are served here? `false` where a zone delegates to servers elsewhere. */
  readonly authoritative: boolean;
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  readonly additionals: readonly ResourceRecord[];
}

/** A chain of aliases that is longer than any resolver follows. */
const LONGEST_CHAIN = 16;

/**
 * Answers a question from zones (RFC 1034 §4.3.2). Aliases are followed through all of them, as a resolver would.
 * @param name in any case; answers at that name keep its spelling
 */
export function resolve(name: string, type: string, zoneOf: ZoneOf): Resolved {
  const answers: ResourceRecord[] = [];
  const seen = new Set<string>();
  for (let asked = name; ; ) {
    const owner = asked.toLowerCase();
    const zone = zoneOf(owner);
    const found = lookUp(owner, type, zone, zoneOf);
    answers.push(...found.records.map((record) => ({ ...record, name: asked })));
    const [alias] = found.kind === "alias" ? found.records : [];
    if (alias?.type !== "CNAME") return finished(found.kind, found.records, answers, zone, zoneOf);
    seen.add(owner);
    asked = alias.data;
    if (seen.has(asked.toLowerCase()) || seen.size > LONGEST_CHAIN) {
      return { rcode: "NOERROR", authoritative: true, answers, authorities: [], additionals: [] };
    }
  }
}

interface Found {
  readonly kind: "answer" | "alias" | "no-data" | "no-name" | "referral";
  readonly records: readonly ResourceRecord[];
}

/** What one zone says of a name. */
function lookUp(name: string, type: string, zone: ServedZone, zoneOf: ZoneOf): Found {
  // RFC 4035 §3.1.4.1: the DS record of a delegation is the parent's.
  const cut = delegation(type === "DS" ? parentOf(name) : name, zone);
  if (cut !== undefined) return { kind: "referral", records: cut };
  const exists = name === zone.apex || zone.exists(name);
  const source = exists ? name : wildcardFor(name, zone);
  if (source === undefined) return { kind: "no-name", records: [] };
  const there = zone.recordsAt(source);
  if (type === "ANY") return { kind: "answer", records: [MINIMAL_ANY] };
  if (type === "SOA" && name === zone.apex) return { kind: "answer", records: [zone.soa] };
  const alias = there.find((record) => record.type === "CNAME");
  if (alias?.type === "CNAME" && zone.flattens && name === zone.apex) {
    return flattened(alias.data, type, there, zoneOf);
  }
  if (alias !== undefined) return { kind: type === "CNAME" ? "answer" : "alias", records: [alias] };
  const records = there.filter((record) => record.type === type);
  return { kind: records.length > 0 ? "answer" : "no-data", records };
}

/** RFC 8482 §4.2: an answer to ANY that helps nobody who amplifies. */
const MINIMAL_ANY: ResourceRecord = {
  type: "HINFO",
  name: "",
  ttl: 3789,
  data: { cpu: "RFC8482", os: "" },
};

/** An apex cannot be an alias: Cloudflare answers with what the target has ("CNAME flattening"). */
function flattened(target: string, type: string, there: readonly ResourceRecord[], zoneOf: ZoneOf): Found {
  const records =
    type === "A" || type === "AAAA"
      ? resolve(target, type, zoneOf).answers.filter((record) => record.type === type)
      : there.filter((record) => record.type === type && type !== "CNAME");
  return { kind: records.length > 0 ? "answer" : "no-data", records };
}

/** NS records below the apex: the names from there on are somebody else's (RFC 1034 §4.2.1). */
function delegation(name: string, zone: ServedZone): readonly ResourceRecord[] | undefined {
  for (let cut = name; cut !== zone.apex && cut !== ""; cut = parentOf(cut)) {
    const servers = zone.recordsAt(cut).filter(({ type }) => type === "NS");
    if (servers.length > 0) return servers.map((server) => ({ ...server, name: cut }));
  }
  return undefined;
}

/** RFC 4592 §3.3.1: only the `*` right below the closest name that exists counts. */
function wildcardFor(name: string, zone: ServedZone): string | undefined {
  let encloser = parentOf(name);
  while (encloser !== zone.apex && !zone.exists(encloser)) encloser = parentOf(encloser);
  const wildcard = encloser === "" ? "*" : `*.${encloser}`;
  return zone.recordsAt(wildcard).length > 0 ? wildcard : undefined;
}

function finished(
  kind: Found["kind"],
  records: readonly ResourceRecord[],
  answers: readonly ResourceRecord[],
  zone: ServedZone,
  zoneOf: ZoneOf,
): Resolved {
  const rcode = kind === "no-name" ? "NXDOMAIN" : "NOERROR";
  switch (kind) {
    case "referral": {
      // They stand in the authority section, and are no answer.
      const rest = answers.slice(0, answers.length - records.length);
      return {
        rcode,
        authoritative: rest.length > 0,
        answers: rest,
        authorities: records,
        additionals: glue(records, zoneOf),
      };
    }
    case "no-data":
    case "no-name":
      return { rcode, authoritative: true, answers, authorities: [negative(zone)], additionals: [] };
    default:
      return { rcode, authoritative: true, answers, authorities: [], additionals: glue(records, zoneOf) };
  }
}

/** The SOA that says how long the absence of something may be remembered (RFC 2308 §3 and §5). */
function negative({ soa }: ServedZone): ResourceRecord {
  if (soa.type !== "SOA") return soa;
  return { ...soa, ttl: Math.min(soa.ttl ?? 0, soa.data.minimum ?? 0) };
}

/** The addresses of the hosts that an answer names, where they are served here. */
function glue(records: readonly ResourceRecord[], zoneOf: ZoneOf): readonly ResourceRecord[] {
  return records.flatMap((record) => {
    const host = hostIn(record);
    if (host === undefined) return [];
    const name = host.toLowerCase();
    const zone = zoneOf(name);
    const there = isBelow(name, zone.apex) ? zone.recordsAt(name) : [];
    return there
      .filter(({ type }) => type === "A" || type === "AAAA")
      .map((found) => ({ ...found, name: host }));
  });
}

function hostIn(record: ResourceRecord): string | undefined {
  switch (record.type) {
    case "NS":
      return record.data;
    case "MX":
      return record.data.exchange;
    case "SRV":
      return record.data.target;
    default:
      return undefined;
  }
}
