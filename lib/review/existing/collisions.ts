import { type DnsRecord, recordData } from "../../dns/record";
import { soleText, soleTextAt } from "./kinds";
import type { LiveAt, LiveRecord } from "./live";
import type { Written, WrittenRecord } from "./written";

/** A live record that a planned one would double, or could not stand beside. */
export interface Collision {
  readonly written: WrittenRecord;
  readonly live: LiveRecord;
  /** Is it what is planned, to the letter? */
  readonly identical: boolean;
  /** What comes of it: `with two, nobody's mail passes SPF (RFC 7208 §4.5)`. */
  readonly why: string;
  /** Is this the record that the planned one should take over? At most one is, of each planned one. */
  readonly takeOver: boolean;
}

/** What stands in the way of a plan, and what nobody could see. */
export interface Existing {
  readonly collisions: readonly Collision[];
  /** Names, with why they could not be read. */
  readonly unread: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Holds what a plan publishes for the first time against what its zone holds already. Texts of others, and records that
 * are Terraform's own, are not in the way.
 */
export function existingInTheWay({ records, ownIds, own }: Written, at: LiveAt): Existing {
  const isOwn = (live: LiveRecord) =>
    live.id === undefined ? own.some((record) => isSame(live, record)) : ownIds.has(live.id);
  const unread = new Map<string, string>();
  const met = eachOnce(records).map((written): Met => {
    const found = at(written.name);
    if (found.kind === "unknown" && !written.imported) unread.set(written.name, found.why);
    const there = found.kind === "records" ? found.records.filter((live) => !isOwn(live)) : [];
    const inTheWay = there.flatMap((live) => {
      const why = whyNotBeside(written, live);
      return why === undefined ? [] : [{ written, live, why, identical: isIdentical(written, live) }];
    });
    // A set that is there is in the way as a whole.
    return { written, inTheWay: written.resource?.isSet ? inTheWay.slice(0, 1) : inTheWay };
  });
  const takers = takersOf(met);
  // Of several planned records at a name each live one is told once.
  const told = new Map<LiveRecord, Collision>();
  for (const { written, inTheWay } of met) {
    for (const one of inTheWay) {
      const takeOver = takers.get(one.live) === written;
      if (takeOver || (!takers.has(one.live) && !told.has(one.live)))
        told.set(one.live, { ...one, takeOver });
    }
  }
  return {
    collisions: [...told.values()].sort(byPlace),
    unread: [...unread].map(([name, why]) => ({ name, why })),
  };
}

function byPlace({ live: a }: Collision, { live: b }: Collision): number {
  const [one, other] = [a, b].map(({ name, type, data }) => `${name} ${type} ${data}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}

/** A planned record, and what of its name it cannot stand beside. */
interface Met {
  readonly written: WrittenRecord;
  readonly inTheWay: readonly Omit<Collision, "takeOver">[];
}

/** Which planned record should take over which live one: what is the same to the letter first. */
function takersOf(met: readonly Met[]): ReadonlyMap<LiveRecord, WrittenRecord> {
  const takers = new Map<LiveRecord, WrittenRecord>();
  const served = new Set<WrittenRecord>();
  const match = (suits: (one: Met["inTheWay"][number]) => boolean) => {
    for (const { written, inTheWay } of met) {
      if (written.imported || served.has(written)) continue;
      const one = inTheWay.find((each) => !takers.has(each.live) && suits(each));
      if (!one) continue;
      takers.set(one.live, written);
      served.add(written);
    }
  };
  match(({ identical }) => identical);
  match(({ written, live }) => fits(written, live));
  return takers;
}

/** One resource may stand for a whole set of records, which is there or is not. */
function eachOnce(records: readonly WrittenRecord[]): readonly WrittenRecord[] {
  const sets = new Set<string>();
  return records.filter(({ resource, address }) => {
    if (!resource?.isSet) return true;
    if (sets.has(address)) return false;
    sets.add(address);
    return true;
  });
}

function isIdentical({ record }: WrittenRecord, live: LiveRecord): boolean {
  return record !== undefined && isSame(live, record);
}

/** Could an import make the live record into the planned one? Name and type cannot change. */
function fits({ type, resource }: WrittenRecord, live: LiveRecord): boolean {
  return resource !== undefined && live.type === type;
}

function isSame(live: LiveRecord, record: DnsRecord): boolean {
  return live.name === record.name && live.type === record.type && live.data === recordData(record);
}

/** Why the planned record cannot stand beside a live one at its name; `undefined` if it can. */
function whyNotBeside(written: WrittenRecord, live: LiveRecord): string | undefined {
  const { type, record, name, zone, resource } = written;
  if (!resource) return ADDRESSES.has(live.type) ? WORKER : undefined;
  // Cloudflare answers for an alias at the apex with addresses: others may stand beside it.
  const isFlattened = name === zone.name && resource.flattensApex === true;
  if ((live.type === "CNAME") !== (type === "CNAME")) {
    if (isFlattened || NEUTRAL.has(live.type)) return undefined;
    return `an alias stands alone at its name (RFC 1034 §3.6.2)`;
  }
  if (live.type !== type) return undefined;
  if (resource.isSet) return "a set of records that exists is not created a second time";
  if (record && isSame(live, record)) return "the host refuses a second one that is the same";
  switch (type) {
    case "CNAME":
      return "a name has one alias (RFC 1034 §3.6.2)";
    case "MX":
      return "mail would go to either host";
    case "TXT": {
      const kind = record?.type === "TXT" ? soleText(name, record.value) : soleTextAt(name);
      return kind && soleText(name, live.data)?.title === kind.title ? kind.two : undefined;
    }
    default:
      return undefined;
  }
}

const ADDRESSES: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME"]);
/** What may stand beside an alias: its signature, and what names the servers of what is below. */
const NEUTRAL: ReadonlySet<string> = new Set(["RRSIG", "NSEC", "DS"]);
const WORKER = "Cloudflare makes the record of a Worker's host name itself, and not beside another";
